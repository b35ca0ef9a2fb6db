import { isKnownCurrency } from './currencies.js';
import { exponentOf } from '../../core/money.js';
import type { BasisPoints } from '../rules/terms.js';
import type { Money } from '../vocabulary.js';

const percentShape = /^(\d{1,3})(?:\.(\d{1,2}))?\s?%$/;
const moneyShape = /^(\d{1,13})(?:\.(\d{1,4}))?\s([A-Z]{3})$/;
const largestPercent = 20_000;

/** Reads `15%` or `12.5%` as hundredths of a percent; `null` for other texts and above 200 %. */
export const parsePercent = (text: string): BasisPoints | null => {
  const match = percentShape.exec(text);
  if (match === null) return null;
  const points = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return points <= largestPercent ? points : null;
};

/** Reads `20.00 EUR`; `null` for other texts, unknown currencies and more decimals than the currency has. */
export const parseAmount = (text: string): Money | null => {
  const match = moneyShape.exec(text);
  if (match === null) return null;
  const [, whole = '', fraction = '', currency = ''] = match;
  const exponent = exponentOf(currency);
  if (fraction.length > exponent || !isKnownCurrency(currency)) return null;
  const minor = Number(whole + fraction.padEnd(exponent, '0'));
  return Number.isSafeInteger(minor) ? { minor, currency } : null;
};
