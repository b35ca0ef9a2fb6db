import type * as z from 'zod/mini';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** A problem as zod sees it: where, and what was expected there where zod was told. */
export interface ZodProblem {
  readonly path: string;
  readonly expected: string;
}

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'a group of keys',
  record: 'a group of keys',
  boolean: 'true or false',
};

const listed = (words: readonly unknown[]): string =>
  words.length === 1 ? `'${String(words[0])}'` : `one of ${words.map(String).join(', ')}`;

const keysFirst = (issues: readonly Issue[]): readonly Issue[] => [
  ...issues.filter(({ code }) => code === 'unrecognized_keys'),
  ...issues.filter(({ code }) => code !== 'unrecognized_keys'),
];

/** Of the alternatives that could be meant, the one zod got furthest in. */
const meant = (attempts: readonly (readonly Issue[])[]): readonly Issue[] => {
  const isOther = (issue: Issue): boolean => issue.code === 'invalid_type' && issue.path.length === 0;
  const fitting = attempts.filter((issues) => !issues.some(isOther));
  const depths = (issues: readonly Issue[]): number => Math.max(...issues.map(({ path }) => path.length));
  return [...(fitting.length > 0 ? fitting : attempts)].sort((left, right) => depths(right) - depths(left))[0] ?? [];
};

const isOwnWord = (message: string): boolean => /^(?:Invalid input|Too small|Too big)\b/.test(message);

/** What zod says is wrong, in the order a reader is told. Keys that are unknown have no `expected`: zod does not say which are known. */
export const problemsByZod = (issues: readonly Issue[], around: Path = []): readonly ZodProblem[] =>
  keysFirst(issues).flatMap((issue): readonly ZodProblem[] => {
    const place = [...around, ...issue.path];
    const path = place.join('.');
    switch (issue.code) {
      case 'unrecognized_keys':
        return issue.keys.map((key) => ({ path: [...place, key].join('.'), expected: 'another key' }));
      case 'invalid_value':
        return [{ path, expected: listed(issue.values) }];
      case 'invalid_union':
        return problemsByZod(meant(issue.errors), place);
      case 'invalid_type':
        return [{ path, expected: isOwnWord(issue.message) ? (kinds[issue.expected] ?? '') : issue.message }];
      default:
        return [{ path, expected: isOwnWord(issue.message) ? 'at least one entry' : issue.message }];
    }
  });
