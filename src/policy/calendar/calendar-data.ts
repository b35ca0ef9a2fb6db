import type { Calendar } from './calendar.js';
import type { Weekday } from './civil-day.js';
import { movingDaysOf, wordsOf, type MovingRules } from './moving-days.js';

/** `MMDD` words of one year after the other, `|` between the years: `'0410 0413|0402 0405'`. Empty = none in any year. */
type YearlyDays = string;

interface StoredDays extends MovingRules {
  /** The days that are the same every year. */
  readonly always?: string;
  /** Days that follow no rule, or another one. */
  readonly moving?: YearlyDays;
}

interface StoredPart extends StoredDays {
  /** National closed days that are worked in this part. */
  readonly less?: YearlyDays;
}

/** The calendars of a country and its subdivisions, as `scripts/generate-calendars.js` writes them. */
export interface CalendarData extends StoredDays {
  readonly country: string;
  readonly from: number;
  readonly to: number;
  readonly weekend: readonly Weekday[];
  readonly formerWeekend?: Calendar['formerWeekend'];
  readonly worked?: YearlyDays;
  /** Half days and the like, of which it is not certain whether they count as worked. */
  readonly uncertain?: YearlyDays;
  /** From this year on nothing is officially announced. */
  readonly estimatedFrom?: number;
  /** Every place of the country lies in one of the parts. */
  readonly isWhollySubdivided?: true;
  readonly parts?: Readonly<Record<string, StoredPart>>;
  readonly source: string;
}

const datesOf = (words: string, year: number): readonly string[] =>
  wordsOf(words).map((word) => `${String(year)}-${word.slice(0, 2)}-${word.slice(2)}`);

const byYear = (days: YearlyDays | undefined, from: number): readonly string[] =>
  days === undefined ? [] : days.split('|').flatMap((words, index) => datesOf(words, from + index));

const closedDays = (days: StoredDays, { from, to }: CalendarData): readonly string[] => [
  ...Array.from({ length: to - from + 1 }, (_, index) => [
    ...datesOf(days.always ?? '', from + index),
    ...movingDaysOf(from + index, days),
  ]).flat(),
  ...byYear(days.moving, from),
];

const unique = (dates: readonly string[]): readonly string[] => [...new Set(dates)].sort();

/** The national calendar first, then one for each subdivision. */
export const toCalendars = (data: CalendarData): readonly Calendar[] => {
  const { country, from, to, weekend, formerWeekend, estimatedFrom, parts = {}, source } = data;
  const closed = unique(closedDays(data, data));
  const worked = byYear(data.worked, from);
  const uncertain = byYear(data.uncertain, from);
  const national: Calendar = {
    id: country,
    weekend,
    years: { from, to },
    closed,
    source,
    ...(formerWeekend === undefined ? {} : { formerWeekend }),
    ...(data.isWhollySubdivided === undefined ? {} : { isWhollySubdivided: data.isWhollySubdivided }),
    ...(worked.length === 0 ? {} : { worked }),
    ...(uncertain.length === 0 ? {} : { uncertain }),
    ...(estimatedFrom === undefined
      ? {}
      : { estimatedYears: Array.from({ length: to - estimatedFrom + 1 }, (_, index) => estimatedFrom + index) }),
  };
  const subdivisions = Object.entries(parts).map(([part, days]): Calendar => {
    const less = new Set(byYear(days.less, from));
    return {
      ...national,
      id: `${country}-${part}`,
      closed: unique([...closed.filter((date) => !less.has(date)), ...closedDays(days, data)]),
    };
  });
  return [national, ...subdivisions];
};
