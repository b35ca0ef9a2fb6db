import type * as z from 'zod/mini';
import { knownKeysAt } from './schema.js';
import type { ProblemDraft } from './source-map.js';
import { suggest } from './suggest.js';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const show = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return `'${value.slice(0, 60)}'`;
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  return Array.isArray(value) ? 'a list' : 'a group of keys';
};

const list = (words: readonly string[]): string => (words.length === 1 ? `'${words[0] ?? ''}'` : `one of ${words.join(', ')}`);

/** The value at a path of plain data. */
const valueAt = (document: unknown, path: Path): unknown => {
  let value = document;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
};

const unknownKeys = (keys: readonly string[], path: Path): readonly ProblemDraft[] => {
  const known = knownKeysAt(path);
  return keys.map((key) => ({
    code: 'unknown-word',
    path: [...path, key],
    part: 'key',
    found: `the key '${key}'`,
    expected: list(known),
    suggestion: suggest(key, known),
  }));
};

const wrongValue = (path: Path, value: unknown, expected: string): ProblemDraft =>
  value === undefined
    ? { code: 'missing-key', path, part: 'key', found: 'nothing', expected }
    : { code: 'invalid-value', path, found: show(value), expected };

const article = (type: string): string =>
  ({
    array: 'a list',
    object: 'a group of keys',
    record: 'a group of keys',
    string: 'a word',
    int: 'a whole number',
    boolean: 'true or false',
  })[type] ?? type;

const wrongWord = (path: Path, value: unknown, words: readonly string[]): ProblemDraft => {
  if (typeof value !== 'string') return wrongValue(path, value, list(words));
  return { code: 'unknown-word', path, found: show(value), expected: list(words), suggestion: suggest(value, words) };
};

/** The alternative that was meant: the one that got furthest into the value. */
const meant = (errors: readonly (readonly Issue[])[]): readonly Issue[] => {
  const depth = (issues: readonly Issue[]): number => Math.max(...issues.map(({ path }) => path.length));
  const isShapeWrong = (issues: readonly Issue[]): boolean =>
    issues.some((issue) => issue.path.length === 0 && issue.code === 'invalid_type');
  const fitting = errors.filter((issues) => !isShapeWrong(issues));
  const candidates = fitting.length > 0 ? fitting : errors;
  return [...candidates].sort((left, right) => depth(right) - depth(left))[0] ?? [];
};

/** A misspelt key is said before the key that is missing because of it. */
const wrongKeysFirst = (issues: readonly Issue[]): readonly Issue[] => [
  ...issues.filter(({ code }) => code === 'unrecognized_keys'),
  ...issues.filter(({ code }) => code !== 'unrecognized_keys'),
];

/** A message of zod itself: it is longer where a program loads the whole of zod, which brings English words for every issue. */
const isZodsOwn = (message: string): boolean => /^(?:Invalid input|Too small|Too big)\b/.test(message);

/** Says each zod issue in the words of the grammar, with the nearest right word. */
export const toDrafts = (issues: readonly Issue[], document: unknown, base: Path = []): readonly ProblemDraft[] =>
  wrongKeysFirst(issues).flatMap((issue): readonly ProblemDraft[] => {
    const path = [...base, ...issue.path];
    const value = valueAt(document, path);
    switch (issue.code) {
      case 'unrecognized_keys':
        return unknownKeys(issue.keys, path);
      case 'invalid_value':
        return [wrongWord(path, value, issue.values.map(String))];
      case 'invalid_union':
        return toDrafts(meant(issue.errors), document, path);
      case 'invalid_type':
        return [wrongValue(path, value, isZodsOwn(issue.message) ? article(issue.expected) : issue.message)];
      case 'too_small':
      case 'too_big':
        return [wrongValue(path, value, isZodsOwn(issue.message) ? 'at least one entry' : issue.message)];
      default:
        return [wrongValue(path, value, issue.message)];
    }
  });
