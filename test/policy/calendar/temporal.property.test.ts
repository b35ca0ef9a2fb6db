import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, vi } from 'vitest';
import { addMonths, formatCivilDay, parseCivilDay, weekdayOf } from '../../../src/policy/calendar/civil-day.js';
import { countryCodes, zonesOf } from '../../../src/policy/calendar/country-zones.js';
import { civilDayAt, endOfDay, startOfDay } from '../../../src/policy/calendar/zone.js';

// An independent implementation of the same calendar is the oracle here; it is slow, and so may the machine be.
vi.setConfig({ testTimeout: 120_000 });

const firstDay = parseCivilDay('1999-12-31') ?? 0;
const lastDay = parseCivilDay('2037-12-31') ?? 0;
const anyDay = fc.integer({ min: firstDay, max: lastDay });
const anyZone = fc.constantFrom(...new Set(countryCodes().flatMap((country) => zonesOf(country) ?? [])));

const dateOf = (day: number): Temporal.PlainDate => Temporal.PlainDate.from(formatCivilDay(day));

/** Days around which clocks changed, a day was skipped or the zone is off by part of an hour. */
const crooked = [
  ['Pacific/Apia', '2011-12-29'],
  ['Pacific/Apia', '2011-12-31'],
  ['Asia/Kathmandu', '2026-06-01'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['America/St_Johns', '2010-03-14'],
  ['America/Sao_Paulo', '2018-11-04'],
  ['Africa/Cairo', '2026-04-24'],
  ['Europe/Berlin', '2026-03-29'],
  ['Europe/Berlin', '2026-10-25'],
  ['America/Santiago', '2026-09-06'],
  ['Asia/Beirut', '2026-03-29'],
  ['Pacific/Kiritimati', '2026-01-01'],
] as const;

const expectSameDay = (zone: string, day: number): void => {
  const start = dateOf(day).toZonedDateTime(zone).startOfDay();
  const next = dateOf(day).add({ days: 1 }).toZonedDateTime(zone).startOfDay();
  expect(startOfDay(day, zone), `${zone} ${formatCivilDay(day)}`).toBe(start.epochMilliseconds);
  expect(endOfDay(day, zone), `${zone} ${formatCivilDay(day)}`).toBe(next.epochMilliseconds - 1);
};

describe('civil days, against Temporal', () => {
  it('begin and end when Temporal says, in every country', () => {
    fc.assert(
      fc.property(anyZone, anyDay, (zone, day) => expectSameDay(zone, day)),
      { numRuns: 400 },
    );
  });

  it.each(crooked)('begin and end when Temporal says in %s around %s', (zone, date) => {
    const day = parseCivilDay(date) ?? 0;
    for (const offset of [-2, -1, 0, 1, 2]) expectSameDay(zone, day + offset);
  });

  it('are the ones Temporal finds for an instant', () => {
    const anyInstant = fc.integer({ min: firstDay * 86_400_000, max: lastDay * 86_400_000 });
    fc.assert(
      fc.property(anyZone, anyInstant, (zone, instant) => {
        const expected = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
        expect(formatCivilDay(civilDayAt(instant, zone))).toBe(expected);
      }),
      { numRuns: 400 },
    );
  });

  it('add months and name weekdays as Temporal does, ends of months and leap years included', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 240 }), (day, months) => {
        expect(formatCivilDay(addMonths(day, months))).toBe(dateOf(day).add({ months }).toString());
        expect(weekdayOf(day)).toBe(dateOf(day).dayOfWeek % 7);
      }),
      { numRuns: 500 },
    );
  });
});
