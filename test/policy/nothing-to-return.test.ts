import type { CaseFacts, ReturnDecision } from 'aftersale/policy';
import { describe, expect, it } from 'vitest';
import { deadline, decideSale, right } from './packs/pack-facts.js';

const eur = (minor: number) => ({ minor, currency: 'EUR' });
const goods = (changes: Partial<CaseFacts['item']> = {}): CaseFacts['item'] => ({
  price: eur(8000),
  quantity: 1,
  quantityOrdered: 1,
  ...changes,
});
const promised = { estimatedDeliveryAt: '2026-11-06', carrierChosenBy: 'seller' } as const;
const onAmazon = { marketplace: 'amazon', site: 'DE' } as const;

/** Sold to Germany and never seen there, unless the reason says otherwise. */
const lost = (changes: Partial<CaseFacts> = {}): ReturnDecision =>
  decideSale({ country: 'DE', requestedAt: '2026-11-20', facts: { reason: 'not-received', order: promised, ...changes } });

const payers = ({ pays, rights }: ReturnDecision) => new Set([pays.return, ...rights.map((each) => each.pays.return)]);

describe('goods that never came are not sent back, so nobody pays a way back', () => {
  it.each([
    ['a free return is listed', { item: goods({ hasFreeReturns: true }) }],
    ['the listing has the seller pay', { item: goods({ listedReturnPayer: 'seller' }) }],
    ['the listing has the buyer pay', { item: goods({ listedReturnPayer: 'buyer' }) }],
    ['the seller agreed to pay', { agreed: { returnPayer: 'seller' } }],
    ['Amazon has the seller pay both ways', onAmazon],
  ] as const satisfies readonly (readonly [string, Partial<CaseFacts>])[])('though %s', (_name, facts) => {
    const decision = lost(facts);
    expect(decision).toMatchObject({ verdict: 'eligible', recommended: 'non-delivery/law:EU' });
    expect(payers(decision)).toEqual(new Set(['nobody']));
  });

  it.each([
    'not-received',
    'delivered-not-received',
    'empty-box',
    'customs-hold',
    'returned-before-export',
    'out-of-stock',
  ] as const)('%s', (reason) => {
    expect(payers(lost({ reason, ...onAmazon }))).toEqual(new Set(['nobody']));
  });

  it('nor are there duties about it, nor what it would cost', () => {
    const decision = lost({ ...onAmazon, returnShipping: { cost: eur(700), labelPayer: 'buyer' } });
    expect(deadline(decision, 'authorise-return')).toBeUndefined();
    expect(deadline(decision, 'answer')).toBeDefined();
    expect(decision.refund.lines.map(({ kind }) => kind)).toEqual(['item']);
    expect(decision.missing.map(({ fact }) => fact)).not.toContain('item.hasFreeReturns');
  });

  it('while goods that are on their way back, whatever the reason says, are waited for and inspected', () => {
    const decision = lost({ ...onAmazon, events: { goodsReturnedAt: '2026-11-18' } });
    expect(decision.pays.return).toBe('seller');
    expect(deadline(decision, 'authorise-return')).toBeDefined();
  });

  it.each(['customs-refused-or-duty-unpaid', 'delivery-failed-address', 'delivery-refused'] as const)(
    'while %s carries them back to the seller, who pays for it',
    (reason) => {
      expect(right(lost({ reason }), 'non-delivery')?.pays.return).toBe('seller');
    },
  );
});

describe('what is no thing is not sent back', () => {
  it.each([
    ['a service', { category: 'service' }],
    ['digital content', { category: 'digital-content' }],
    ['what is marked so', { traits: ['digital'] }],
  ] as const satisfies readonly (readonly [string, Partial<CaseFacts['item']>])[])('%s', (_name, item) => {
    for (const reason of ['no-reason', 'defective'] as const) {
      const decision = decideSale({ country: 'DE', facts: { reason, item: goods({ hasFreeReturns: true, ...item }) } });
      expect(decision.rights.map(({ pays }) => pays.return)).toEqual(decision.rights.map(() => 'nobody'));
      expect(decision.pays.return).toBe('nobody');
      expect(deadline(decision, 'dispatch-back')).toBeUndefined();
    }
  });

  it('software on a disc is a thing', () => {
    const sale = { country: 'DE', facts: { item: goods({ category: 'software' }) } } as const;
    expect(decideSale(sale).pays.return).toBe('buyer');
    expect(deadline(decideSale(sale), 'dispatch-back')).toBeDefined();
  });
});
