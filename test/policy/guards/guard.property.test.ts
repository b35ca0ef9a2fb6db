import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { buildGuard } from '../../../src/policy/guards/build-guard.js';
import { findUncovered } from '../../../src/policy/guards/cover.js';
import { compareSpecificity, intersectGuards, isGuardWithin, type Guard } from '../../../src/policy/guards/guard.js';

// Many random cases: a slow machine needs the time.
vi.setConfig({ testTimeout: 120_000 });

const countries = ['DE', 'DE-BY', 'FR', 'US', 'US-CA'];
const categories = ['toys', 'books', 'phones'];

const box = fc
  .record(
    {
      country: fc.subarray(countries, { minLength: 1 }),
      category: fc.subarray(categories, { minLength: 1 }),
      isInternational: fc.boolean(),
      daysSinceDelivery: fc
        .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
        .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) })),
    },
    { requiredKeys: [] },
  )
  .map((when): Guard => buildGuard(when));

interface Point {
  readonly country: string;
  readonly category: string;
  readonly isInternational: string;
  readonly days: number;
}

/** Every case the boxes can tell apart, one by one: the slow but obvious way. */
const points: readonly Point[] = [...countries, 'JP'].flatMap((country) =>
  [...categories, 'other'].flatMap((category) =>
    ['true', 'false'].flatMap((isInternational) =>
      [0, 1, 2, 3, 4, 5, 6, 7].map((days) => ({ country, category, isInternational, days })),
    ),
  ),
);

const holds = (guard: Guard, point: Point): boolean =>
  [...guard].every(([name, constraint]) => {
    if (constraint.kind === 'range') return point.days >= constraint.from && point.days <= constraint.to;
    if (name === 'country') return constraint.words.has(point.country) || constraint.words.has(point.country.slice(0, 2));
    return constraint.words.has(name === 'category' ? point.category : point.isInternational);
  });

describe('boxes', () => {
  it('lie inside each other when every case says so', () => {
    fc.assert(
      fc.property(box, box, (inner, outer) => {
        if (isGuardWithin(inner, outer)) expect(points.every((point) => !holds(inner, point) || holds(outer, point))).toBe(true);
      }),
    );
  });

  it('come before the boxes they lie in', () => {
    fc.assert(
      fc.property(box, box, (first, second) => {
        const inner = intersectGuards(first, second);
        fc.pre(inner !== null && !isGuardWithin(first, inner));
        expect(compareSpecificity(inner, first)).toBeLessThan(0);
      }),
    );
  });

  it('overlap in exactly the cases both hold', () => {
    fc.assert(
      fc.property(box, box, (left, right) => {
        const both = intersectGuards(left, right);
        for (const point of points) expect(both !== null && holds(both, point)).toBe(holds(left, point) && holds(right, point));
      }),
      { numRuns: 60 },
    );
  });

  it('are covered by others when no case is left', () => {
    fc.assert(
      fc.property(box, box, fc.array(box, { maxLength: 4 }), (left, right, covers) => {
        const isLeft = points.some(
          (point) => holds(left, point) && holds(right, point) && !covers.some((cover) => holds(cover, point)),
        );
        expect(findUncovered(left, right, covers) !== null).toBe(isLeft);
      }),
      { numRuns: 400 },
    );
  });
});
