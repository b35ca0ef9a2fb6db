import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { both, complementOf, expectedOf, isChance, textOf, toChance } from '../../../src/triage/solutions/chance.js';
import { eur } from '../cases.js';

const chance = fc.integer({ min: 0, max: 1_000_000 }).map((parts) => toChance((parts / 1_000_000).toFixed(6)));

describe('a chance', () => {
  it.each(['0', '1', '0.5', '0.000001', '1.0', '0.10'])('may be %s', (text) => {
    expect(isChance(text)).toBe(true);
  });

  it.each(['', '.5', '1.1', '-0.5', '2', '0.1234567', '50%', '1e-3', '0,5', '00.5'])('is never "%s"', (text) => {
    expect(isChance(text)).toBe(false);
  });

  it('multiplies exactly where binary fractions cannot', () => {
    expect(textOf(both(toChance('0.1'), toChance('0.2')))).toBe('0.02');
    expect(textOf(complementOf(toChance('0.9')))).toBe('0.1');
  });

  it.each([
    [5, '0.5', 3],
    [-5, '0.5', -3],
    [1, '0.499999', 0],
    [999, '0', 0],
    [999, '1', 999],
  ])('makes of %d minor units at %s: %d', (minor, text, expected) => {
    expect(expectedOf(eur(minor), toChance(text))).toEqual(eur(expected));
  });

  it('and its complement share an amount to within the rounding of the two', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), chance, (minor, one) => {
        const sum = expectedOf(eur(minor), one).minor + expectedOf(eur(minor), complementOf(one)).minor;
        expect(sum - minor).toBeGreaterThanOrEqual(0);
        expect(sum - minor).toBeLessThanOrEqual(1);
      }),
    );
  });
});
