import { compilePolicy, decide, type CaseFacts } from 'aftersale/policy';
import { allPacks } from 'aftersale/policy/packs';
import { describe, expect, it } from 'vitest';
import { deadline, decideSale, right, type Sale } from './packs/pack-facts.js';

const eur = (minor: number) => ({ minor, currency: 'EUR' });
const linesOf = (sale: Sale) => decideSale(sale).refund.lines.map(({ kind, amount }) => [kind, amount.minor]);

describe('import duties the buyer paid', () => {
  const paid = (order: CaseFacts['order']): Sale => ({
    country: 'DE',
    facts: { order: { shipping: { paid: eur(0) }, dutiesPaid: eur(1200), ...order } },
  });

  it('come back with the price where the seller took them (DDP)', () => {
    expect(linesOf(paid({ incoterm: 'DDP' }))).toEqual([
      ['item', 8000],
      ['import-duty', 1200],
    ]);
  });

  it.each(['DAP', 'DDU'] as const)('are the matter of the customs under %s', (incoterm) => {
    expect(linesOf(paid({ incoterm }))).toEqual([['item', 8000]]);
  });

  it('leave the refund open while nobody told who took them', () => {
    const { refund, missing } = decideSale(paid({}));
    expect(refund).toMatchObject({ total: null, unknownLines: ['import-duty'] });
    expect(missing).toContainEqual({ fact: 'order.incoterm', affects: ['refund'], presumed: null });
  });

  it('of an order of which only a part comes back are not known', () => {
    expect(decideSale(paid({ incoterm: 'DDP', isWhole: false })).refund.unknownLines).toEqual(['import-duty']);
  });
});

describe('goods the buyer keeps', () => {
  const agreements = [
    ['both agreed', 'agreed.keepsGoods', { agreed: { keepsGoods: true } }],
    ['the marketplace says so', 'platformStates.isReturnless', { platformStates: { isReturnless: true } }],
  ] as const satisfies readonly (readonly [string, string, Partial<CaseFacts>])[];

  it.each(agreements)('because %s: nobody sends, collects or inspects them, nobody pays a way back', (_name, fact, facts) => {
    const decision = decideSale({ country: 'DE', facts });
    expect(decision).toMatchObject({ verdict: 'eligible', pays: { return: 'nobody' } });
    expect(deadline(decision, 'dispatch-back')).toBeUndefined();
    expect(deadline(decideSale({ country: 'TW', facts }), 'collect-goods')).toBeUndefined();
    expect(decision.overrode).toContainEqual(expect.objectContaining({ parameter: 'pays.return', winner: fact }));
  });

  it('are refunded without waiting for them', () => {
    const refundBy = (country: string, events?: CaseFacts['events']) =>
      deadline(decideSale({ country, facts: { agreed: { keepsGoods: true }, ...(events && { events }) } }), 'refund')?.lastDay;
    expect([refundBy('DE'), refundBy('GB'), refundBy('CN')]).toEqual(['2026-11-16', '2026-11-16', '2026-11-09']);
    expect(refundBy('GB', { authorisedAt: '2026-11-10' })).toBe('2026-11-24');
    // They came all the same.
    expect(refundBy('GB', { goodsReturnedAt: '2026-11-12' })).toBe('2026-11-26');
  });

  it('lose no value and cost no way back: RU takes off neither', () => {
    const facts = { agreed: { keepsGoods: true }, order: { shipping: { paid: eur(0) } } };
    expect(linesOf({ country: 'RU', facts })).toEqual([['item', 8000]]);
    const condition = { isHandledBeyondTesting: true, valueLoss: eur(2000) };
    const item = { price: eur(8000), quantity: 1, quantityOrdered: 1, condition };
    expect(linesOf({ country: 'DE', facts: { ...facts, item } })).toEqual([['item', 8000]]);
  });

  it('travel back where the agreement is known not to be there', () => {
    const decision = decideSale({ country: 'DE', facts: { agreed: { keepsGoods: false } } });
    expect(deadline(decision, 'dispatch-back')?.lastDay).toBe('2026-11-16');
    expect(decision.pays.return).toBe('buyer');
  });
});

describe('an agreed time of delivery', () => {
  const policy = compilePolicy([], { packs: allPacks });
  const never = (agreed: CaseFacts['agreed'], order: Partial<CaseFacts['order']> = {}) => {
    const facts: CaseFacts = {
      buyer: { country: 'DE' },
      order: { placedAt: '2026-11-02', estimatedDeliveryAt: '2026-11-30', carrierChosenBy: 'seller', ...order },
      item: { price: eur(8000), quantity: 1, quantityOrdered: 1 },
      reason: 'not-received',
      requestedAt: '2026-11-20',
      ...(agreed && { agreed }),
    };
    return decide(policy, facts, { at: '2026-11-20T12:00:00Z' });
  };

  it('counts from the contract and comes before what the seller expects', () => {
    expect(right(never(undefined), 'non-delivery')).toMatchObject({ verdict: 'ineligible', lostTo: 'window-not-open' });
    const late = never({ deliveryInDays: 10 });
    expect(right(late, 'non-delivery')).toMatchObject({ verdict: 'eligible' });
    expect(deadline(late, 'deliver')).toMatchObject({ party: 'seller', lastDay: '2026-11-12' });
  });

  it('gives way to the day itself, where that was agreed', () => {
    expect(deadline(never({ deliveryInDays: 10 }, { agreedDeliveryBy: '2026-11-18' }), 'deliver')?.lastDay).toBe('2026-11-18');
  });

  it('of more than ten years is no fact', () => {
    expect(never({ deliveryInDays: 40_000 }).reasons).toMatchObject([{ code: 'facts-invalid', path: 'agreed.deliveryInDays' }]);
  });
});
