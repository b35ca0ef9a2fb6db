import { brand, type Brand } from './brand.js';
import { InvalidInputError } from './errors/caller-errors.js';

/** A point in time, exactly `YYYY-MM-DDTHH:mm:ss.sssZ`, so that the order of texts is the order of times. */
export type Instant = Brand<string, 'Instant'>;

/** A day of the calendar, `YYYY-MM-DD`, in a zone named beside it. */
export type CivilDate = Brand<string, 'CivilDate'>;

/** The only source of time. Tests and the sandbox pass their own. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  now(): number;
  /** Resolves after `ms`, or rejects with the signal's reason as soon as it is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

const instantShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const civilDateShape = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a value is exactly `YYYY-MM-DDTHH:mm:ss.sssZ` and exists; `toInstant` takes other spellings. */
export const isInstant = (text: unknown): text is Instant =>
  typeof text === 'string' && instantShape.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString() === text;

/** An instant from epoch milliseconds, a `Date`, or any ISO 8601 text that carries its own offset. */
export const toInstant = (time: number | Date | string): Instant => {
  if (typeof time === 'string' && !/(?:Z|[+-]\d{2}:?\d{2})$/i.test(time)) {
    throw new InvalidInputError(`'${time}' has no time zone: expected ISO 8601 ending in Z or an offset`);
  }
  const date = new Date(time);
  const year = date.getUTCFullYear();
  if (Number.isNaN(date.getTime()) || year < 0 || year > 9999) {
    throw new InvalidInputError(`'${String(time)}' is not a time between the years 0 and 9999`);
  }
  return brand<Instant>(date.toISOString());
};

/** Milliseconds since the Unix epoch, to calculate with. */
export const epochMsOf = (instant: Instant): number => Date.parse(instant);

/** Whether a value is `YYYY-MM-DD` and a day of the calendar: `2026-02-30` is none. */
export const isCivilDate = (text: unknown): text is CivilDate => {
  const match = typeof text === 'string' ? civilDateShape.exec(text) : null;
  if (match === null) return false;
  const [, year = '', month = '', day = ''] = match;
  const date = new Date(Date.UTC(2000, Number(month) - 1, Number(day)));
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
};

/** Checks `YYYY-MM-DD` including the length of the month. */
export const toCivilDate = (text: string): CivilDate => {
  if (!isCivilDate(text)) throw new InvalidInputError(`'${text}' is not a calendar day: expected YYYY-MM-DD`);
  return text;
};
