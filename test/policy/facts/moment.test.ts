import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCivilDay, parseCivilDay } from '../../../src/policy/calendar/civil-day.js';
import { formatInstant } from '../../../src/policy/calendar/instant.js';
import { isWhen, parseInstant } from '../../../src/policy/facts/moment.js';

const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** The plain way to read the same texts. */
const readPlainly = (text: string): number | null => {
  const milliseconds = Date.parse(text);
  const day = text.slice(0, 10);
  const midnight = new Date(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
  return shape.test(text) && isDay && !Number.isNaN(milliseconds) ? milliseconds : null;
};

const written = fc.constantFrom(
  '2026-11-02T10:00:00.000Z',
  '2026-11-02T10:00:00Z',
  '2026-11-02T10:00+01:00',
  '2024-02-29T24:00:00Z',
  '2026-11-02T10:00:00.1234567Z',
  '2026-02-28',
);
const edit = fc.record({
  place: fc.nat(27),
  letter: fc.constantFrom('0', '1', '2', '3', '9', '-', 'T', ':', '.', 'Z', '+', ''),
  cut: fc.constantFrom(0, 1),
});

describe('instants', () => {
  it('are read digit by digit as the platform reads them, whatever the text', () => {
    fc.assert(
      fc.property(written, fc.array(edit, { maxLength: 3 }), (text, edits) => {
        let broken: string = text;
        for (const { place, letter, cut } of edits) broken = broken.slice(0, place) + letter + broken.slice(place + cut);
        expect(parseInstant(broken)).toBe(readPlainly(broken));
        const isMoment = readPlainly(broken) !== null || parseCivilDay(broken) !== null;
        expect(isWhen(broken)).toBe(isMoment && broken < '9000');
      }),
      { numRuns: 2000 },
    );
  });

  it('so late that a period would lead beyond four digits are facts of nobody', () => {
    expect(isWhen('8999-12-31')).toBe(true);
    expect(isWhen('9000-01-01')).toBe(false);
    expect(isWhen('9999-12-31T00:00:00Z')).toBe(false);
  });

  it('and days are written as the platform writes them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_167_219_200_000, max: 253_402_300_900_000 }), (milliseconds) => {
        expect(formatInstant(milliseconds)).toBe(new Date(milliseconds).toISOString());
      }),
    );
    expect(formatCivilDay(parseCivilDay('2024-02-29') ?? 0)).toBe('2024-02-29');
  });
});
