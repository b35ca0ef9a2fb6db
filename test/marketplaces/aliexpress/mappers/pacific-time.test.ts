import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { toPacificInstant, zone } from '../../../../src/marketplaces/aliexpress/mappers/pacific-time.js';

const written = (at: number): string => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at);
  const part = (type: string): string => parts.find((found) => found.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}:${part('second')}`;
};

describe('a time on the clock of Los Angeles', () => {
  test.each([
    ['winter', '2026-01-16 15:12:01', '2026-01-16T23:12:01.000Z'],
    ['summer', '2026-07-16 15:12:01', '2026-07-16T22:12:01.000Z'],
    ['the last second before the clock is put forward', '2026-03-08 01:59:59', '2026-03-08T09:59:59.000Z'],
    ['the hour that March skips', '2026-03-08 02:30:00', '2026-03-08T10:30:00.000Z'],
    ['the first second after it', '2026-03-08 03:00:00', '2026-03-08T10:00:00.000Z'],
    ['the hour that November shows twice is the first one', '2026-11-01 01:30:00', '2026-11-01T08:30:00.000Z'],
    ['the first second after it', '2026-11-01 02:00:00', '2026-11-01T10:00:00.000Z'],
    ['the turn of the year', '2026-12-31 23:59:59', '2027-01-01T07:59:59.000Z'],
    ['without seconds, with a T', '2026-01-16T15:12', '2026-01-16T23:12:00.000Z'],
  ])('%s', (_when, text, instant) => {
    expect(toPacificInstant(text)).toBe(instant);
  });

  test.each(['', 'tomorrow', '2026-02-30 10:00:00', '2026-01-16 24:00:01', '2026-13-01 00:00:00', '1767196801000'])(
    "'%s' is none",
    (text) => {
      expect(toPacificInstant(text)).toBeUndefined();
    },
  );

  test('is what the calendar of the machine says, but for the hour shown twice', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2015, 0, 1) / 1000, max: Date.UTC(2037, 0, 1) / 1000 }), (second) => {
        const read = Date.parse(toPacificInstant(written(second * 1000)) ?? '');
        expect([0, 3_600_000]).toContain(second * 1000 - read);
        expect(written(read)).toBe(written(second * 1000));
      }),
      { numRuns: 300 },
    );
  });
});
