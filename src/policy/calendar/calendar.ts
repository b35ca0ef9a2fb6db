import { createMemo } from './memo.js';
import { parseCivilDay, partsOf, weekdayOf, type CivilDay, type Weekday } from './civil-day.js';

/**
 * Which days are working days in one place, as data. A pack brings it; without one, the weekend of the country is known
 * and its holidays are not.
 */
export interface Calendar {
  /** Country or subdivision: `CN`, `DE-BY`. */
  readonly id: string;
  /** 0 = Sunday … 6 = Saturday. */
  readonly weekend: readonly Weekday[];
  /** A national calendar of which no place is without one of a subdivision, so that it is never the right one by itself. */
  readonly isWhollySubdivided?: boolean;
  /** First and last year covered; outside of them holidays are unknown. */
  readonly years: { readonly from: number; readonly to: number };
  /** Closed days besides the weekend, `YYYY-MM-DD`. */
  readonly closed: readonly string[];
  /** The weekend as it was until a day, which is the last one of that rule (the United Arab Emirates until 2021). */
  readonly formerWeekend?: { readonly until: string; readonly weekend: readonly Weekday[] };
  /** Weekend days that are worked to make up for holidays (China). */
  readonly worked?: readonly string[];
  /** Days of which it is not certain that they are worked: half days, holidays suspended for a time. */
  readonly uncertain?: readonly string[];
  /** Years not officially announced yet. */
  readonly estimatedYears?: readonly number[];
  readonly source: string;
}

export type DayState = 'working' | 'closed' | 'unknown';

/** A calendar ready for counting. `stateOf` answers `unknown` for a weekday whose holidays are not known. */
export interface WorkCalendar {
  readonly id: string;
  readonly stateOf: (day: CivilDay) => DayState;
  readonly hasHolidays: boolean;
  readonly isWhollySubdivided: boolean;
  /** How well the holidays of the day's year are known. */
  readonly knowledgeOn: (day: CivilDay) => HolidayKnowledge;
}

/** `estimated`: not officially announced yet. `missing`: the calendar does not reach so far, or there is none. */
export type HolidayKnowledge = 'official' | 'estimated' | 'missing';

/** Countries whose weekend is not Saturday and Sunday (Unicode CLDR, supplemental weekData). */
const otherWeekends: readonly (readonly [readonly Weekday[], string])[] = [
  [[5, 6], 'BH DZ EG IL IQ JO KW LY OM QA SA SD SY YE'],
  [[4, 5], 'AF'],
  [[5], 'IR'],
  [[0], 'IN UG'],
];

/** The weekend of a country or subdivision (`DE`, `DE-BY`). */
export const weekendOf = (place: string): readonly Weekday[] => {
  const country = place.slice(0, 2);
  return otherWeekends.find(([, countries]) => countries.includes(country))?.[0] ?? [0, 6];
};

/** What is known without a pack: weekends for certain, holidays not. */
export const weekendCalendar = (place: string): WorkCalendar => {
  const weekend = weekendOf(place);
  return {
    id: place,
    stateOf: (day) => (weekend.includes(weekdayOf(day)) ? 'closed' : 'unknown'),
    hasHolidays: false,
    isWhollySubdivided: false,
    knowledgeOn: () => 'missing',
  };
};

const dayNumbers = (texts: readonly string[]): ReadonlySet<CivilDay> =>
  new Set(texts.map((text) => parseCivilDay(text)).filter((day) => day !== null));

const weekendsOf = ({ weekend, formerWeekend }: Calendar): ((day: CivilDay) => readonly Weekday[]) => {
  const until = formerWeekend === undefined ? null : parseCivilDay(formerWeekend.until);
  return (day) => (until !== null && day <= until ? (formerWeekend?.weekend ?? weekend) : weekend);
};

export const compileCalendar = (calendar: Calendar): WorkCalendar => {
  const closed = dayNumbers(calendar.closed);
  const worked = dayNumbers(calendar.worked ?? []);
  const uncertain = dayNumbers(calendar.uncertain ?? []);
  const weekendOn = weekendsOf(calendar);
  const first = parseCivilDay(`${String(calendar.years.from)}-01-01`) ?? 0;
  const last = parseCivilDay(`${String(calendar.years.to)}-12-31`) ?? 0;
  const estimated = new Set(calendar.estimatedYears ?? []);
  return {
    id: calendar.id,
    stateOf: (day) => {
      if (worked.has(day)) return 'working';
      if (weekendOn(day).includes(weekdayOf(day)) || closed.has(day)) return 'closed';
      if (uncertain.has(day)) return 'unknown';
      return day >= first && day <= last ? 'working' : 'unknown';
    },
    hasHolidays: true,
    isWhollySubdivided: calendar.isWhollySubdivided === true,
    knowledgeOn: (day) => {
      if (day < first || day > last) return 'missing';
      return estimated.size > 0 && estimated.has(partsOf(day).year) ? 'estimated' : 'official';
    },
  };
};

type Calendars = ReadonlyMap<string, WorkCalendar>;

/** The calendars found for the places of a policy: the same ones come up in every case. */
const found = new WeakMap<Calendars, (place: string) => readonly WorkCalendar[]>();

/** The calendars to try for a place: its own, every one it could be when only the country is known, else its weekend alone. */
export const calendarsFor = (place: string, known: Calendars): readonly WorkCalendar[] => {
  const kept = found.get(known);
  if (kept !== undefined) return kept(place);
  const find = createMemo((wanted: string) => findCalendars(wanted, known));
  found.set(known, find);
  return find(place);
};

const findCalendars = (place: string, known: Calendars): readonly WorkCalendar[] => {
  const own = known.get(place);
  if (own !== undefined && place.includes('-')) return [own];
  const country = place.slice(0, 2);
  const national = known.get(country);
  if (place.includes('-')) return [national ?? weekendCalendar(country)];
  const parts = [...known.values()].filter(({ id }) => id.startsWith(`${country}-`));
  const whole = national === undefined || (national.isWhollySubdivided && parts.length > 0) ? [] : [national];
  const all = [...whole, ...parts];
  return all.length === 0 ? [weekendCalendar(country)] : all;
};
