import { tz } from '@date-fns/tz';
import { addBusinessDays } from 'date-fns/addBusinessDays';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  calendarsFor,
  compileCalendar,
  weekendCalendar,
  weekendOf,
  type Calendar,
} from '../../../src/policy/calendar/calendar.js';
import { countryCodes, isCountry, zonesOf } from '../../../src/policy/calendar/country-zones.js';
import { formatCivilDay, parseCivilDay } from '../../../src/policy/calendar/civil-day.js';
import { addWorkingDays, certainDay, rollToWorkingDay } from '../../../src/policy/calendar/working-days.js';
import { isTimeZone } from '../../../src/policy/calendar/zone.js';

// Many random cases: a slow machine needs the time.
vi.setConfig({ testTimeout: 120_000 });

const plain: Calendar = { id: 'XX', weekend: [0, 6], years: { from: 2020, to: 2032 }, closed: [], source: 'test' };
const china: Calendar = {
  ...plain,
  id: 'CN',
  closed: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  worked: ['2026-10-10'],
};
const day = (text: string): number => parseCivilDay(text)!;

describe('working days', () => {
  it('agree with date-fns where there are only weekends', () => {
    const calendar = compileCalendar(plain);
    const start = fc.integer({ min: day('2020-01-01'), max: day('2030-12-31') });
    fc.assert(
      fc.property(start, fc.integer({ min: 0, max: 60 }), (from, count) => {
        const expected = addBusinessDays(new Date(from * 86_400_000), count, { in: tz('UTC') }).getTime() / 86_400_000;
        expect(addWorkingDays({ start: from, count, calendar })).toEqual(certainDay(expected));
      }),
    );
  });

  it('skip holidays and work on make-up days', () => {
    const calendar = compileCalendar(china);
    const after = (count: number) => formatCivilDay(addWorkingDays({ start: day('2026-09-30'), count, calendar }).earliest);
    // 1–7 October are closed, the 8th and 9th and Saturday the 10th are worked.
    expect([after(1), after(2), after(3), after(4)]).toEqual(['2026-10-08', '2026-10-09', '2026-10-10', '2026-10-12']);
  });

  it('are a range where holidays are unknown: the earliest counts every weekday', () => {
    const { earliest, latest } = addWorkingDays({ start: day('2026-11-06'), count: 5, calendar: weekendCalendar('CN') });
    expect(formatCivilDay(earliest)).toBe('2026-11-13');
    expect(latest).toBeGreaterThan(earliest);
  });

  it('are unknown outside of the years of a calendar', () => {
    const calendar = compileCalendar({ ...plain, years: { from: 2026, to: 2026 } });
    expect(calendar.stateOf(day('2026-12-31'))).toBe('working');
    expect(calendar.stateOf(day('2027-01-01'))).toBe('unknown');
    expect(calendar.stateOf(day('2027-01-02'))).toBe('closed');
  });

  it('of a year not yet official are said to be estimated', () => {
    const calendar = compileCalendar({ ...plain, estimatedYears: [2027] });
    expect(['2026-12-31', '2027-01-01', '2040-01-01'].map((date) => calendar.knowledgeOn(day(date)))).toEqual([
      'official',
      'estimated',
      'missing',
    ]);
  });

  it('end even in a place that never works', () => {
    const never = compileCalendar({ ...plain, weekend: [0, 1, 2, 3, 4, 5, 6] });
    expect(addWorkingDays({ start: 0, count: 1, calendar: never }).earliest).toBeLessThan(10_000);
  });

  it('are rolled to by the last day alone', () => {
    const calendar = compileCalendar({ ...plain, closed: ['2026-12-25'] });
    expect(rollToWorkingDay(certainDay(day('2026-12-25')), [calendar])).toEqual(certainDay(day('2026-12-28')));
    expect(rollToWorkingDay(certainDay(day('2026-12-24')), [calendar])).toEqual(certainDay(day('2026-12-24')));
    const unknown = rollToWorkingDay(certainDay(day('2026-12-24')), [weekendCalendar('DE')]);
    expect(formatCivilDay(unknown.earliest)).toBe('2026-12-24');
    expect(unknown.latest).toBeGreaterThan(unknown.earliest);
  });

  it('roll to a range where a place has several calendars, each place by its own, however often they are asked', () => {
    const closed = compileCalendar({ ...plain, closed: ['2026-12-25'] });
    const [open, both] = [[compileCalendar(plain)], [compileCalendar(plain), closed]];
    const christmas = certainDay(day('2026-12-25'));
    for (const time of ['first', 'second']) {
      expect([time, rollToWorkingDay(christmas, open)]).toEqual([time, christmas]);
      expect([time, rollToWorkingDay(christmas, [closed])]).toEqual([time, certainDay(day('2026-12-28'))]);
      expect([time, rollToWorkingDay(christmas, both)]).toEqual([
        time,
        { earliest: day('2026-12-25'), latest: day('2026-12-28') },
      ]);
    }
  });
});

describe('places', () => {
  it.each([
    ['DE', [0, 6]],
    ['IL', [5, 6]],
    ['SA', [5, 6]],
    ['AE', [0, 6]],
    ['US-CA', [0, 6]],
    ['IR', [5]],
  ])('%s rests on %o', (place, weekend) => {
    expect(weekendOf(place)).toEqual(weekend);
  });

  it('use their own calendar, their country’s, or every one they could be', () => {
    const known = new Map(['DE', 'DE-BY', 'DE-BE', 'FR'].map((id) => [id, compileCalendar({ ...plain, id })]));
    const ids = (place: string) => calendarsFor(place, known).map(({ id }) => id);
    expect([ids('DE-BY'), ids('DE-HH'), ids('DE'), ids('FR'), ids('PL'), ids('PL-14')]).toEqual([
      ['DE-BY'],
      ['DE'],
      ['DE', 'DE-BY', 'DE-BE'],
      ['FR'],
      ['PL'],
      ['PL'],
    ]);
    expect(calendarsFor('PL', known)[0]?.hasHolidays).toBe(false);
  });

  it('all have zones this runtime knows', () => {
    expect(countryCodes().length).toBeGreaterThan(240);
    expect(
      countryCodes()
        .flatMap((country) => zonesOf(country) ?? [])
        .filter((zone) => !isTimeZone(zone)),
    ).toEqual([]);
    expect([isCountry('DE'), isCountry('XX'), isCountry('de'), zonesOf('XX')]).toEqual([true, false, false, null]);
  });
});
