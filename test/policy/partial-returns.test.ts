import { compilePolicy, decide, explain, type CaseFacts, type ReturnDecision } from 'aftersale/policy';
import { describe, expect, it } from 'vitest';
import { decideSale } from './packs/pack-facts.js';
import { at, factsWith } from './sample-facts.js';

const eur = (minor: number) => ({ minor, currency: 'EUR' });
const shipping = { paid: eur(490), cheapestStandard: eur(490) };
const part = { price: eur(8000), quantity: 1, quantityOrdered: 3 };

const settling = ({ warnings }: ReturnDecision) => warnings.filter(({ code }) => code.startsWith('part-not-settled'));
const partOf = (order: CaseFacts['order'], facts: Partial<CaseFacts> = {}) =>
  decideSale({ country: 'DE', facts: { item: part, order, ...facts } });

describe('what was paid for a whole order, of which a part comes back', () => {
  it('is left open where the law is silent, with the article that is', () => {
    const decision = partOf({ shipping });
    expect(decision).toMatchObject({ verdict: 'eligible', refund: { total: null, unknownLines: ['outbound-shipping'] } });
    expect(settling(decision)).toEqual([{ code: 'part-not-settled:CRD 13(1), 13(2)', right: null }]);
    // What is certain is told all the same.
    expect(decision.refund.lines).toMatchObject([{ kind: 'item', amount: eur(8000) }]);
  });

  it('is told in both languages', () => {
    const asked = { requestedAt: '2026-11-02' };
    expect(explain(partOf({ shipping }), { ...asked, locale: 'en' })).toContain(
      'How much of what was paid for the whole order goes with a part of it is not settled by CRD 13(1), 13(2)',
    );
    expect(explain(partOf({ shipping }), { ...asked, locale: 'zh-Hans' })).toContain(
      '仅退回订单的一部分时，为整个订单支付的款项应退多少，CRD 13(1), 13(2) 未作规定',
    );
  });

  it.each([
    ['the tax', { taxPaid: eur(700) }],
    ['the duties', { dutiesPaid: eur(700), incoterm: 'DDP' }],
  ] as const satisfies readonly (readonly [string, CaseFacts['order']])[])('is so for %s', (_name, order) => {
    const codes = settling(partOf({ shipping: { paid: eur(0) }, ...order })).map(({ code }) => code);
    expect(codes).toEqual(['part-not-settled:CRD 13(1), 13(3)']);
  });

  it.each([
    ['all of it comes back', { shipping, isWhole: true }, {}],
    ['nothing was paid for the delivery', { shipping: { paid: eur(0) } }, {}],
    ['nothing of it is promised', { shipping }, { marketplace: 'none-known', requestedAt: '2026-11-30' }],
  ] as const satisfies readonly (readonly [string, CaseFacts['order'], Partial<CaseFacts>])[])(
    'needs no word where %s',
    (_name, order, facts) => {
      expect(settling(partOf(order, facts))).toEqual([]);
    },
  );

  it('names every source that promises it, a seller’s own too', () => {
    const window = { days: 60 };
    const rules = [{ id: 'free', window, refund: { item: '100%', outbound: 'full', form: 'original-means' } }];
    const policy = compilePolicy([{ aftersale: 'policy/v1', id: 'house', rules }]);
    const decision = decide(policy, factsWith({ order: { shipping }, item: part }), at);
    expect(decision.refund.total).toBeNull();
    expect(settling(decision)).toEqual([{ code: 'part-not-settled:seller:house', right: null }]);
    expect(explain(decision, { locale: 'en', requestedAt: '2026-11-05' })).toContain('is not settled by seller:house');
  });
});
