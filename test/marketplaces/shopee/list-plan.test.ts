import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { toInstant } from 'aftersale';
import { toListPlan, toWindows, type ListStep } from '../../../src/marketplaces/shopee/operations/list-plan.js';
import { findLastPage } from '../../../src/marketplaces/shopee/operations/last-page.js';

const now = toInstant('2026-11-21T00:00:00Z');
const day = 86_400;
const longest = 15 * day;

const boundsOf = ({ filter }: ListStep): readonly [number, number] => [
  filter.createTimeFrom ?? filter.updateTimeFrom ?? Number.NaN,
  filter.createTimeTo ?? filter.updateTimeTo ?? Number.NaN,
];

describe('windows of the list', () => {
  test('cover any range, overlap, and are never longer than Shopee takes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_500_000_000, max: 1_800_000_000 }),
        fc.integer({ min: 0, max: 800 * day }),
        (from, length) => {
          const windows = toWindows({ axis: 'create', from, until: from + length }).map(boundsOf);
          expect(windows[0]?.[1]).toBeGreaterThanOrEqual(from + length);
          expect(windows.at(-1)?.[0]).toBe(from);
          for (const [index, [start, end]] of windows.entries()) {
            expect(end).toBeGreaterThan(start);
            expect(end - start).toBeLessThanOrEqual(longest);
            const older = windows[index + 1];
            if (older !== undefined) expect(older[1]).toBeGreaterThan(start);
          }
        },
      ),
    );
  });
});

describe('the plan of a list', () => {
  const windows = { now, strategy: 'windows' } as const;

  test('without bounds: 60 days in windows, then what is older and still open, by status', () => {
    const plan = toListPlan({}, windows);
    const timed = plan.filter(({ filter }) => filter.createTimeFrom !== undefined);
    expect(timed).toHaveLength(5);
    expect(boundsOf(timed.at(-1) ?? plan[0]!)[0]).toBe(Date.parse(now) / 1000 - 60 * day);
    expect(plan.flatMap(({ filter }) => filter.status ?? [])).toEqual(['REQUESTED', 'PROCESSING', 'SELLER_DISPUTE', 'JUDGING']);
  });

  test('closed cases alone need no reading by status', () => {
    expect(toListPlan({ open: false }, windows).every(({ filter }) => filter.status === undefined)).toBe(true);
  });

  test('sends one pair of bounds only, so that their own rule cannot be broken', () => {
    const plan = toListPlan(
      { openedFrom: toInstant('2026-11-01T00:00:00Z'), updatedFrom: toInstant('2026-10-01T00:00:00Z') },
      windows,
    );
    expect(plan.every(({ filter }) => filter.createTimeFrom !== undefined && filter.updateTimeFrom === undefined)).toBe(true);
    const byUpdate = toListPlan({ updatedFrom: toInstant('2026-11-20T00:00:00Z') }, windows);
    expect(byUpdate.map(({ filter }) => filter)).toEqual([
      { updateTimeFrom: Date.parse('2026-11-20T00:00:00Z') / 1000, updateTimeTo: Date.parse(now) / 1000 },
    ]);
  });

  test('a range in the future has nothing to read', () => {
    expect(toListPlan({ openedFrom: toInstant('2027-01-01T00:00:00Z') }, windows)).toEqual([]);
  });

  test('without a lower bound all pages are read', () => {
    expect(toListPlan({ openedUntil: now }, windows)).toEqual([{ filter: {}, direction: 'forwards' }]);
  });

  test('unfiltered: backwards until the bound, then the open ones', () => {
    const [first, ...rest] = toListPlan({}, { now, strategy: 'unfiltered' });
    expect(first).toEqual({ filter: {}, direction: 'backwards', stopsBefore: toInstant('2026-09-22T00:00:00Z') });
    expect(rest).toHaveLength(4);
  });
});

describe('the last page', () => {
  test('is found for any length in few reads', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 5000 }), async (pages) => {
        let reads = 0;
        const last = await findLastPage((pageNo) => {
          reads += 1;
          return Promise.resolve({
            rows: pageNo < pages ? [{ return_sn: 'x', order_sn: 'y', create_time: 1 }] : [],
            hasMore: pageNo < pages - 1,
          });
        });
        expect(last.pageNo).toBe(Math.max(0, pages - 1));
        expect(last.page.rows).toHaveLength(pages === 0 ? 0 : 1);
        expect(reads).toBeLessThanOrEqual(2 * Math.ceil(Math.log2(pages + 2)) + 3);
      }),
    );
  });
});
