import { compilePolicy, decide, type CaseFacts, type PolicyDocument } from 'aftersale/policy';
import { allPacks } from 'aftersale/policy/packs';
import { describe, expect, it } from 'vitest';
import { saleTo, type Sale } from './packs/pack-facts.js';
import { at, factsWith } from './sample-facts.js';
import { lawPack, rule } from './sample-packs.js';

const missingUnder = (parts: Partial<PolicyDocument>, facts: CaseFacts) => {
  const rules = [{ id: 'returns', window: { days: 30, from: 'delivered' as const }, pays: { return: 'buyer' as const } }];
  const document: PolicyDocument = { aftersale: 'policy/v1', id: 'house', rules, ...parts };
  return decide(compilePolicy([document], { packs: [] }), facts, at).missing;
};

describe('facts that would change the answer', () => {
  it('are events that start a clock, presumed not to have happened', () => {
    const missing = missingUnder({ promises: { refund: { days: 5, from: 'goods-returned' } } }, factsWith({}));
    expect(missing).toContainEqual({ fact: 'events.goodsReturnedAt', affects: ['deadlines'], presumed: 'not-happened' });
  });

  it('are rates when a fee is in another currency', () => {
    const fees = [{ kind: 'fixed-fee' as const, amount: '5.00 USD' }];
    const window = { days: 30, from: 'delivered' as const };
    const rules = [{ id: 'returns', window, refund: { item: '100%', form: 'original-means' as const, fees } }];
    expect(missingUnder({ rules }, factsWith({}))).toContainEqual({ fact: 'rates', affects: ['refund'], presumed: null });
    const known = missingUnder({ rules }, factsWith({ rates: { 'USD/EUR': '0.9' } }));
    expect(known.map(({ fact }) => fact)).not.toContain('rates');
  });

  it.each([
    ['a fee for use', { refund: { fees: [{ kind: 'use' as const, percent: '10%', cap: '5.00 USD' }] } }],
    ['a fee for the way back', { refund: { fees: [{ kind: 'return-shipping' as const, cap: '5.00 USD' }] } }],
    ['a restocking fee', { refund: { fees: [{ kind: 'restocking' as const, percent: '10%', cap: '5.00 USD' }] } }],
    ['a share of the way back', { pays: { return: 'shared' as const, cap: '5.00 USD' } }],
  ])('are rates when only the cap of %s is in another currency', (_name, terms) => {
    const cost = { minor: 900, currency: 'EUR' };
    const returnShipping = { cost, labelPayer: 'buyer' as const };
    const refund = { item: '100%', form: 'original-means' as const };
    const rules = [
      { id: 'returns', window: { days: 30 }, ...terms, refund: { ...refund, ...('refund' in terms ? terms.refund : {}) } },
    ];
    expect(missingUnder({ rules }, factsWith({ returnShipping }))).toContainEqual({
      fact: 'rates',
      affects: ['refund'],
      presumed: null,
    });
    const known = missingUnder({ rules }, factsWith({ returnShipping, rates: { 'USD/EUR': '0.9' } }));
    expect(known.map(({ fact }) => fact)).not.toContain('rates');
  });

  it('are an agreement on who pays the way back, where the buyer would', () => {
    expect(missingUnder({}, factsWith({}))).toContainEqual({ fact: 'agreed.returnPayer', affects: ['pays'], presumed: 'none' });
    const agreed = missingUnder({}, factsWith({ agreed: { returnPayer: 'buyer' } }));
    expect(agreed.map(({ fact }) => fact)).not.toContain('agreed.returnPayer');
  });

  it.each(['hasFreeReturns', 'listedReturnPayer'] as const)('are what the listing says of it: %s', (name) => {
    const fact = `item.${name}`;
    const told = name === 'hasFreeReturns' ? { hasFreeReturns: false } : { listedReturnPayer: 'buyer' };
    expect(missingUnder({}, factsWith({})).find((missing) => missing.fact === fact)?.affects).toEqual(['pays']);
    expect(missingUnder({}, factsWith({ item: told })).map((missing) => missing.fact)).not.toContain(fact);
  });
});

describe('facts that would change the answer of the law or the marketplace', () => {
  const policy = compilePolicy([], { packs: allPacks });
  const missingOf = (sale: Sale, facts: Partial<CaseFacts> = {}) => decide(policy, { ...saleTo(sale), ...facts }, at).missing;

  it('are the promised day, where the law falls back on its own', () => {
    const order = { placedAt: '2026-09-18', carrierChosenBy: 'seller' } as const;
    const sale: Sale = { country: 'DE', requestedAt: '2026-09-28', facts: { reason: 'not-received' } };
    expect(missingOf(sale, { order })).toContainEqual({
      fact: 'order.estimatedDeliveryAt',
      affects: ['verdict', 'window', 'deadlines'],
      presumed: 'none',
    });
    const promised = missingOf(sale, { order: { ...order, estimatedDeliveryAt: '2026-09-25' } });
    expect(promised.map(({ fact }) => fact)).not.toContain('order.estimatedDeliveryAt');
  });

  it('are the cost of the cheapest delivery, where that is what comes back', () => {
    const paid = { minor: 990, currency: 'EUR' };
    const withShipping = (told: Partial<CaseFacts['order']>) => {
      const sale = saleTo({ country: 'DE' });
      return decide(policy, { ...sale, order: { ...sale.order, shipping: { paid }, ...told } }, at);
    };
    const asked = { fact: 'order.shipping.cheapestStandard', affects: ['refund'], presumed: null };
    expect(withShipping({}).missing).toContainEqual(asked);
    expect(withShipping({ deliveryMode: 'express' }).missing).toContainEqual(asked);
    expect(withShipping({ deliveryMode: 'standard' }).missing).not.toContainEqual(asked);
    const cheapestStandard = { minor: 490, currency: 'EUR' };
    expect(withShipping({ shipping: { paid, cheapestStandard } })).toMatchObject({ refund: { total: { minor: 8490 } } });
    expect(withShipping({ isWhole: false }).missing).not.toContainEqual(asked);
  });

  it('are the day that opens a window nobody knows to be open', () => {
    const sale: Sale = { country: 'SA', requestedAt: '2026-10-25', facts: { reason: 'returned-before-export' } };
    const decision = decide(policy, { ...saleTo(sale), order: { placedAt: '2026-09-29' } }, at);
    expect(decision.reasons).toContainEqual({
      code: 'window-unknown',
      path: 'order.estimatedDeliveryAt',
      right: 'non-delivery/law:SA',
    });
    expect(decision.missing).toContainEqual(
      expect.objectContaining({ fact: 'order.estimatedDeliveryAt', affects: ['verdict', 'window'], presumed: null }),
    );
  });

  it('are what was presumed of goods that a narrower window leaves out', () => {
    const sale: Sale = { country: 'GB', facts: { marketplace: 'amazon', site: 'GB' } };
    const item = { price: { minor: 8000, currency: 'GBP' }, quantity: 1, category: 'electronics' } as const;
    const missing = missingOf(sale, { item });
    for (const [fact, presumed] of [
      ['item.soldAs', 'new'],
      ['item.traits', 'none'],
    ])
      expect(missing.find((each) => each.fact === fact)).toMatchObject({
        presumed,
        affects: expect.arrayContaining(['verdict', 'window']) as unknown,
      });
    const general = missingOf(sale, { item: { ...item, category: 'furniture' } });
    expect(general.map(({ fact }) => fact)).not.toContain('item.soldAs');
  });

  it('are remedies that were tried, where one stands behind another', () => {
    const sale: Sale = { country: 'DE', facts: { reason: 'defective' } };
    const asked = missingOf(sale).find(({ fact }) => fact === 'remediesTried');
    expect(asked).toMatchObject({ presumed: 'none', affects: expect.arrayContaining(['refund']) as unknown });
    expect(missingOf(sale, { remediesTried: [] }).map(({ fact }) => fact)).not.toContain('remediesTried');
  });

  it('are promises to pay the way back, where nobody knows who pays it', () => {
    const missing = missingOf({ country: 'DE' }, { disclosures: { withdrawalRight: true } });
    const asked = missing.find(({ fact }) => fact === 'agreed.returnPayer');
    expect(asked).toMatchObject({ affects: ['pays'], presumed: 'none' });
  });

  it('decide no verdict that another right has decided', () => {
    const closes = { kind: 'span', amount: 7, unit: 'days', from: 'completed' } as const;
    const law = lawPack({ rules: [rule({ id: 'from-completion', rights: ['withdrawal'], terms: { window: { closes } } })] });
    const house = { aftersale: 'policy/v1', id: 'house', rules: [{ id: 'returns', window: { days: 30 } }] };
    const late = factsWith({ requestedAt: '2026-11-16T10:00:00Z' });
    const both = decide(compilePolicy([house], { packs: [law] }), late, at);
    expect(both.rights.map(({ verdict }) => verdict)).toEqual(['needs-review', 'eligible']);
    const asked = { fact: 'order.completedAt', presumed: null };
    expect(both.missing).toContainEqual({ ...asked, affects: ['window'] });
    const alone = decide(compilePolicy([], { packs: [law] }), late, at);
    expect(alone.missing).toContainEqual({ ...asked, affects: ['verdict', 'window'] });
  });

  it('are the days of the listing, which leave the window open and are not presumed', () => {
    const sale: Sale = { country: 'US', facts: { marketplace: 'ebay', site: 'US' } };
    expect(missingOf(sale)).toContainEqual({ fact: 'item.listedReturnDays', affects: ['verdict', 'window'], presumed: null });
  });
});
