import { compilePolicy, decide, type OrderFacts } from 'aftersale/policy';
import { describe, expect, it } from 'vitest';
import { at, factsWith } from '../sample-facts.js';

const policy = compilePolicy([]);

const problemOf = (order: OrderFacts, goodsReturnedAt: string): string | null | undefined => {
  const facts = factsWith({ order: { shippedAt: undefined, deliveredAt: undefined, ...order }, events: { goodsReturnedAt } });
  return decide(policy, facts, at).reasons.find(({ code }) => code === 'facts-invalid')?.path;
};

describe('goods that came in several parcels', () => {
  const parcels = [{ deliveredAt: '2026-11-02' }, { deliveredAt: '2026-11-12' }];

  it('cannot be back before the first of them came', () => {
    expect(problemOf({ parcels }, '2026-10-30')).toBe('events.goodsReturnedAt');
  });

  it('can be back before the last of them came', () => {
    expect(problemOf({ parcels, deliveredAt: '2026-11-12' }, '2026-11-08')).toBeUndefined();
  });

  it('can be back early while one of them has no date', () => {
    expect(problemOf({ parcels: [...parcels, {}] }, '2026-10-30')).toBeUndefined();
    expect(problemOf({ parcels: [...parcels, { isPending: true }] }, '2026-10-30')).toBe('events.goodsReturnedAt');
  });
});
