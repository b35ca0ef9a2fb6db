import { compilePolicy, decide, deadlinesFrom, toFacts } from 'aftersale/policy';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../../src/core/case.js';
import { toCaseId } from '../../../src/core/ids.js';
import { money } from '../../../src/core/money.js';
import type { Order } from '../../../src/core/order.js';
import { toInstant } from '../../../src/core/time.js';

const instant = (text: string) => toInstant(`${text}Z`);

const found: Case = {
  id: toCaseId({ marketplace: 'shopee', environment: 'live', sellerId: '42', nativeId: '2400001' }),
  account: '42',
  marketplace: 'shopee',
  kind: 'return',
  phase: 'requested',
  waitingOn: 'seller',
  native: { status: 'REQUESTED' },
  reason: { unified: 'defective', raw: 'FUNCTIONAL_DMG' },
  order: { id: 'o-1' },
  items: [
    { id: 'i-1', sku: 'cheap', quantity: 2, price: money(100, 'SGD') },
    { id: 'i-2', sku: 'dear', quantity: 1, price: money(5000, 'SGD') },
  ],
  requested: { remedy: 'refund', amount: money(5200, 'SGD') },
  openedAt: instant('2026-11-05T02:00:00'),
  updatedAt: instant('2026-11-06T02:00:00'),
  site: 'SG',
  deadlines: [
    {
      duty: 'answer',
      party: 'seller',
      by: instant('2026-11-07T15:59:59'),
      onMiss: 'auto-refunded',
      source: 'marketplace',
      certainty: 'stated',
    },
    { duty: 'dispatch-back', party: 'buyer', by: instant('2026-11-30T15:59:59'), source: 'marketplace', certainty: 'estimated' },
  ],
  actions: [],
  offers: [],
  evidence: [
    { kind: 'photo', from: 'buyer', url: 'https://example.invalid/1.jpg' },
    { kind: 'text', from: 'buyer', text: 'does not start', at: instant('2026-11-05T02:00:00') },
  ],
  shipments: [
    { direction: 'outbound', status: { unified: 'delivered', raw: 'x' }, deliveredAt: instant('2026-11-02T04:00:00') },
    {
      direction: 'return',
      status: { unified: 'delivered', raw: 'x' },
      shippedAt: instant('2026-11-08T04:00:00'),
      deliveredAt: instant('2026-11-12T04:00:00'),
      payer: 'seller',
    },
  ],
  refunds: [],
};

const order: Order = {
  id: 'o-1',
  marketplace: 'shopee',
  status: { unified: 'completed', raw: 'COMPLETED' },
  currency: 'SGD',
  items: [
    { id: 'i-1', sku: 'cheap', quantity: 2, price: money(100, 'SGD') },
    { id: 'i-2', sku: 'dear', quantity: 3, price: money(5000, 'SGD') },
  ],
  parcels: [],
  placedAt: instant('2026-10-28T02:00:00'),
  shippedAt: instant('2026-10-29T02:00:00'),
  shippingPaid: money(199, 'SGD'),
  buyerCountry: 'MY',
};

describe('facts of a case', () => {
  it('say what the case alone knows, and nothing else', () => {
    expect(toFacts(found)).toEqual({
      marketplace: 'shopee',
      site: 'SG',
      buyer: { country: 'SG' },
      order: { deliveredAt: '2026-11-02T04:00:00.000Z', carrierChosenBy: 'seller' },
      item: { sku: 'dear', price: { minor: 5000, currency: 'SGD' }, quantity: 1 },
      reason: 'defective',
      remedy: 'refund',
      requestedAt: '2026-11-05T02:00:00.000Z',
      events: { dispatchedBackAt: '2026-11-08T04:00:00.000Z', goodsReturnedAt: '2026-11-12T04:00:00.000Z' },
      returnShipping: { labelPayer: 'seller' },
      platformDeadlines: [{ duty: 'answer', party: 'seller', by: '2026-11-07T15:59:59.000Z', onMiss: 'auto-refunded' }],
      evidence: [
        { kind: 'photo', from: 'buyer' },
        { kind: 'other', from: 'buyer', at: '2026-11-05T02:00:00.000Z' },
      ],
    });
  });

  it('say more with the order', () => {
    expect(toFacts(found, order)).toMatchObject({
      buyer: { country: 'MY' },
      order: {
        placedAt: '2026-10-28T02:00:00.000Z',
        shippedAt: '2026-10-29T02:00:00.000Z',
        shipping: { paid: { minor: 199 } },
        isWhole: false,
      },
      item: { quantity: 1, quantityOrdered: 3 },
    });
    const whole = { ...found, items: order.items.map(({ id, quantity, price }) => ({ id, quantity, price })) };
    expect(toFacts(whole, order).order.isWhole).toBe(true);
    expect(toFacts({ ...found, items: [] }, order).order).not.toHaveProperty('isWhole');
  });

  it('keep parcels apart when there are several', () => {
    const parcels = [
      { id: '1', deliveredAt: instant('2026-11-01T00:00:00') },
      { id: '2', shippedAt: instant('2026-10-30T00:00:00') },
    ];
    expect(toFacts(found, { ...order, parcels }).order.parcels).toEqual([
      { deliveredAt: '2026-11-01T00:00:00.000Z' },
      { shippedAt: '2026-10-30T00:00:00.000Z' },
    ]);
  });

  it('take the price from the amount asked when no line has one, and never invent money', () => {
    const bare = { ...found, items: [{ id: 'i-9', quantity: 2 }] };
    expect(toFacts(bare).item).toEqual({ price: { minor: 2600, currency: 'SGD' }, quantity: 2 });
    const decision = decide(compilePolicy([shop]), toFacts({ ...bare, items: [], requested: { remedy: 'refund' } }), {
      at: found.updatedAt,
    });
    expect(decision.refund).toMatchObject({ total: null, unknownLines: ['item', 'outbound-shipping'] });
    expect(decision.missing).toContainEqual({ fact: 'item.price', affects: ['refund'], presumed: null });
  });

  it('leave a case whose country nobody knows to a person', () => {
    const { site: _site, ...nowhere } = found;
    expect(decide(compilePolicy([shop]), toFacts(nowhere), { at: found.updatedAt }).reasons).toEqual([
      { code: 'facts-invalid', path: 'buyer.country', right: null },
    ]);
  });
});

const shop = {
  aftersale: 'policy/v1',
  id: 'shop',
  seller: { country: 'SG', timeZone: 'Asia/Singapore' },
  rules: [{ id: 'any', window: { days: 15 }, refund: { item: '100%' } }],
  promises: {
    answer: { days: 2, from: 'requested' },
    inspect: { days: 2, from: 'goods-returned', onMiss: 'auto-refunded' },
    refund: { days: 2, from: 'inspected' },
  },
};

describe('deadlines from a policy', () => {
  it('add to a case what it does not state, and no clock that has not started', () => {
    expect(deadlinesFrom(compilePolicy([shop]))({ ...found, phase: 'inspection' })).toEqual([
      {
        duty: 'inspect',
        party: 'seller',
        by: '2026-11-14T15:59:59.999Z',
        onMiss: 'auto-refunded',
        source: 'policy',
        certainty: 'derived',
      },
    ]);
  });

  it.each([
    ['claim', { claimOpenedAt: found.openedAt }],
    ['chargeback', { chargebackNoticeAt: found.openedAt }],
  ] as const)('of a %s tells when it was opened', (kind, events) => {
    expect(toFacts({ ...found, kind }).events).toMatchObject(events);
  });
});
