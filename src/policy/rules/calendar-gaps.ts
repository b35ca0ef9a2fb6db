import type { WorkCalendar } from '../calendar/calendar.js';
import { partsOf, type CivilDay } from '../calendar/civil-day.js';

/** What is not known of the holidays that days were counted with, as the code of a warning: `calendar-missing:CN:2027`. */
export type CalendarGap = `calendar-${'estimated' | 'missing'}:${string}`;

const none: readonly CalendarGap[] = Object.freeze([]);

const gapOn = (day: CivilDay, { id, knowledgeOn }: WorkCalendar): readonly CalendarGap[] => {
  const knowledge = knowledgeOn(day);
  if (knowledge === 'official') return none;
  const country = id === '' ? 'nowhere' : id.slice(0, 2);
  return [`calendar-${knowledge}:${country}:${String(partsOf(day).year)}`];
};

type Gaps = readonly CalendarGap[] | undefined;

const unionOfGaps = (left: Gaps, right: Gaps): readonly CalendarGap[] => {
  if (left === undefined || left.length === 0) return right ?? none;
  return right === undefined || right.length === 0 ? left : [...new Set([...left, ...right])].sort();
};

const isNone = (gaps: Gaps): boolean => gaps === undefined || gaps.length === 0;

/** An end with more gaps; itself where there are none. */
export const withGaps = <End extends { readonly gaps?: readonly CalendarGap[] }>(end: End, first: Gaps, second?: Gaps): End => {
  if (isNone(first) && isNone(second)) return end;
  const gaps = unionOfGaps(unionOfGaps(end.gaps, first), second);
  return gaps === end.gaps ? end : { ...end, gaps };
};

/** The gaps met when counting or rolling from one day to another. Parts of a country are known for the same years as the whole. */
export const gapsBetween = (from: CivilDay, to: CivilDay, calendars: readonly WorkCalendar[]): readonly CalendarGap[] => {
  const [calendar] = calendars;
  if (calendar === undefined) return none;
  const first = gapOn(from, calendar);
  return from === to ? first : unionOfGaps(first, gapOn(to, calendar));
};
