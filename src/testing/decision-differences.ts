/** One place where an answer is not what was expected. */
export interface DecisionDifference {
  /** Dotted path: `pays.return`, `rights.0.verdict`. */
  readonly path: string;
  readonly expected: unknown;
  /** `undefined` where there is nothing. */
  readonly actual: unknown;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const within = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

const compareLists = (actual: unknown, expected: readonly unknown[], path: string): readonly DecisionDifference[] => {
  if (!Array.isArray(actual)) return [{ path, expected, actual }];
  const found: readonly unknown[] = actual;
  if (found.length !== expected.length)
    return [{ path: within(path, 'length'), expected: expected.length, actual: found.length }];
  return expected.flatMap((value, index) => decisionDifferences(found[index], value, within(path, String(index))));
};

/**
 * Where a decision is not as expected. Of objects only the keys that are expected count; lists must have the same length.
 * Empty when all is as expected.
 */
export const decisionDifferences = (actual: unknown, expected: unknown, path = ''): readonly DecisionDifference[] => {
  if (Array.isArray(expected)) return compareLists(actual, expected, path);
  if (isRecord(expected)) {
    if (!isRecord(actual)) return [{ path, expected, actual }];
    return Object.entries(expected).flatMap(([key, value]) => decisionDifferences(actual[key], value, within(path, key)));
  }
  return Object.is(actual, expected) ? [] : [{ path, expected, actual }];
};

const show = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

/** One difference as a sentence: `pays.return is "buyer", expected "seller"`. */
export const showDifference = ({ path, expected, actual }: DecisionDifference): string =>
  `${path === '' ? 'the decision' : path} is ${show(actual)}, expected ${show(expected)}`;
