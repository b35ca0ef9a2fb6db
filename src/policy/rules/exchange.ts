import { exponentOf } from '../../core/money.js';
import type { Money } from '../vocabulary.js';

type Rates = Readonly<Record<string, string>> | undefined;

const rateShape = /^(\d{1,12})(?:\.(\d{1,12}))?$/;

/** Whether the text is a decimal rate such as `0.2451`. */
export const isRate = (text: string): boolean => rateShape.test(text) && /[1-9]/.test(text);

/**
 * Converts an amount with the rate `FROM/TO` of the facts, half up to the minor unit of the target; `null` without that rate.
 * Exact in between: the rate is read digit by digit, never as a float.
 */
export const exchange = (amount: Money, currency: string, rates: Rates): Money | null => {
  if (amount.currency === currency) return amount;
  const rate =
    rates === undefined ? undefined : Object.entries(rates).find(([pair]) => pair === `${amount.currency}/${currency}`)?.[1];
  const match = rate === undefined ? null : rateShape.exec(rate);
  if (match === null) return null;
  const [, whole = '', fraction = ''] = match;
  const scale = fraction.length + exponentOf(amount.currency) - exponentOf(currency);
  const product = BigInt(amount.minor) * BigInt(whole + fraction);
  const minor = scale >= 0 ? divideHalfUp(product, 10n ** BigInt(scale)) : product * 10n ** BigInt(-scale);
  return toSafeMoney(minor, currency);
};

/** Rounds to the nearest whole number, halves away from zero. */
export const divideHalfUp = (numerator: bigint, denominator: bigint): bigint => {
  const isNegative = numerator < 0n;
  const size = isNegative ? -numerator : numerator;
  const rounded = (2n * size + denominator) / (2n * denominator);
  return isNegative ? -rounded : rounded;
};

const toSafeMoney = (minor: bigint, currency: string): Money | null => {
  const value = Number(minor);
  return Number.isSafeInteger(value) ? { minor: value === 0 ? 0 : value, currency } : null;
};
