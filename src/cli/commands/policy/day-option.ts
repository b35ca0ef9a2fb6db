import { InvalidArgumentError, Option } from 'commander';
import { parseCivilDay } from '../../../policy/calendar/civil-day.js';

const day = (text: string): string => {
  if (parseCivilDay(text) !== null) return text;
  throw new InvalidArgumentError('expected a day such as 2026-11-22.');
};

/** `--at DAY`: the same answer tomorrow as today, for who names the day. */
export const dayOption = (description: string): Option =>
  new Option('--at <day>', `${description}; today (UTC) unless given`).argParser(day);

/** A day of which the description says what it is when nobody names it. */
export const horizonOption = (flags: string, description: string): Option => new Option(flags, description).argParser(day);

/** The day of an option, or today: the only place where these commands look at the clock. */
export const dayOrToday = (told: string | undefined): string => told ?? new Date().toISOString().slice(0, 10);
