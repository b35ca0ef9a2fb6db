import { civilDayAt } from '../calendar/zone.js';
import { parseCivilDay, type CivilDay } from '../calendar/civil-day.js';

/** When something happened: the civil day it was there, and the exact time where it is known. */
export interface Moment {
  readonly day: CivilDay;
  /** Epoch ms; `null` when only the day is known. */
  readonly milliseconds: number | null;
}

const instantShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Epoch ms of an ISO 8601 text with `Z` or an offset; `null` for any other text. */
export const parseInstant = (text: string): number | null => {
  if (!instantShape.test(text) || parseCivilDay(text.slice(0, 10)) === null) return null;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? null : milliseconds;
};

/** Whether the text is an instant or an existing civil day. */
export const isWhen = (text: string): boolean => parseCivilDay(text) !== null || parseInstant(text) !== null;

/** Reads an instant or civil day; the zone says which day it was there. */
export const toMoment = (when: string, zone: string): Moment | null => {
  const milliseconds = parseInstant(when);
  if (milliseconds !== null) return { day: civilDayAt(milliseconds, zone), milliseconds };
  const day = parseCivilDay(when);
  return day === null ? null : { day, milliseconds: null };
};
