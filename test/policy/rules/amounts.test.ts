import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactly, floorExact, negate, plus, roundExact, shareOf, smaller } from '../../../src/policy/rules/amounts.js';

const minor = fc.oneof(fc.integer({ min: 0, max: 1_000_000 }), fc.maxSafeNat());
const share = fc.integer({ min: 0, max: 20_000 });

describe('amounts', () => {
  it('are as exact as big integers, on either side of what a number holds', () => {
    fc.assert(
      fc.property(minor, share, minor, share, (first, firstShare, second, secondShare) => {
        const [left, right] = [shareOf(first, firstShare), shareOf(second, secondShare)];
        const [bigLeft, bigRight] = [BigInt(first) * BigInt(firstShare), BigInt(second) * BigInt(secondShare)];
        expect(BigInt(plus(left, right))).toBe(bigLeft + bigRight);
        expect(BigInt(plus(left, negate(right)))).toBe(bigLeft - bigRight);
        expect(BigInt(smaller(left, right))).toBe(bigLeft < bigRight ? bigLeft : bigRight);
        expect(floorExact(left)).toBe(Number(bigLeft / 10_000n));
        expect(roundExact(left)).toBe(Number((bigLeft + 5000n) / 10_000n));
      }),
      { numRuns: 500 },
    );
  });

  it('round halves away from zero', () => {
    expect([roundExact(4999), roundExact(5000), roundExact(-5000), roundExact(negate(exactly(3)))]).toEqual([0, 1, -1, -3]);
  });
});
