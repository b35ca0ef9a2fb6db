import { isGroup } from './plain-data.js';
import type { ProblemDraft } from './source-map.js';
import { suggest } from './suggest.js';

/** A place in a document, from the inside out: most places are never told of. */
export interface Place {
  readonly above: Place | null;
  readonly key: PropertyKey;
}

export interface Found {
  readonly value: unknown;
  /** `null` for the document itself. */
  readonly place: Place | null;
}

/**
 * One thing that is wrong in a part. `keys`: a key the part does not name. `detail`: a value of the right kind. `word`: none of the
 * words. `shape`: a value of another kind. `choice`: none of the alternatives.
 */
export interface Mistake {
  readonly kind: 'keys' | 'detail' | 'word' | 'shape' | 'choice';
  /** Of the part it was found in. */
  readonly place: Place | null;
  /** Most mistakes are those of an alternative that was not meant, and are never told. */
  readonly describe: () => ProblemDraft;
}

const pathOf = (place: Place | null): readonly PropertyKey[] => (place === null ? [] : [...pathOf(place.above), place.key]);

/** What is there, in a few words. */
export const showKind = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return `'${value.slice(0, 60)}'`;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  if (Array.isArray(value)) return 'a list';
  return isGroup(value) ? 'a group of keys' : 'an object that is not plain data';
};

const list = (words: readonly string[]): string => (words.length === 1 ? `'${words[0] ?? ''}'` : `one of ${words.join(', ')}`);

export const unknownKey = (key: string, place: Place | null, known: readonly string[]): Mistake => ({
  kind: 'keys',
  place,
  describe: () => ({
    code: 'unknown-word',
    path: [...pathOf(place), key],
    part: 'key',
    found: `the key '${key}'`,
    expected: list(known),
    suggestion: suggest(key, known),
  }),
});

const draftOf = ({ value, place }: Found, expected: string): ProblemDraft =>
  value === undefined
    ? { code: 'missing-key', path: pathOf(place), part: 'key', found: 'nothing', expected }
    : { code: 'invalid-value', path: pathOf(place), found: showKind(value), expected };

export const wrongShape = (found: Found, expected: string): Mistake => ({
  kind: 'shape',
  place: found.place,
  describe: () => draftOf(found, expected),
});

export const wrongDetail = (found: Found, expected: string): Mistake => ({ ...wrongShape(found, expected), kind: 'detail' });

export const wrongWord = (found: Found, known: readonly (string | true)[]): Mistake => ({
  kind: 'word',
  place: found.place,
  describe: () => {
    const { value, place } = found;
    const words = known.map(String);
    return typeof value === 'string'
      ? {
          code: 'unknown-word',
          path: pathOf(place),
          found: showKind(value),
          expected: list(words),
          suggestion: suggest(value, words),
        }
      : draftOf(found, list(words));
  },
});

/** A misspelt key is said before the key that is missing because of it. */
export const wrongKeysFirst = (mistakes: readonly Mistake[]): readonly Mistake[] => [
  ...mistakes.filter(({ kind }) => kind === 'keys'),
  ...mistakes.filter(({ kind }) => kind !== 'keys'),
];

/** The alternative that was meant: the one that got furthest into the value. */
const meant = (attempts: readonly (readonly Mistake[])[], place: Place | null): readonly Mistake[] => {
  const depth = (mistakes: readonly Mistake[]): number =>
    mistakes.reduce((deepest, mistake) => Math.max(deepest, pathOf(mistake.place).length), 0);
  const fitting = attempts.filter((mistakes) => !mistakes.some((mistake) => mistake.kind === 'shape' && mistake.place === place));
  const candidates = fitting.length > 0 ? fitting : attempts;
  return [...candidates].sort((left, right) => depth(right) - depth(left))[0] ?? [];
};

const isMild = (mistakes: readonly Mistake[]): boolean => mistakes.every(({ kind }) => kind === 'keys' || kind === 'detail');

/** What to say when no alternative fits: the mistakes of the one that was meant. */
export const wrongChoice = (attempts: readonly (readonly Mistake[])[], place: Place | null): readonly Mistake[] => {
  const [mild, ...others] = attempts.filter(isMild);
  if (mild !== undefined && others.length === 0) return mild;
  return wrongKeysFirst(meant(attempts, place)).map(({ describe }) => ({ kind: 'choice', place, describe }));
};
