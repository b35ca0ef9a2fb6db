import { compilePolicy, decide, type CaseFacts, type ReturnDecision } from 'aftersale/policy';
import { allPacks } from 'aftersale/policy/packs';
import { describe, expect, it } from 'vitest';
import { deadline, saleTo } from './packs/pack-facts.js';
import { rule, sitePack } from './sample-packs.js';

const policy = compilePolicy([], { packs: allPacks });

/** Sold on Amazon's German site in spring and sent back: the refund is due two business days of the seller's after the goods came. */
const saleBackOn = (goodsReturnedAt: string, changes: Partial<CaseFacts> = {}): CaseFacts => {
  const sale = saleTo({ country: 'DE-BE', deliveredAt: '2026-05-20', requestedAt: '2026-06-01' });
  return {
    ...sale,
    marketplace: 'amazon',
    site: 'DE',
    events: { goodsReturnedAt },
    ...changes,
  };
};
const on = (facts: CaseFacts, under = policy): ReturnDecision => decide(under, facts, { at: '2026-06-10T12:00:00Z' });
const placesIn = ({ missing }: ReturnDecision) => missing.filter(({ fact }) => fact.endsWith('.subdivision'));

// Corpus Christi, Thursday 2026-06-04, is kept in some of the states.
describe('the place whose holidays a deadline is counted with', () => {
  it('is missing where it could move the day', () => {
    const decision = on(saleBackOn('2026-06-02'));
    expect(deadline(decision, 'refund')).toMatchObject({ lastDay: '2026-06-04', certainty: 'estimated' });
    expect(placesIn(decision)).toEqual([{ fact: 'seller.subdivision', affects: ['deadlines'], presumed: null }]);
  });

  it.each([
    ['DE-BE', '2026-06-04'],
    ['DE-BY', '2026-06-05'],
  ])('is not once it is told: %s', (subdivision, lastDay) => {
    const decision = on(saleBackOn('2026-06-02', { seller: { country: 'DE', subdivision } }));
    expect(deadline(decision, 'refund')).toMatchObject({ lastDay, certainty: 'derived' });
    expect(placesIn(decision)).toEqual([]);
  });

  it('is not where all states keep the same days', () => {
    const decision = on(saleBackOn('2026-06-08'));
    expect(deadline(decision, 'refund')).toMatchObject({ lastDay: '2026-06-10', certainty: 'derived' });
    expect(placesIn(decision)).toEqual([]);
  });

  it('is not while the clock waits', () => {
    expect(placesIn(on(saleBackOn('2026-06-02', { events: {} })))).toEqual([]);
  });

  it('is the buyer’s where the buyer acts, also in a country with one zone', () => {
    const closes = { kind: 'span', amount: 2, unit: 'business-days', from: 'authorised' } as const;
    const terms = {
      window: { closes: { kind: 'span', amount: 30, unit: 'days', from: 'delivered' } },
      deadlines: [{ duty: 'dispatch-back', party: 'buyer', period: { closes } }],
    } as const;
    const calendars = allPacks.flatMap((pack) => pack.calendars ?? []);
    const site = { ...sitePack([rule({ id: 'window', rights: ['voluntary'], terms })]), calendars };
    const facts = saleBackOn('2026-06-30', { buyer: { country: 'DE' }, events: { authorisedAt: '2026-06-02' } });
    expect(placesIn(on(facts, compilePolicy([], { packs: [site] })))).toEqual([
      { fact: 'buyer.subdivision', affects: ['deadlines'], presumed: null },
    ]);
  });
});
