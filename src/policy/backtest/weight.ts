import type { Money } from '../vocabulary.js';
import type { Cost } from './cost.js';

/** What a case adds to the totals: its cost, or its cost less that under the older policy. */
export interface Weight {
  /** `null`: one of the refunds is not known, and half a difference would be a wrong one. */
  readonly amounts: readonly Money[] | null;
  /** The way back is left out of the amounts, because nobody knows what it costs. */
  readonly isWayBackLeftOut: boolean;
}

const signed = (amount: Cost['wayBack'], sign: 1 | -1): readonly Money[] =>
  amount === null || amount === 'unknown' ? [] : [{ minor: sign * amount.minor, currency: amount.currency }];

const isUnknown = ({ wayBack }: Cost): boolean => wayBack === 'unknown';

/** The weight of a case under one policy. */
export const weigh = (cost: Cost): Weight => ({
  amounts: cost.refund === null ? null : [cost.refund, ...signed(cost.wayBack, 1)],
  isWayBackLeftOut: isUnknown(cost),
});

/** What the newer policy costs more than the older one. A way back that both leave the seller to pay costs the same under both. */
export const weighDifference = (before: Cost, after: Cost): Weight => {
  if (before.refund === null || after.refund === null) return { amounts: null, isWayBackLeftOut: false };
  const refunds = [after.refund, ...signed(before.refund, -1)];
  const isLeftOut = isUnknown(before) !== isUnknown(after);
  const wayBack = isLeftOut ? [] : [...signed(after.wayBack, 1), ...signed(before.wayBack, -1)];
  return { amounts: [...refunds, ...wayBack], isWayBackLeftOut: isLeftOut };
};
