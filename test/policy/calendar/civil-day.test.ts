import { tz } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { addMonths as addMonthsInZone } from 'date-fns/addMonths';
import { endOfDay as endOfDayInZone } from 'date-fns/endOfDay';
import { format } from 'date-fns/format';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { addMonths, formatCivilDay, parseCivilDay, weekdayOf } from '../../../src/policy/calendar/civil-day.js';
import { civilDayAt, endOfDay, isTimeZone, startOfDay, writeEndOfDay } from '../../../src/policy/calendar/zone.js';

// Many random cases: a slow machine needs the time.
vi.setConfig({ testTimeout: 120_000 });

const dayNumber = fc.integer({ min: parseCivilDay('1972-01-01')!, max: parseCivilDay('2099-12-31')! });
const instant = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2037, 11, 31) });

/** DST north and south, half and three-quarter hours, jumps over midnight, a skipped day, no DST. */
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Havana',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Asia/Beirut',
  'Africa/Cairo',
  'America/St_Johns',
  'Asia/Shanghai',
  'UTC',
];
const zone = fc.constantFrom(...zones);

describe('civil days', () => {
  it('are the days of the Gregorian calendar', () => {
    fc.assert(
      fc.property(dayNumber, (day) => {
        const date = new Date(day * 86_400_000);
        expect(formatCivilDay(day)).toBe(date.toISOString().slice(0, 10));
        expect(parseCivilDay(formatCivilDay(day))).toBe(day);
        expect(weekdayOf(day)).toBe(date.getUTCDay());
      }),
    );
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2100-02-29', '26-01-01', '2026-1-1', ' 2026-01-01'])(
    '%s is none',
    (text) => {
      expect(parseCivilDay(text)).toBeNull();
    },
  );

  it('add months as date-fns does', () => {
    const utc = tz('UTC');
    fc.assert(
      fc.property(dayNumber, fc.integer({ min: -60, max: 60 }), (day, months) => {
        const expected = addMonthsInZone(new Date(day * 86_400_000), months, { in: utc });
        expect(addMonths(day, months)).toBe(Math.floor(expected.getTime() / 86_400_000));
      }),
    );
  });
});

describe('days in a zone', () => {
  it('agree with @date-fns/tz on which day it is', () => {
    fc.assert(
      fc.property(instant, zone, (milliseconds, name) => {
        expect(formatCivilDay(civilDayAt(milliseconds, name))).toBe(format(milliseconds, 'yyyy-MM-dd', { in: tz(name) }));
      }),
      { numRuns: 1500 },
    );
  });

  it('end where @date-fns/tz says they end, also some days later', () => {
    fc.assert(
      fc.property(instant, zone, fc.integer({ min: 0, max: 60 }), (milliseconds, name, days) => {
        const inZone = { in: tz(name) };
        const later = addDays(milliseconds, days, inZone);
        const expected = endOfDayInZone(later, inZone);
        // On a day that was skipped at the date line the library has no day to end.
        fc.pre(format(later, 'yyyy-MM-dd', inZone) === formatCivilDay(civilDayAt(milliseconds, name) + days));
        const own = endOfDay(civilDayAt(milliseconds, name) + days, name);
        expect(civilDayAt(own + 1, name)).toBeGreaterThan(civilDayAt(own, name));
        // Until 2011 Newfoundland set its clocks back at 00:01, so that the day before came back for an hour: it ends at its first midnight here.
        fc.pre(civilDayAt(own + 1_800_000, name) === civilDayAt(own + 1, name));
        if (format(expected.getTime() + 1, 'yyyy-MM-dd', inZone) !== format(expected, 'yyyy-MM-dd', inZone))
          expect(own).toBe(expected.getTime());
      }),
      { numRuns: 1500 },
    );
  });

  it('follow each other without gap or overlap', () => {
    fc.assert(
      fc.property(instant, zone, (milliseconds, name) => {
        const day = civilDayAt(milliseconds, name);
        expect(startOfDay(day, name)).toBeLessThanOrEqual(milliseconds);
        expect(endOfDay(day, name)).toBeGreaterThanOrEqual(milliseconds);
        expect(startOfDay(day + 1, name)).toBe(endOfDay(day, name) + 1);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['Europe/Berlin', '2026-03-29', '2026-03-29T21:59:59.999Z'],
    ['Europe/Berlin', '2026-10-25', '2026-10-25T22:59:59.999Z'],
    ['Asia/Kolkata', '2026-11-20', '2026-11-20T18:29:59.999Z'],
    ['Pacific/Apia', '2011-12-29', '2011-12-30T09:59:59.999Z'],
    ['America/Sao_Paulo', '2018-11-03', '2018-11-04T02:59:59.999Z'],
  ])('%s %s ends at %s', (name, day, end) => {
    expect(new Date(endOfDay(parseCivilDay(day)!, name)).toISOString()).toBe(end);
  });

  it('are written with the instant they end at, the first time and every other', () => {
    fc.assert(
      fc.property(instant, zone, (milliseconds, name) => {
        const day = civilDayAt(milliseconds, name);
        const expected = { lastDay: formatCivilDay(day), at: new Date(endOfDay(day, name)).toISOString() };
        expect([writeEndOfDay(day, name), writeEndOfDay(day, name)]).toEqual([expected, expected]);
      }),
      { numRuns: 300 },
    );
  });

  it('know a zone from a typo', () => {
    expect([isTimeZone('Europe/Berlin'), isTimeZone('Europe/Berlln'), isTimeZone('')]).toEqual([true, false, false]);
  });
});
