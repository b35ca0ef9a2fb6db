import { formatCivilDay, millisecondsPerDay } from './civil-day.js';
import { createMemo } from './memo.js';

const timeOfDay = createMemo((milliseconds: number) => new Date(milliseconds).toISOString().slice(10));

const lastFourDigitYear = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
const firstFourDigitYear = Date.parse('0000-01-01T00:00:00.000Z');

/** What `toISOString` writes, put together from a day and a time of day that have most often been written before. */
export const formatInstant = (milliseconds: number): string => {
  if (milliseconds > lastFourDigitYear || milliseconds < firstFourDigitYear) return new Date(milliseconds).toISOString();
  const day = Math.floor(milliseconds / millisecondsPerDay);
  return formatCivilDay(day) + timeOfDay(milliseconds - day * millisecondsPerDay);
};
