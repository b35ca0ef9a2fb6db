import type { Money } from '../vocabulary.js';
import { divideHalfUp, exchange } from './exchange.js';
import { wholeInBasisPoints, type BasisPoints } from './terms.js';

/**
 * An amount before rounding: minor units times ten thousand, so that a share in basis points is exact. A number while a number holds
 * it exactly, a big integer beyond: nearly all amounts fit, and reckoning with numbers takes a tenth of the time.
 */
export type ExactAmount = number | bigint;

const unit = BigInt(wholeInBasisPoints);

const toAmount = (value: bigint): ExactAmount => (Number.isSafeInteger(Number(value)) ? Number(value) : value);

/** An amount in minor units times some basis points. */
export const shareOf = (minor: number, share: BasisPoints): ExactAmount => {
  const product = minor * share;
  return Number.isSafeInteger(product) ? product : toAmount(BigInt(minor) * BigInt(share));
};

export const exactly = (minor: number): ExactAmount => shareOf(minor, wholeInBasisPoints);

export const plus = (left: ExactAmount, right: ExactAmount): ExactAmount => {
  const sum = typeof left === 'number' && typeof right === 'number' ? left + right : Number.NaN;
  return Number.isSafeInteger(sum) ? sum : toAmount(BigInt(left) + BigInt(right));
};

export const negate = (amount: ExactAmount): ExactAmount => (typeof amount === 'number' ? 0 - amount : -amount);

export const smaller = (left: ExactAmount, right: ExactAmount): ExactAmount => (left < right ? left : right);

const half = wholeInBasisPoints / 2;
const largestToRound = Number.MAX_SAFE_INTEGER - half;

/** Half up (away from zero) to the minor unit. */
export const roundExact = (amount: ExactAmount): number => {
  if (typeof amount === 'bigint' || Math.abs(amount) > largestToRound) return Number(divideHalfUp(BigInt(amount), unit));
  const size = Math.floor((Math.abs(amount) + half) / wholeInBasisPoints);
  return amount < 0 ? -size : size;
};

/** Down to the minor unit, of an amount that is not below zero. */
export const floorExact = (amount: ExactAmount): number => Number(BigInt(amount) / unit);

/** An amount in the currency of the refund; `null` when it is in another one and no rate is known. */
export const inCurrency = (
  amount: Money,
  currency: string,
  rates: Readonly<Record<string, string>> | undefined,
): number | null => (amount.currency === currency ? amount.minor : (exchange(amount, currency, rates)?.minor ?? null));
