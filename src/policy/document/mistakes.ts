import { isGroup } from './plain-data.js';
import type { ProblemDraft } from './source-map.js';
import { suggest } from './suggest.js';

export type Path = readonly PropertyKey[];

/**
 * One thing that is wrong in a part. `keys`: a key the part does not name. `detail`: a value of the right kind. `word`: none of the
 * words. `shape`: a value of another kind. `choice`: none of the alternatives.
 */
export interface Mistake {
  readonly kind: 'keys' | 'detail' | 'word' | 'shape' | 'choice';
  /** Of the part it was found in. */
  readonly path: Path;
  readonly draft: ProblemDraft;
}

const show = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return `'${value.slice(0, 60)}'`;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  if (Array.isArray(value)) return 'a list';
  return isGroup(value) ? 'a group of keys' : 'an object that is not plain data';
};

const list = (words: readonly string[]): string => (words.length === 1 ? `'${words[0] ?? ''}'` : `one of ${words.join(', ')}`);

export const unknownKey = (key: string, path: Path, known: readonly string[]): Mistake => ({
  kind: 'keys',
  path,
  draft: {
    code: 'unknown-word',
    path: [...path, key],
    part: 'key',
    found: `the key '${key}'`,
    expected: list(known),
    suggestion: suggest(key, known),
  },
});

const draftOf = (value: unknown, path: Path, expected: string): ProblemDraft =>
  value === undefined
    ? { code: 'missing-key', path, part: 'key', found: 'nothing', expected }
    : { code: 'invalid-value', path, found: show(value), expected };

interface Found {
  readonly value: unknown;
  readonly path: Path;
}

export const wrongShape = ({ value, path }: Found, expected: string): Mistake => ({
  kind: 'shape',
  path,
  draft: draftOf(value, path, expected),
});

export const wrongDetail = ({ value, path }: Found, expected: string): Mistake => ({
  kind: 'detail',
  path,
  draft: draftOf(value, path, expected),
});

export const wrongWord = ({ value, path }: Found, words: readonly string[]): Mistake => ({
  kind: 'word',
  path,
  draft:
    typeof value === 'string'
      ? { code: 'unknown-word', path, found: show(value), expected: list(words), suggestion: suggest(value, words) }
      : draftOf(value, path, list(words)),
});

/** A misspelt key is said before the key that is missing because of it. */
export const wrongKeysFirst = (mistakes: readonly Mistake[]): readonly Mistake[] => [
  ...mistakes.filter(({ kind }) => kind === 'keys'),
  ...mistakes.filter(({ kind }) => kind !== 'keys'),
];

/** The alternative that was meant: the one that got furthest into the value. */
const meant = (attempts: readonly (readonly Mistake[])[], path: Path): readonly Mistake[] => {
  const depth = (mistakes: readonly Mistake[]): number => Math.max(...mistakes.map((mistake) => mistake.path.length));
  const fitting = attempts.filter(
    (mistakes) => !mistakes.some((mistake) => mistake.kind === 'shape' && mistake.path.length === path.length),
  );
  const candidates = fitting.length > 0 ? fitting : attempts;
  return [...candidates].sort((left, right) => depth(right) - depth(left))[0] ?? [];
};

const isMild = (mistakes: readonly Mistake[]): boolean => mistakes.every(({ kind }) => kind === 'keys' || kind === 'detail');

/** What to say when no alternative fits: the mistakes of the one that was meant. */
export const wrongChoice = (attempts: readonly (readonly Mistake[])[], path: Path): readonly Mistake[] => {
  const [mild, ...others] = attempts.filter(isMild);
  if (mild !== undefined && others.length === 0) return mild;
  return wrongKeysFirst(meant(attempts, path)).map(({ draft }) => ({ kind: 'choice', path, draft }));
};
