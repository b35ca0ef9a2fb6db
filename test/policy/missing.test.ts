import { compilePolicy, decide, type CaseFacts, type PolicyDocument } from 'aftersale/policy';
import { describe, expect, it } from 'vitest';
import { at, factsWith } from './sample-facts.js';

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
});
