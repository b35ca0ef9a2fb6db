import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as korea from '@hyunbinseo/holidays-kr/all';
import Holidays from 'date-holidays';
import * as z from 'zod';
import { movingDaysOf } from '../../src/policy/calendar/moving-days.js';
import type { CalendarPlan } from './countries.js';
import { daysOffInTaiwan } from './taiwan.js';

interface SourceHoliday {
  readonly date: string;
  readonly start: Date;
  readonly end: Date;
  readonly name: string;
  readonly rule: string;
  readonly type: string;
}

/** What one year of one place looks like. */
export interface YearOfDays {
  readonly closed: ReadonlySet<string>;
  readonly worked: ReadonlySet<string>;
  readonly uncertain: ReadonlySet<string>;
}

const dayInMs = 86_400_000;
const addDays = (date: string, days: number): string => new Date(Date.parse(date) + days * dayInMs).toISOString().slice(0, 10);

/** The source counts Alderney among the parts of the United Kingdom, which it is not. */
const strangers: ReadonlySet<string> = new Set(['GB-ALD']);

export const partsOf = (country: string): readonly string[] =>
  Object.keys(new Holidays().getStates(country)).filter(
    (part) => /^[A-Z0-9]{1,3}$/.test(part) && !strangers.has(`${country}-${part}`),
  );

/** A feast of several days is one entry with a start and an end; the days that are whole count, a half day at the edge does not. */
const wholeDays = ({ date, start, end }: SourceHoliday): readonly string[] => {
  const days = Math.max(1, Math.floor((end.getTime() - start.getTime()) / dayInMs));
  return Array.from({ length: days }, (_, index) => addDays(date.slice(0, 10), index));
};

/** Turkish feasts begin at one o'clock of the day before (Law 2429, art. 2). */
const evesOf = (country: string, holidays: readonly SourceHoliday[]): readonly string[] =>
  country === 'TR' ? holidays.filter(({ rule }) => /PT\d+H$/.test(rule)).map(({ date }) => addDays(date.slice(0, 10), -1)) : [];

const chinaYear = z.object({
  dates: z.array(z.object({ date: z.string(), type: z.enum(['public_holiday', 'transfer_workday']) })),
});

type ListedDay = z.output<typeof chinaYear>['dates'][number];

const readChinaList = (year: number): readonly ListedDay[] | null => {
  try {
    const file = fileURLToPath(import.meta.resolve(`holiday-calendar/data/CN/${String(year)}.json`));
    return chinaYear.parse(JSON.parse(readFileSync(file, 'utf8'))).dates;
  } catch {
    return null;
  }
};

/** China's list is the State Council's yearly notice: days off that move, weekends that are worked. A year not announced is absent. */
const readChina = (year: number): YearOfDays | null => {
  const own = readChinaList(year);
  if (own === null) return null;
  const known = [...own, ...(readChinaList(year + 1) ?? [])].filter(({ date }) => date.startsWith(String(year)));
  const ofType = (wanted: ListedDay['type']): ReadonlySet<string> =>
    new Set(known.filter(({ type }) => type === wanted).map(({ date }) => date));
  return { closed: ofType('public_holiday'), worked: ofType('transfer_workday'), uncertain: new Set() };
};

const readKorea = (year: number): YearOfDays | null => {
  const found = Object.entries(korea).find(([name]) => name === `y${String(year)}`)?.[1];
  return found === undefined ? null : { closed: new Set(Object.keys(found)), worked: new Set(), uncertain: new Set() };
};

const readGeneral = (plan: CalendarPlan, part: string | undefined, year: number): YearOfDays => {
  const source = part === undefined ? new Holidays(plan.country) : new Holidays(plan.country, part);
  const holidays = source.getHolidays(year).filter(({ type }) => type === 'public');
  const isUncertain = plan.uncertain ?? (() => false);
  const closed = new Set<string>();
  const uncertain = new Set<string>([
    ...evesOf(plan.country, holidays),
    ...(plan.halfDays ?? []).map((day) => `${String(year)}-${day}`),
  ]);
  for (const holiday of holidays) {
    for (const date of wholeDays(holiday)) {
      if (!date.startsWith(String(year))) continue;
      (isUncertain({ date, name: holiday.name, rule: holiday.rule }) ? uncertain : closed).add(date);
    }
  }
  const easter = (numbers: readonly number[] = []): readonly string[] => movingDaysOf(year, { orthodoxEaster: numbers });
  for (const date of easter(plan.orthodoxEaster?.open)) closed.delete(date);
  for (const date of easter(plan.orthodoxEaster?.closed)) closed.add(date);
  for (const date of closed) uncertain.delete(date);
  return { closed, worked: new Set(), uncertain };
};

/** The days of one year, `null` when nobody has announced them and an estimate would be a guess. */
export const readYear = (plan: CalendarPlan, part: string | undefined, year: number): YearOfDays | null => {
  if (plan.country === 'CN') return readChina(year);
  if (plan.country === 'TW') return { closed: daysOffInTaiwan(year), worked: new Set(), uncertain: new Set() };
  return (plan.country === 'KR' ? readKorea(year) : null) ?? readGeneral(plan, part, year);
};

/** Where the days of a country come from, with licence, as the data says it. */
export const sourceOf = ({ country }: CalendarPlan): string => {
  if (country === 'CN') return 'holiday-calendar 1.3.3 (MIT): yearly notices of the State Council';
  const general = 'date-holidays 3.37.0 (CC BY-SA 3.0)';
  if (country === 'TW') return `${general}, with the days off of the act of 2025-05-28 and the days that make up for weekends`;
  return country === 'KR' ? `@hyunbinseo/holidays-kr 5.2027.1 (MIT), later years ${general}` : general;
};
