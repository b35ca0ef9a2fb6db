import { brand } from '../../../core/brand.js';
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

const twoDigits = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));
const days = new Map<number, string>();

/** `2026-11-21T` of a day since the epoch. A list is made of few days, and formatting a date costs more than all else of a field. */
const dayTextOf = (day: number): string => {
  const known = days.get(day);
  if (known !== undefined) return known;
  if (days.size >= 1000) days.clear();
  const text = toInstant(day * 86_400_000).slice(0, 11);
  days.set(day, text);
  return text;
};

const instantOf = (seconds: number): Instant => {
  const second = seconds % 86_400;
  const [hours, minutes] = [Math.floor(second / 3600), Math.floor(second / 60) % 60];
  const time = `${twoDigits[hours] ?? ''}:${twoDigits[minutes] ?? ''}:${twoDigits[second % 60] ?? ''}`;
  return brand<Instant>(`${dayTextOf((seconds - second) / 86_400)}${time}.000Z`);
};

/** Unix seconds; 0, null and texts without a number mean that there is no such time. */
export const toTime = (value: WireNumber): Instant | undefined => {
  const seconds = toCount(value);
  if (seconds === undefined || seconds <= 0 || seconds > latestSecond) return undefined;
  return Number.isInteger(seconds) ? instantOf(seconds) : toInstant(Math.round(seconds * 1000));
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
 * The quick way for the usual amount. Division is rounded correctly, so a quotient that equals the value proves that the value is what
 * that decimal text is read as; beyond 15 digits two texts can be read as one value, and the slow way is taken.
 */
const exactMinorOf = (value: number, factor: number): number | undefined => {
  const minor = Math.round(value * factor);
  return Math.abs(minor) < 1e15 && minor / factor === value ? minor : undefined;
};

/**
 * Major units as Shopee sends them, exactly. A float finer than the currency allows (a sum made by Shopee) is rounded to its smallest
 * unit; what is not an amount at all is left out, because a read must not fail for it.
 */
export const toAmount = (value: WireNumber, currency: WireText): Money | undefined => {
  if (value === null || value === undefined || typeof currency !== 'string' || !currencyShape.test(currency)) return undefined;
  const minor = typeof value === 'number' ? exactMinorOf(value, 10 ** exponentOf(currency)) : undefined;
  if (minor !== undefined) return money(minor, currency);
  return toText(String(value)) === undefined ? undefined : roundedMoney(value, currency);
};
