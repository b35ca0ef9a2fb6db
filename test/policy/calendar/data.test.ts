import { describe, expect, it } from 'vitest';
import { dataOf } from '../../../scripts/calendars/write.js';
import { plans } from '../../../scripts/calendars/countries.js';
import { calendarsFor, compileCalendar, type DayState } from '../../../src/policy/calendar/calendar.js';
import { parseCivilDay } from '../../../src/policy/calendar/civil-day.js';
import { calendarLoaders } from '../../../src/policy/calendar/data/index.js';
import { calendarCountries, loadCalendars } from '../../../src/policy/calendar/load-calendars.js';

const dayIsOf = (years: { readonly from: number; readonly to: number }, date: string): boolean =>
  parseCivilDay(date) !== null && Number(date.slice(0, 4)) >= years.from && Number(date.slice(0, 4)) <= years.to;

const stateOn = async (place: string, date: string): Promise<DayState> => {
  const calendars = await loadCalendars([place]);
  const calendar = calendars.find(({ id }) => id === place);
  if (calendar === undefined) throw new Error(`no calendar of ${place}`);
  return compileCalendar(calendar).stateOf(parseCivilDay(date) ?? 0);
};

describe('the calendars carried', () => {
  it.each([
    ['CN', '2026-02-14', 'working', 'a Saturday that is worked for the spring festival'],
    ['CN', '2026-02-23', 'closed', 'the ninth day of the spring festival'],
    ['CN', '2026-03-08', 'closed', 'a Sunday'],
    ['CN', '2026-05-04', 'closed', 'youth day fell into the labour day break'],
    ['CN', '2026-06-01', 'working', 'children’s day is no day off'],
    ['CN', '2027-01-04', 'unknown', 'a year that nobody has announced'],
    ['KR', '2026-02-18', 'closed', 'the third day of Seollal'],
    ['KR', '2026-10-05', 'closed', 'the substitute of foundation day'],
    ['SA', '2026-11-20', 'closed', 'a Friday'],
    ['SA', '2026-11-22', 'working', 'a Sunday'],
    ['SA', '2026-03-22', 'closed', 'the last day of Eid al-Fitr'],
    ['TR', '2026-03-19', 'unknown', 'the half day before the feast'],
    ['TR', '2026-03-20', 'closed', 'the feast itself'],
    ['AE', '2021-12-31', 'closed', 'a Friday under the old weekend'],
    ['AE', '2022-01-07', 'working', 'a Friday under the new one'],
    ['UA', '2021-08-24', 'closed', 'independence day'],
    ['UA', '2023-08-24', 'unknown', 'a holiday suspended by martial law'],
    ['FR', '2026-05-25', 'closed', 'Whit Monday'],
    ['DE', '2026-06-04', 'working', 'Corpus Christi is not national'],
    ['DE-BY', '2026-06-04', 'closed', 'but Bavarian'],
    ['GB-SCT', '2026-04-06', 'working', 'Easter Monday is worked in Scotland'],
    ['GB-ENG', '2026-04-06', 'closed', 'and not in England'],
    ['US', '2026-11-26', 'closed', 'Thanksgiving'],
    ['CY', '2027-03-15', 'closed', 'Green Monday'],
    ['CY', '2027-03-16', 'working', 'the Tuesday after it'],
    ['CY', '2027-06-21', 'closed', 'Kataklysmos, the Monday of Pentecost'],
    ['TW', '2026-02-20', 'closed', 'makes up for the Sunday before New Year’s Eve'],
    ['TW', '2026-02-27', 'closed', 'makes up for Peace Memorial Day on a Saturday'],
    ['TW', '2026-05-01', 'closed', 'Labor Day for everybody, by the act of 2025'],
    ['TW', '2025-05-01', 'working', 'which was not yet in force'],
    ['TW', '2026-09-28', 'closed', 'the birthday of Confucius'],
    ['TW', '2026-10-26', 'closed', 'makes up for Retrocession Day on a Sunday'],
    ['TW', '2026-12-25', 'closed', 'Constitution Day'],
    ['TW', '2024-12-25', 'working', 'which was none before the act'],
    ['TW', '2024-04-05', 'closed', 'Children’s Day and the day of the tombs fell on one Thursday'],
    ['JP', '2026-09-22', 'closed', 'a day between two holidays'],
  ] as const satisfies readonly (readonly [string, string, DayState, string])[])(
    '%s on %s: %s (%s)',
    async (place, date, expected, _why) => {
      expect(await stateOn(place, date)).toBe(expected);
    },
  );

  it('are as the generator writes them today', async () => {
    for (const country of ['CN', 'CY', 'KR', 'TR', 'TW', 'LI']) {
      const plan = plans.find((candidate) => candidate.country === country);
      const loaded = await calendarLoaders[country]?.();
      expect(plan === undefined ? null : dataOf(plan)).toEqual(loaded?.data);
    }
  });

  it('hold real days in order of years, each with a source', async () => {
    for (const country of calendarCountries()) {
      for (const { closed, worked = [], uncertain = [], years, source } of await loadCalendars([country])) {
        expect(closed.length).toBeGreaterThan(40);
        expect([...closed, ...worked, ...uncertain].filter((date) => !dayIsOf(years, date))).toEqual([]);
        expect(source).toMatch(/\((MIT|CC BY-SA 3\.0)\)/);
      }
    }
  });

  it('leave no place of a wholly divided country to the national days alone', async () => {
    const known = new Map((await loadCalendars(['GB'])).map((calendar) => [calendar.id, compileCalendar(calendar)]));
    expect(calendarsFor('GB', known).map(({ id }) => id)).toEqual(['GB-ENG', 'GB-NIR', 'GB-SCT', 'GB-WLS']);
  });

  it('of a country that is not carried are none', async () => {
    expect(await loadCalendars(['AQ', 'de-by'])).toEqual([]);
  });
});
