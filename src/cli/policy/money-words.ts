import { MarketplaceError } from '../../core/errors/marketplace-error.js';
import { toMoney, type Money } from '../../core/money.js';
import { UsageError } from '../exit-code.js';

const amountShape = /^(-?\d+(?:\.\d+)?) ([A-Z]{3})$/;

const toAmount = (text: string): Money | string => {
  const [, decimal, currency] = amountShape.exec(text) ?? [];
  if (decimal === undefined || currency === undefined) return text;
  try {
    return toMoney(decimal, currency);
  } catch (error) {
    if (MarketplaceError.isInstance(error)) throw new UsageError(`'${text}': ${error.message}`);
    throw error;
  }
};

/** The same data with every text such as `20.00 EUR` read as money; no other fact is written like that. */
export const withMoney = (value: unknown): unknown => {
  if (typeof value === 'string') return toAmount(value);
  if (Array.isArray(value)) return value.map(withMoney);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withMoney(inner)]));
};
