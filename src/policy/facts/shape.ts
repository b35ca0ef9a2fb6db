/**
 * A small checker for facts: each shape answers the path of the first thing wrong, or `null`. Facts are checked for every decision,
 * so this is a table of plain functions instead of a schema library: a tenth of the time, and the path is all a decision reports.
 */
export type Shape = (value: unknown, path: string) => string | null;

const join = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** A value the test accepts. */
export const value =
  (isRight: (found: unknown) => boolean): Shape =>
  (found, path) =>
    isRight(found) ? null : path;

export const text = (isRight: (found: string) => boolean): Shape => value((found) => typeof found === 'string' && isRight(found));

export const oneOf = (words: readonly string[]): Shape => {
  const known = new Set(words);
  return text((found) => known.has(found));
};

export const yesNo: Shape = value((found) => typeof found === 'boolean');

export const wholeNumber = (least: number): Shape => value((found) => Number.isSafeInteger(found) && Number(found) >= least);

export const listOf =
  (item: Shape): Shape =>
  (found, path) => {
    if (!Array.isArray(found)) return path;
    for (const [index, entry] of found.entries()) {
      const problem = item(entry, join(path, String(index)));
      if (problem !== null) return problem;
    }
    return null;
  };

const isObject = (found: unknown): found is object => typeof found === 'object' && found !== null && !Array.isArray(found);

/** A group of keys: none unknown, the required ones there. */
export const group = (fields: Readonly<Record<string, Shape>>, required: readonly string[] = []): Shape => {
  const shapes = new Map(Object.entries(fields));
  return (found, path) => {
    if (!isObject(found)) return path;
    for (const [key, entry] of Object.entries(found)) {
      const shape = shapes.get(key);
      if (shape === undefined) return join(path, key);
      const problem = entry === undefined ? null : shape(entry, join(path, key));
      if (problem !== null) return problem;
    }
    const missing = required.find((key) => !Object.hasOwn(found, key) || Reflect.get(found, key) === undefined);
    return missing === undefined ? null : join(path, missing);
  };
};

/** A table with free keys. */
export const tableOf =
  (key: Shape, entry: Shape): Shape =>
  (found, path) => {
    if (!isObject(found)) return path;
    for (const [name, each] of Object.entries(found)) {
      const problem = key(name, join(path, name)) ?? entry(each, join(path, name));
      if (problem !== null) return problem;
    }
    return null;
  };

export const either =
  (first: Shape, second: Shape): Shape =>
  (found, path) =>
    first(found, path) === null ? null : second(found, path);
