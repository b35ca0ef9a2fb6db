import { MarketplaceError } from '../../../core/errors/marketplace-error.js';
import { exponentOf, money, toMoney, type Money } from '../../../core/money.js';
import { toInstant, type Instant } from '../../../core/time.js';
import type { WireNumber } from '../wire/fields.js';

type WireText = string | null | undefined;

/** Shopee writes "none" as `''`, `' '` or `'-'`. */
export const toText = (value: WireText): string | undefined => {
  if (value === null || value === undefined) return undefined;
  const text = value.trim();
  return text === '' || text === '-' ? undefined : text;
};

export const toCount = (value: WireNumber): number | undefined => {
  if (value === null || value === undefined || value === '') return undefined;
  const count = Number(value);
  return Number.isFinite(count) ? count : undefined;
};

/** An id as text; numbers above 2^53 already arrive as text. */
export const toIdentifier = (value: WireNumber): string | undefined =>
  typeof value === 'number' ? String(value) : toText(value);

const latestSecond = 253_402_300_799;

/** Unix seconds; 0, null and texts without a number mean that there is no such time. */
export const toTime = (value: WireNumber): Instant | undefined => {
  const seconds = toCount(value);
  return seconds === undefined || seconds <= 0 || seconds > latestSecond ? undefined : toInstant(Math.round(seconds * 1000));
};

const currencyShape = /^[A-Z]{3}$/;

const roundedMoney = (value: number | string, currency: string): Money | undefined => {
  try {
    return toMoney(value, currency, 'half-even');
  } catch (error) {
    if (MarketplaceError.isInstance(error)) return undefined;
    throw error;
  }
};

/**
 * Major units as Shopee sends them, exactly. A float finer than the currency allows (a sum made by Shopee) is rounded to its smallest
 * unit; what is not an amount at all is left out, because a read must not fail for it.
 */
export const toAmount = (value: WireNumber, currency: WireText): Money | undefined => {
  if (value === null || value === undefined || typeof currency !== 'string' || !currencyShape.test(currency)) return undefined;
  if (typeof value === 'number' && Number.isSafeInteger(value)) {
    const minor = value * 10 ** exponentOf(currency);
    return Number.isSafeInteger(minor) ? money(minor, currency) : undefined;
  }
  return toText(String(value)) === undefined ? undefined : roundedMoney(value, currency);
};

/** The same object where a field that may be undefined has become a field that may be absent. */
export type Present<Shape> = {
  readonly [Key in keyof Shape as undefined extends Shape[Key] ? never : Key]: Shape[Key];
} & { readonly [Key in keyof Shape as undefined extends Shape[Key] ? Key : never]?: Exclude<Shape[Key], undefined> };

/** Leaves out what is undefined: a field that Shopee does not know is absent, never empty. */
export function present<Shape extends object>(shape: Shape): Present<Shape>;
export function present(shape: object): object {
  const kept: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(shape)) if (value !== undefined) kept[key] = value;
  return kept;
}
