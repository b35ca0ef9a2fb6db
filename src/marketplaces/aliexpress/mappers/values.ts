import { MarketplaceError } from '../../../core/errors/marketplace-error.js';
import { toMoney, type Money } from '../../../core/money.js';
import type { Instant } from '../../../core/time.js';
import type { WireFlag, WireNumber, WireText } from '../wire/fields.js';
import { toPacificInstant } from './pacific-time.js';

/** "None" comes as `''`; the documented words carry stray null characters. */
export const toText = (value: WireText): string | undefined => {
  const text = (value ?? '').replaceAll('\u0000', '').trim();
  return text === '' ? undefined : text;
};

/** An id as text; numbers above 2^53 already arrive as text. 0 means "none". */
export const toIdentifier = (value: WireNumber): string | undefined => {
  const text = typeof value === 'number' ? String(value) : toText(value);
  return text === '0' ? undefined : text;
};

export const toCount = (value: WireNumber): number | undefined => {
  if (value === null || value === undefined || value === '') return undefined;
  const count = Number(value);
  return Number.isFinite(count) ? count : undefined;
};

export const isTrue = (value: WireFlag): boolean => value === true || value === 'true';

export const toTime = (value: WireText): Instant | undefined => {
  const text = toText(value);
  return text === undefined ? undefined : toPacificInstant(text);
};

const currencyShape = /^[A-Z]{3}$/;

/** Major units, exactly. What is not an amount is left out, because a read must not fail for it. */
export const toAmount = (value: WireNumber, currency: WireText): Money | undefined => {
  const [text, code] = [digitsOf(value), toText(currency)];
  if (text === undefined || code === undefined || !currencyShape.test(code)) return undefined;
  try {
    return toMoney(text, code, 'half-even');
  } catch (error) {
    if (MarketplaceError.isInstance(error)) return undefined;
    throw error;
  }
};

const digitsOf = (value: WireNumber): string | undefined => (typeof value === 'number' ? String(value) : toText(value));
