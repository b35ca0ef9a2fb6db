import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changedAt, firstSeenAt, joinKept, toInstant, toKept, type KeptObservation } from 'aftersale';

const readings = fc.array(
  fc
    .record({ at: fc.integer({ min: 0, max: 5 }), body: fc.constantFrom('a', 'b', 'c') })
    .map(({ at, body }) =>
      toKept({ key: 'row', group: 'order', nativeId: 'order/row', readAt: toInstant(at * 1000), body: { status: body } }),
    ),
  { minLength: 1, maxLength: 6 },
);

const joinAll = (kept: readonly KeptObservation[]): KeptObservation => kept.reduce(joinKept);

describe('readings of one observation', () => {
  test('join to the same record in any order and however often each is repeated', () => {
    fc.assert(
      fc.property(readings, fc.array(fc.nat(), { maxLength: 6 }), (kept, picks) => {
        const again = [...picks.map((pick) => kept[pick % kept.length]!), ...kept].reverse();
        expect(joinAll(again)).toEqual(joinAll(kept));
      }),
      { numRuns: 100 },
    );
  });

  test('join to the same record however they are grouped', () => {
    fc.assert(
      fc.property(readings, readings, readings, (first, second, third) => {
        const [left, middle, right] = [joinAll(first), joinAll(second), joinAll(third)];
        expect(joinKept(joinKept(left, middle), right)).toEqual(joinKept(left, joinKept(middle, right)));
      }),
      { numRuns: 50 },
    );
  });

  test('keep the newest content, and when it was first seen and last seen to change', () => {
    const at = (seconds: number, status: string): KeptObservation =>
      toKept({ key: 'row', group: 'order', nativeId: 'n', readAt: toInstant(seconds * 1000), body: { status } });
    const unchanged = joinAll([at(1, 'a'), at(2, 'a')]);
    expect([firstSeenAt(unchanged), changedAt(unchanged)]).toEqual([toInstant(1000), undefined]);
    const changed = joinAll([at(3, 'b'), at(1, 'a'), at(4, 'b')]);
    expect(changed).toMatchObject({ body: { status: 'b' }, readAt: toInstant(4000) });
    expect([firstSeenAt(changed), changedAt(changed)]).toEqual([toInstant(1000), toInstant(3000)]);
  });
});
