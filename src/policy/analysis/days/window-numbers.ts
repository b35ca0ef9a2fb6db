import type { Settled } from '../../merge/settled.js';

/** A number for each window, whoever grants it: the same words are the same window. */
export type NumberWindow = (settled: Settled) => number;

export const createWindowNumbers = (): NumberWindow => {
  const bySettled = new WeakMap<Settled, number>();
  const byWords = new Map<string, number>();
  return (settled) => {
    const known = bySettled.get(settled);
    if (known !== undefined) return known;
    const words = JSON.stringify([settled.period?.value, settled.extensions]);
    const number = byWords.get(words) ?? byWords.size;
    byWords.set(words, number);
    bySettled.set(settled, number);
    return number;
  };
};
