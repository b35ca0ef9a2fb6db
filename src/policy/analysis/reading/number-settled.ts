import type { Settled } from '../../merge/settled.js';

/** A number for what settled rules say of one matter, whoever says it: the same words have the same number. */
export type NumberSettled = (settled: Settled) => number;

const createNumbers = (wordsOf: (settled: Settled) => unknown): NumberSettled => {
  const bySettled = new WeakMap<Settled, number>();
  const byWords = new Map<string, number>();
  return (settled) => {
    const known = bySettled.get(settled);
    if (known !== undefined) return known;
    const words = JSON.stringify(wordsOf(settled));
    const number = byWords.get(words) ?? byWords.size;
    byWords.set(words, number);
    bySettled.set(settled, number);
    return number;
  };
};

/** Numbers windows. */
export const createWindowNumbers = (): NumberSettled => createNumbers(({ period, extensions }) => [period?.value, extensions]);

/** Numbers what comes back for the goods. */
export const createRefundNumbers = (): NumberSettled =>
  createNumbers(({ share, form, fees, late, otherwise, conditions }) =>
    [share, form, fees, late, otherwise, conditions].map((said) => said?.value),
  );
