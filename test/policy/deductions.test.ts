import { compilePolicy, decide, type PolicyDocument, type ReturnDecision } from 'aftersale/policy';
import { describe, expect, it } from 'vitest';
import { at, factsWith } from './sample-facts.js';

const refundUnder = (terms: Partial<PolicyDocument['rules'][number]>, item: object = {}): ReturnDecision['refund'] => {
  const rule = { id: 'returns', window: { days: 30, from: 'delivered' as const }, ...terms };
  const document = { aftersale: 'policy/v1' as const, id: 'house', rules: [rule] };
  return decide(compilePolicy([document], { packs: [] }), factsWith({ item }), at).refund;
};

describe('deductions never exceed what is refunded', () => {
  it('caps a fixed fee to the share of the price that comes back', () => {
    const fees = [{ kind: 'fixed-fee' as const, amount: '60.00 EUR' }];
    const refund = refundUnder({ refund: { item: '50%', outbound: 'none', form: 'original-means', fees } });
    expect(refund.total).toEqual({ minor: 0, currency: 'EUR' });
    expect(refund.lines).toMatchObject([
      { kind: 'item', amount: { minor: 4000 } },
      { kind: 'fixed-fee', amount: { minor: -4000 } },
    ]);
  });

  it('takes a percentage from the price as paid, not from the share of it that comes back', () => {
    const fees = [{ kind: 'restocking' as const, percent: '15%' }];
    const refund = refundUnder({ refund: { item: '50%', outbound: 'none', form: 'original-means', fees } });
    expect(refund.lines).toMatchObject([
      { kind: 'item', amount: { minor: 4000 } },
      { kind: 'restocking', amount: { minor: -1200 } },
    ]);
  });

  it('takes lost value only from what a fee left over', () => {
    const refund = refundUnder(
      {
        conditions: ['unused'],
        otherwise: { deduct: { kind: 'diminished-value', upTo: '100%' } },
        refund: { item: '100%', outbound: 'none', form: 'original-means', fees: [{ kind: 'restocking', percent: '15%' }] },
      },
      { condition: { isUsed: true, valueLoss: { minor: 8000, currency: 'EUR' } } },
    );
    expect(refund.total).toEqual({ minor: 0, currency: 'EUR' });
    expect(refund.lines).toMatchObject([
      { kind: 'item', amount: { minor: 8000 } },
      { kind: 'restocking', amount: { minor: -1200 } },
      { kind: 'diminished-value', amount: { minor: -6800 } },
    ]);
  });
});
