/**
 * A small checker for facts. Facts are checked for every decision, so this is a table of plain functions instead of a schema library,
 * and the path of what is wrong is only put together when something is.
 */
export interface Shape {
  readonly fit: (value: unknown) => Fit;
  /** The path of the first thing wrong, `null` when nothing is. */
  readonly problem: (value: unknown, path: string) => string | null;
}

/**
 * `plain`: right as it stands. `to-copy`: right so far, but with nulls to leave out or with a prototype of its own, so that a copy of
 * it is to be checked.
 */
export type Fit = 'plain' | 'to-copy' | 'wrong';

const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** A value the test accepts. */
export const value = (isRight: (found: unknown) => boolean): Shape => ({
  fit: (found) => (isRight(found) ? 'plain' : 'wrong'),
  problem: (found, path) => (isRight(found) ? null : path),
});

export const text = (isRight: (found: string) => boolean): Shape => value((found) => typeof found === 'string' && isRight(found));

export const oneOf = (words: readonly string[]): Shape => {
  const known = new Set<unknown>(words);
  return value((found) => known.has(found));
};

export const yesNo: Shape = value((found) => typeof found === 'boolean');

export const wholeNumber = (least: number, most = Infinity): Shape =>
  value((found) => Number.isSafeInteger(found) && Number(found) >= least && Number(found) <= most);

const isList = (found: unknown): found is readonly unknown[] => Array.isArray(found);

export const listOf = (item: Shape): Shape => ({
  fit: (found) => {
    if (!isList(found)) return 'wrong';
    let whole: Fit = 'plain';
    for (const entry of found) {
      const fit = item.fit(entry);
      if (fit === 'wrong') return fit;
      if (fit === 'to-copy') whole = fit;
    }
    return whole;
  },
  problem: (found, path) => {
    if (!isList(found)) return path;
    for (const [index, entry] of found.entries()) {
      const problem = item.problem(entry, join(path, String(index)));
      if (problem !== null) return problem;
    }
    return null;
  },
});

const isObject = (found: unknown): found is Readonly<Record<string, unknown>> =>
  typeof found === 'object' && found !== null && !Array.isArray(found);

const isPlain = (found: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(found);
  return prototype === Object.prototype || prototype === null;
};

interface Field {
  readonly shape: Shape;
  readonly isRequired: boolean;
}

const fitOfGroup = (found: unknown, fields: ReadonlyMap<string, Field>, required: number): Fit => {
  if (!isObject(found)) return 'wrong';
  let whole: Fit = isPlain(found) ? 'plain' : 'to-copy';
  let met = 0;
  for (const key in found) {
    const entry = found[key];
    const field = fields.get(key);
    if (entry === null || entry === undefined) {
      if (entry === null || field === undefined) whole = 'to-copy';
      continue;
    }
    const fit = field === undefined ? 'wrong' : field.shape.fit(entry);
    if (fit === 'wrong') return fit;
    if (fit === 'to-copy') whole = fit;
    if (field?.isRequired === true) met += 1;
  }
  return met < required ? 'wrong' : whole;
};

/** A group of keys: none unknown, the required ones there. */
export const group = (shapes: Readonly<Record<string, Shape>>, required: readonly string[] = []): Shape => {
  const fields = new Map(
    Object.entries(shapes).map(([key, shape]): [string, Field] => [key, { shape, isRequired: required.includes(key) }]),
  );
  return {
    fit: (found) => fitOfGroup(found, fields, required.length),
    problem: (found, path) => {
      if (!isObject(found)) return path;
      for (const [key, entry] of Object.entries(found)) {
        const field = fields.get(key);
        if (field === undefined) return join(path, key);
        const problem = entry === undefined ? null : field.shape.problem(entry, join(path, key));
        if (problem !== null) return problem;
      }
      const missing = required.find((key) => !Object.hasOwn(found, key) || found[key] === undefined);
      return missing === undefined ? null : join(path, missing);
    },
  };
};

/** A table with keys of its own. */
export const tableOf = (key: Shape, entry: Shape): Shape => {
  const problem: Shape['problem'] = (found, path) => {
    if (!isObject(found)) return path;
    for (const [name, each] of Object.entries(found)) {
      const wrong = key.problem(name, join(path, name)) ?? entry.problem(each, join(path, name));
      if (wrong !== null) return wrong;
    }
    return null;
  };
  // Rare and small: a table that is not right as it stands is left to the check of the copy.
  return { fit: (found) => (isObject(found) && isPlain(found) && problem(found, '') === null ? 'plain' : 'to-copy'), problem };
};

export const either = (first: Shape, second: Shape): Shape => ({
  fit: (found) => {
    const fit = first.fit(found);
    return fit === 'wrong' ? second.fit(found) : fit;
  },
  problem: (found, path) => (first.problem(found, path) === null ? null : second.problem(found, path)),
});
