import type { Money } from '../vocabulary.js';
import { divideHalfUp, exchange } from './exchange.js';
import { wholeInBasisPoints, type BasisPoints } from './terms.js';

/** An amount before rounding: minor units times ten thousand, so that a share in basis points is exact. */
export type ExactAmount = bigint;

const unit = BigInt(wholeInBasisPoints);

export const exactly = (minor: number): ExactAmount => BigInt(minor) * unit;

export const shareOf = (minor: number, share: BasisPoints): ExactAmount => BigInt(minor) * BigInt(share);

/** Half up (away from zero) to the minor unit. */
export const roundExact = (amount: ExactAmount): number => Number(divideHalfUp(amount, unit));

export const smaller = (left: ExactAmount, right: ExactAmount): ExactAmount => (left < right ? left : right);

/** An amount in the currency of the refund; `null` when it is in another one and no rate is known. */
export const inCurrency = (amount: Money, currency: string, rates: Readonly<Record<string, string>> | undefined): number | null =>
  exchange(amount, currency, rates)?.minor ?? null;
