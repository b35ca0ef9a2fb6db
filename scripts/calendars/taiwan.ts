import Holidays from 'date-holidays';

const dayInMs = 86_400_000;
const moved = (date: string, days: number): string => new Date(Date.parse(date) + days * dayInMs).toISOString().slice(0, 10);
const weekdayOf = (date: string): number => new Date(date).getUTCDay();

const saturday = 6;
const sunday = 0;
const isWeekend = (date: string): boolean => weekdayOf(date) === saturday || weekdayOf(date) === sunday;

/** The Enforcement Act for Memorial Days and Festivals, which made four memorial days, Labor Day and the day before New Year's Eve days off. */
const actInForce = '2025-05-28';
const daysOfTheAct = ['05-01', '09-28', '10-25', '12-25'];

/** What moves with moon and sun, from the general source. */
const festival = (year: number, rule: string): string => {
  const found = new Holidays('TW')
    .getHolidays(year)
    .find((holiday) => holiday.rule.startsWith(rule) && holiday.substitute !== true);
  if (found === undefined) throw new Error(`no holiday '${rule}' in ${String(year)}`);
  return found.date.slice(0, 10);
};

/** Children's Day on the day of the tombs is kept on the day before, on a Thursday on the day after. */
const childrensDay = (year: number, tombs: string): string => {
  const own = `${String(year)}-04-04`;
  if (own !== tombs) return own;
  return moved(own, weekdayOf(own) === 4 ? 1 : -1);
};

const singleDays = (year: number): readonly string[] => {
  const tombs = festival(year, 'chinese 5-01 solarterm');
  const fixed = ['01-01', '02-28', '10-10', ...daysOfTheAct].map((day) => `${String(year)}-${day}`);
  const all = [...fixed, childrensDay(year, tombs), tombs, festival(year, 'chinese 05-0-05'), festival(year, 'chinese 08-0-15')];
  return all.filter((date) => date >= actInForce || !daysOfTheAct.includes(date.slice(5))).sort();
};

const newYear = (year: number): readonly string[] => {
  const eve = festival(year, 'chinese 01-0-00');
  const days = [0, 1, 2, 3].map((after) => moved(eve, after));
  return eve >= actInForce ? [moved(eve, -1), ...days] : days;
};

/** The nearest day in a direction that is neither of a weekend nor closed already. */
const workdayFrom = (date: string, step: 1 | -1, closed: ReadonlySet<string>): string => {
  const next = moved(date, step);
  return isWeekend(next) || closed.has(next) ? workdayFrom(next, step, closed) : next;
};

/**
 * Days off of Taiwan. One that falls on a Saturday is made up for on the workday before, on a Sunday on the workday after, one of the
 * New Year on a workday after (article 8 of the act, since 2015 article 5-1 of the order before it). The general source makes up for
 * Sundays only and does not know the act.
 */
export const daysOffInTaiwan = (year: number): ReadonlySet<string> => {
  const single = [...singleDays(year), `${String(year + 1)}-01-01`];
  const closed = new Set([...single, ...newYear(year)]);
  for (const date of newYear(year)) if (isWeekend(date)) closed.add(workdayFrom(date, 1, closed));
  for (const date of single) if (isWeekend(date)) closed.add(workdayFrom(date, weekdayOf(date) === saturday ? -1 : 1, closed));
  return new Set([...closed].filter((date) => date.startsWith(String(year))).sort());
};
