import { describe, expect, test } from 'vitest';
import { formatMoment, formatSpan, formatTimeLeft } from '../../src/cli/format.js';

describe('time for people', () => {
  test.each([
    [0, '0 min'],
    [59_999, '0 min'],
    [60_000, '1 min'],
    [4 * 3_600_000 + 17 * 60_000 + 59_000, '4 h 17 min'],
    [3_600_000, '1 h'],
    [24 * 3_600_000, '1 d'],
    [27 * 3_600_000 + 59 * 60_000, '1 d 3 h'],
    [400 * 86_400_000, '400 d'],
  ])('%i ms is %s', (ms, text) => {
    expect(formatSpan(ms)).toBe(text);
    expect(formatSpan(-ms)).toBe(text);
  });

  test('says whether it has passed', () => {
    expect(formatTimeLeft(3_600_000)).toBe('in 1 h');
    expect(formatTimeLeft(-3_600_000)).toBe('1 h late');
  });

  test('a moment is in UTC on every machine', () => {
    expect(formatMoment('2026-11-02T02:00:59.999Z')).toBe('2026-11-02 02:00 UTC');
  });
});
