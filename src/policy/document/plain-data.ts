import type { ProblemDraft } from './source-map.js';

const deepest = 40;
const mostNodes = 400_000;

export const tooDeep = (path: readonly PropertyKey[]): ProblemDraft => ({
  code: 'too-large',
  path,
  found: 'a nesting too deep',
  expected: `at most ${String(deepest)} levels`,
});

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

interface Visit {
  readonly path: readonly PropertyKey[];
  readonly value: unknown;
  readonly above: readonly object[];
}

const problemAt = ({ path, value, above }: Visit): ProblemDraft | null => {
  const key = path.at(-1);
  if (typeof key === 'string' && forbiddenKeys.has(key)) {
    return { code: 'unknown-word', path, part: 'key', found: `the key '${key}'`, expected: 'a key of the policy grammar' };
  }
  if (typeof value !== 'object' || value === null) return null;
  if (above.includes(value))
    return { code: 'contradiction', path, found: 'a value that contains itself', expected: 'plain data' };
  if (path.length > deepest) return tooDeep(path);
  return null;
};

/**
 * Looks for what no policy needs and what would hurt a checker: values inside themselves, bottomless nesting, more nodes than any
 * policy has, and keys that reach the prototype. Returns the first problem, `null` when the document is plain data.
 */
export const findUnsafeData = (document: unknown): ProblemDraft | null => {
  const queue: Visit[] = [{ path: [], value: document, above: [] }];
  let nodes = 0;
  for (let visit = queue.pop(); visit !== undefined; visit = queue.pop()) {
    const problem = problemAt(visit);
    if (problem !== null) return problem;
    const { path, value, above } = visit;
    if (typeof value !== 'object' || value === null) continue;
    const around = [...above, value];
    for (const key of Object.keys(value)) {
      nodes += 1;
      if (nodes > mostNodes) {
        return { code: 'too-large', path: [], found: 'too many values', expected: `at most ${String(mostNodes)} values` };
      }
      queue.push({ path: [...path, Array.isArray(value) ? Number(key) : key], value: Reflect.get(value, key), above: around });
    }
  }
  return null;
};

/** A group of keys, also one of another realm; a `Map` or a `Date` is none: its content would be overlooked. */
export const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && Object.prototype.toString.call(value) === '[object Object]';

/** A copy of data found safe, so that a change of the original changes no policy. */
export const copyOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return Array.from(value, copyOf);
  if (!isGroup(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(value)) copy[key] = typeof entry === 'object' ? copyOf(entry) : entry;
  return copy;
};
