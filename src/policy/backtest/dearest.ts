import type { BacktestResult, DearCase } from './result.js';

/** Keeps the cases with the greatest amounts of each currency, whichever their sign; among equals the earlier ones. */
export interface Dearest {
  /** The case is only put together when it is to be kept. */
  readonly offer: (currency: string, minor: number, make: () => DearCase) => void;
  readonly list: () => BacktestResult['dearest'];
}

const weightOf = ({ amount }: DearCase): number => Math.abs(amount.minor);

const insert = (kept: DearCase[], found: DearCase, most: number): void => {
  const place = kept.findIndex((other) => weightOf(other) < weightOf(found));
  kept.splice(place === -1 ? kept.length : place, 0, found);
  kept.length = Math.min(kept.length, most);
};

export const createDearest = (most: number): Dearest => {
  const byCurrency = new Map<string, DearCase[]>();
  return {
    offer: (currency, minor, make) => {
      if (minor === 0) return;
      const kept = byCurrency.get(currency) ?? [];
      const least = kept[most - 1];
      if (least !== undefined && weightOf(least) >= Math.abs(minor)) return;
      insert(kept, make(), most);
      byCurrency.set(currency, kept);
    },
    list: () =>
      [...byCurrency]
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([currency, cases]) => ({ currency, cases: [...cases] })),
  };
};
