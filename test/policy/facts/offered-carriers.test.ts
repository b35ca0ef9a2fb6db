import { compilePolicy, decide, toFacts } from 'aftersale/policy';
import { allPacks } from 'aftersale/policy/packs';
import { describe, expect, it } from 'vitest';
import { toCaseId, toInstant, type Case, type Order } from 'aftersale';

const policy = compilePolicy([], { packs: allPacks });
const instant = (day: string) => toInstant(`${day}T10:00:00Z`);
const price = { minor: 8000, currency: 'EUR' };

const lostOn = (marketplace: string): Case => ({
  id: toCaseId({ marketplace, environment: 'live', sellerId: '42', nativeId: '1' }),
  account: '42',
  marketplace,
  kind: 'return',
  phase: 'requested',
  waitingOn: 'seller',
  native: {},
  reason: { unified: 'not-received', raw: 'NEVER_ARRIVED' },
  order: { id: 'o-1' },
  items: [{ id: 'i-1', quantity: 1, price }],
  requested: { remedy: 'refund', amount: price },
  openedAt: instant('2026-10-30'),
  updatedAt: instant('2026-10-30'),
  site: 'DE',
  deadlines: [],
  actions: [],
  offers: [],
  evidence: [],
  shipments: [],
  refunds: [],
});

const orderOn = (marketplace: string): Order => ({
  id: 'o-1',
  marketplace,
  status: { unified: 'shipped', raw: 'SHIPPED' },
  currency: 'EUR',
  items: [{ id: 'i-1', quantity: 1, price }],
  parcels: [],
  placedAt: instant('2026-10-12'),
  shippedAt: instant('2026-10-14'),
  estimatedDeliveryAt: instant('2026-10-20'),
  buyerCountry: 'DE',
});

const factsOn = (marketplace: string) => toFacts(lostOn(marketplace), orderOn(marketplace));
const lawOf = (facts: ReturnType<typeof toFacts>) => {
  const { rights, missing, recommended, verdict } = decide(policy, facts, { at: '2026-10-30T12:00:00Z' });
  const right = rights.find(({ id }) => id === 'non-delivery/law:EU');
  return { verdict, recommended, right, asked: missing.map(({ fact }) => fact) };
};

describe('goods that never came to a buyer in the Union', () => {
  it.each(['amazon', 'aliexpress', 'shopee'])(
    '%s offers every carrier, so that the risk of the way was never the buyer’s',
    (name) => {
      const facts = factsOn(name);
      expect(facts.order.carrierChosenBy).toBe('seller');
      const { right, asked } = lawOf(facts);
      expect(right).toMatchObject({ verdict: 'eligible', reasons: ['within-window'] });
      expect(asked).not.toContain('order.carrierChosenBy');
    },
  );

  it('on Amazon they are decided by what the wire tells', () => {
    expect(lawOf(factsOn('amazon'))).toMatchObject({ verdict: 'eligible', recommended: 'non-delivery/law:EU' });
  });

  it('with a carrier of the buyer’s own they are for a person', () => {
    const facts = factsOn('amazon');
    const { right } = lawOf({ ...facts, order: { ...facts.order, carrierChosenBy: 'buyer' } });
    expect(right).toMatchObject({ verdict: 'needs-review', reasons: ['carrier-chosen-by-buyer'] });
  });

  it('where nobody knows the checkout it is asked for', () => {
    const facts = factsOn('memory');
    expect(facts.order).not.toHaveProperty('carrierChosenBy');
    expect(lawOf(facts).right?.verdict).toBe('needs-review');
    expect(lawOf(facts).asked).toContain('order.carrierChosenBy');
  });
});
