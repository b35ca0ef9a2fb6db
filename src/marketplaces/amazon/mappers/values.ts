import { MarketplaceError } from '../../../core/errors/marketplace-error.js';
import { toMoney, type Money } from '../../../core/money.js';
import { toInstant, type Instant } from '../../../core/time.js';

type WireText = string | null | undefined;
type WireNumber = number | string | null | undefined;

/** Amazon writes an empty cell as a blank. */
export const toText = (value: WireText): string | undefined => {
  const text = value?.trim();
  return text === undefined || text === '' ? undefined : text;
};

export const toCount = (value: WireNumber): number | undefined => {
  if (value === null || value === undefined || value === '') return undefined;
  const count = Number(value);
  return Number.isFinite(count) ? count : undefined;
};

const orUndefined = <Value>(make: () => Value): Value | undefined => {
  try {
    return make();
  } catch (error) {
    if (MarketplaceError.isInstance(error)) return undefined;
    throw error;
  }
};

/** ISO 8601 with its offset; what is none is left out, because a read must not fail for it. */
export const toTime = (value: WireText): Instant | undefined => {
  const text = toText(value);
  return text === undefined ? undefined : orUndefined(() => toInstant(text));
};

/** Major units, as a number or in digits. A sum that Amazon's own arithmetic left with more decimals is rounded to the smallest unit. */
export const toAmount = (value: WireNumber, currency: WireText): Money | undefined => {
  const code = toText(currency);
  if (value === null || value === undefined || code === undefined) return undefined;
  return orUndefined(() => toMoney(value, code, 'half-even'));
};
