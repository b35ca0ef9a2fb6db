import { formatMoney } from '../../core/money.js';
import { InvalidInputError } from '../../core/errors/caller-errors.js';
import type { Money } from '../vocabulary.js';

/** Exact sums, one for each currency. */
export interface Ledger {
  /** @throws InvalidInputError when a sum grows beyond what a number holds exactly. */
  readonly add: (amount: Money) => void;
  /** In the order of the currencies; sums of zero are left out. */
  readonly amounts: () => readonly Money[];
}

export const createLedger = (): Ledger => {
  const sums = new Map<string, number>();
  return {
    add: (amount) => {
      const sum = (sums.get(amount.currency) ?? 0) + amount.minor;
      if (!Number.isSafeInteger(sum)) {
        throw new InvalidInputError(
          `the amounts in ${amount.currency} add up to more than can be counted exactly (at ${formatMoney(amount)}): take fewer cases at once`,
        );
      }
      sums.set(amount.currency, sum);
    },
    amounts: () =>
      [...sums]
        .filter(([, minor]) => minor !== 0)
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([currency, minor]) => ({ minor, currency })),
  };
};
