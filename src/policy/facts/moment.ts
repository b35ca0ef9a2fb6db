import { civilDayAt } from '../calendar/zone.js';
import { digitAt, lengthOfDay, millisecondsPerDay, pairAt, parseLeadingDay, type CivilDay } from '../calendar/civil-day.js';

/** When something happened: the civil day it was there, and the exact time where it is known. */
export interface Moment {
  readonly day: CivilDay;
  /** Epoch ms; `null` when only the day is known. */
  readonly milliseconds: number | null;
}

const instantShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

const zulu = 90;
const colon = 58;
const point = 46;
const letterT = 84;
const lengthWithSeconds = 20;
const lengthWithMilliseconds = 24;

/** What is no time of day in the two forms below. */
const noTime = -1;

/** The time of day after the `T` in the two forms machines write, `T10:00:00Z` and `T10:00:00.000Z`; `noTime` for every other. */
const timeOfDay = (text: string): number => {
  const isLong = text.length === lengthWithMilliseconds;
  if (!isLong && text.length !== lengthWithSeconds) return noTime;
  if (text.charCodeAt(10) !== letterT || text.charCodeAt(13) !== colon || text.charCodeAt(16) !== colon) return noTime;
  if (text.charCodeAt(text.length - 1) !== zulu || (isLong && text.charCodeAt(19) !== point)) return noTime;
  const hour = pairAt(text, 11);
  const minute = pairAt(text, 14);
  const second = pairAt(text, 17);
  const milliseconds = isLong ? pairAt(text, 20) * 10 + digitAt(text, 22) : 0;
  if (hour < 0 || minute < 0 || second < 0 || milliseconds < 0 || hour > 23 || minute > 59 || second > 59) return noTime;
  return ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds;
};

const parseSlowly = (text: string): number | null => {
  if (!instantShape.test(text) || parseLeadingDay(text) === null) return null;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? null : milliseconds;
};

/** Epoch ms of an ISO 8601 text with `Z` or an offset; `null` for any other text. */
export const parseInstant = (text: string): number | null => {
  const time = timeOfDay(text);
  if (time === noTime) return text.length > lengthOfDay ? parseSlowly(text) : null;
  const day = parseLeadingDay(text);
  return day === null ? null : day * millisecondsPerDay + time;
};

/** Periods are added to moments, and a sum must still be a day of four digits. */
const firstYearTooLate = '9000';

/** Whether the text is an instant or an existing civil day, before the year 9000. */
export const isWhen = (text: string): boolean =>
  text < firstYearTooLate && (text.length === lengthOfDay ? parseLeadingDay(text) : parseInstant(text)) !== null;

/** Reads an instant or civil day; the zone says which day it was there. */
export const toMoment = (when: string, zone: string): Moment | null => {
  if (when.length === lengthOfDay) {
    const day = parseLeadingDay(when);
    return day === null ? null : { day, milliseconds: null };
  }
  const milliseconds = parseInstant(when);
  return milliseconds === null ? null : { day: civilDayAt(milliseconds, zone), milliseconds };
};
