import { compilePolicy, decide, type BuyerFacts, type OrderFacts } from 'aftersale/policy';
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

describe('goods that came before they were ordered', () => {
  const problemIn = (buyer: Partial<BuyerFacts>, order: OrderFacts): string | null | undefined => {
    const facts = factsWith({ buyer, order: { shippedAt: undefined, ...order } });
    return decide(policy, facts, at).reasons.find(({ code }) => code === 'facts-invalid')?.path;
  };

  it.each([
    ['two days in a row, both where the buyer is', '2026-11-02', '2026-11-03'],
    ['a minute before', '2026-11-03T09:59:00Z', '2026-11-03T10:00:00Z'],
    ['a minute before, told with offsets', '2026-11-03T23:59:00+14:00', '2026-11-03T10:00:00Z'],
    ['the day before a time that is in the same day everywhere in the country', '2026-11-02', '2026-11-03T10:00:00Z'],
    ['a time on the day before', '2026-11-02T20:00:00Z', '2026-11-03'],
  ])('%s', (_name, deliveredAt, placedAt) => {
    expect(problemIn({}, { placedAt, deliveredAt })).toBe('order.deliveredAt');
    expect(problemIn({}, { placedAt, deliveredAt: placedAt, parcels: [{ deliveredAt }] })).toBe('order.parcels.0.deliveredAt');
  });

  it.each([
    ['the same day', '2026-11-03', '2026-11-03'],
    ['the same time', '2026-11-03T10:00:00Z', '2026-11-03T12:00:00+02:00'],
    ['a day that the order was still in there', '2026-11-02', '2026-11-03T04:30:00Z'],
    ['a time that is in the day of the order there', '2026-11-04T03:00:00Z', '2026-11-03'],
    ['a day that the order was still in somewhere in the country', '2026-11-02', '2026-11-03T09:30:00Z'],
  ])('are not those of %s', (_name, deliveredAt, placedAt) => {
    const timeZone = placedAt.includes('T09:30') ? {} : { timeZone: 'America/New_York' };
    expect(problemIn({ country: 'US', ...timeZone }, { placedAt, deliveredAt })).toBeUndefined();
  });
});
