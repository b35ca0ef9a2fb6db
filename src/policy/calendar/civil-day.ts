import { createMemo } from './memo.js';

/** A day of the calendar as a whole number: days since 1970-01-01. Adding days is adding numbers; no zone, no clock. */
export type CivilDay = number;

export const millisecondsPerDay = 86_400_000;

/** 0 = Sunday … 6 = Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Days from 1970-01-01 of a proleptic Gregorian date. The year is taken to start in March, so that the leap day is its last. */
const fromParts = (year: number, month: number, day: number): CivilDay => {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const partsOf = (civilDay: CivilDay): DateParts => {
  const shifted = civilDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
};

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

const zero = 48;

/** So far below zero that no other digit can make up for it. */
const noDigit = -1_000_000;

/** The digit at a place of a text; for any other character a number that leaves everything made of it below zero. */
export const digitAt = (text: string, index: number): number => {
  const digit = text.charCodeAt(index) - zero;
  return digit >= 0 && digit <= 9 ? digit : noDigit;
};

/** The number two digits of a text make; below zero for anything else. */
export const pairAt = (text: string, index: number): number => digitAt(text, index) * 10 + digitAt(text, index + 1);

const dash = 45;
export const lengthOfDay = 10;

/**
 * The day that stands in the first ten characters as `YYYY-MM-DD`; `null` for any other text and for days that do not exist. Read
 * digit by digit: a decision reads half a dozen of them, and a regular expression would be a tenth of its time.
 */
export const parseLeadingDay = (text: string): CivilDay | null => {
  if (text.charCodeAt(4) !== dash || text.charCodeAt(7) !== dash) return null;
  const year = pairAt(text, 0) * 100 + pairAt(text, 2);
  const month = pairAt(text, 5);
  const day = pairAt(text, 8);
  const isReal = year >= 0 && month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= daysInMonth(year, month));
  return isReal ? fromParts(year, month, day) : null;
};

/** Reads `YYYY-MM-DD`; `null` for any other text and for days that do not exist. */
export const parseCivilDay = (text: string): CivilDay | null => (text.length === lengthOfDay ? parseLeadingDay(text) : null);

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

const writeDay = (civilDay: CivilDay): string => {
  const { year, month, day } = partsOf(civilDay);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
};

/** Days already written: the same few years come up again and again, and writing one costs more than finding it. */
const written = createMemo(writeDay);

export const formatCivilDay = (civilDay: CivilDay): string => written(civilDay);

const weekdays: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];

export const weekdayOf = (civilDay: CivilDay): Weekday => weekdays[(((civilDay + 4) % 7) + 7) % 7] ?? 0;

/** The same day number some months later; where that month is too short, its last day (Reg. 1182/71 art. 3(2)(c)). */
export const addMonths = (civilDay: CivilDay, months: number): CivilDay => {
  const { year, month, day } = partsOf(civilDay);
  const index = year * 12 + (month - 1) + months;
  const [targetYear, targetMonth] = [Math.floor(index / 12), (index % 12) + 1];
  return fromParts(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
};
