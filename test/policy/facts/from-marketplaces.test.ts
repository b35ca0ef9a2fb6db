import { createMemoryAdapter } from 'aftersale/marketplaces/memory';
import { compilePolicy, decide, toFacts, type CaseFacts, type ReturnDecision } from 'aftersale/policy';
import { allPacks } from 'aftersale/policy/packs';
import { createFakeClock, type FakeClock } from 'aftersale/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Case, CaseId, CaseSummary, Order } from 'aftersale';
import { openLiveAliExpress } from '../../marketplaces/aliexpress/live-aliexpress.js';
import { openLiveAmazon } from '../../marketplaces/amazon/live-amazon.js';
import { openLiveShopee } from '../../marketplaces/shopee/live-shopee.js';

const policy = compilePolicy([], { packs: allPacks });
let clock: FakeClock;

beforeEach(() => {
  clock = createFakeClock({ startAt: '2026-11-21T00:00:00Z', autoAdvance: true });
});

interface Readable {
  readonly cases: { readonly list: () => AsyncIterable<CaseSummary>; readonly get: (id: CaseId) => Promise<Case> };
  readonly orders: { readonly get: (id: string) => Promise<Order> };
}

interface Decided {
  readonly found: Case;
  readonly order: Order;
  readonly facts: CaseFacts;
  readonly decision: ReturnDecision;
}

/** Reads cases as they are on the wire, with their orders, and decides each under every pack. */
const decideAll = async ({ cases, orders }: Readable, most = 8): Promise<readonly Decided[]> => {
  const decided: Decided[] = [];
  for await (const { id } of cases.list()) {
    if (decided.length === most) break;
    const found = await cases.get(id);
    const order = await orders.get(found.order.id);
    const facts = toFacts(found, order);
    decided.push({ found, order, facts, decision: decide(policy, facts, { at: '2026-11-21T00:00:00Z' }) });
  }
  return decided;
};

const isUsable = ({ facts, decision }: Decided): void => {
  expect(decision.reasons.filter(({ code }) => code === 'facts-invalid')).toEqual([]);
  expect(decision.rights).not.toEqual([]);
  expect(decision.warnings.map(({ code }) => code)).not.toContain('marketplace-rules-not-loaded');
  expect(facts.item.price.minor).toBeGreaterThan(0);
};

describe('cases of', () => {
  it('Shopee give a decision about the facts that the wire states', async () => {
    const live = await openLiveShopee({ clock, cases: 8 });
    const decided = await decideAll(live.adapter);
    expect(decided).toHaveLength(8);
    for (const each of decided) {
      isUsable(each);
      const wire = live.snapshotOf(each.found.id);
      const { buyer, site, requestedAt, item, platformDeadlines = [] } = each.facts;
      expect([buyer.country, site, requestedAt]).toEqual([wire.region, wire.region, wire.createdAt]);
      // A reason that Shopee reassessed takes the place of the buyer's.
      expect([wire.reason, 'ITEM_MISSING']).toContain(each.found.reason.raw);
      expect(each.facts.reason).toBe(each.found.reason.unified);
      expect(item.price.currency).toBe(wire.refund.currency);
      if (wire.status === 'REQUESTED') expect(platformDeadlines.map(({ by }) => by)).toContain(wire.dueAt);
    }
    expect(new Set(decided.map(({ decision }) => decision.verdict))).toContain('eligible');
    await live.close();
  });

  it('AliExpress give a decision about the facts that the wire states', async () => {
    const live = await openLiveAliExpress({ clock, cases: 8 });
    const decided = await decideAll(live.adapter);
    expect(decided).toHaveLength(8);
    for (const each of decided) {
      isUsable(each);
      const wire = live.snapshotOf(each.found.id);
      const { buyer, requestedAt, item, order } = each.facts;
      expect([requestedAt, item.price.currency, buyer.country]).toEqual([
        wire.createdAt,
        wire.maximum.currency,
        each.order.buyerCountry,
      ]);
      expect(order.placedAt).toBe(each.order.placedAt);
    }
    await live.close();
  });

  it('Amazon give a decision about the facts that the wire states', async () => {
    const live = await openLiveAmazon({ clock, cases: 8 });
    const decided = await decideAll(live.adapter);
    expect(decided).toHaveLength(8);
    const snapshots = new Map(live.snapshots().map((wire) => [`${wire.orderId} ${wire.reason}`, wire]));
    let compared = 0;
    for (const each of decided) {
      isUsable(each);
      const wire = snapshots.get(`${each.found.order.id} ${each.found.reason.raw}`);
      if (wire === undefined) continue;
      compared += 1;
      const { item, reason, site, buyer } = each.facts;
      expect([item.price.currency, item.quantity, reason]).toEqual([
        wire.paid.currency,
        wire.quantity,
        each.found.reason.unified,
      ]);
      expect([site, buyer.country]).toEqual([each.found.site, each.order.buyerCountry ?? each.found.site]);
    }
    expect(compared).toBeGreaterThan(2);
    await live.close();
  });

  it('the memory marketplace give a decision that knows no rules of it', async () => {
    const adapter = createMemoryAdapter({ clock });
    const items = [{ id: 'item-1', quantity: 2, price: { minor: 1000, currency: 'EUR' } }];
    adapter.native.open({ amount: { minor: 1500, currency: 'EUR' }, items, reason: 'wrong-item', buyerCountry: 'PL' });
    const [each] = await decideAll(adapter);
    expect(each?.decision.reasons.filter(({ code }) => code === 'facts-invalid')).toEqual([]);
    expect(each?.facts).toMatchObject({
      buyer: { country: 'PL' },
      reason: 'wrong-item',
      item: { price: items[0]?.price, quantity: 2 },
      requestedAt: '2026-11-21T00:00:00.000Z',
    });
    expect(each?.decision.rights.map(({ id }) => id)).toContain('conformity/law:EU');
    expect(each?.decision.warnings.map(({ code }) => code)).toContain('marketplace-rules-not-loaded');
  });
});
