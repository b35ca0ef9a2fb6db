import { allPacks } from '../../src/policy/packs/index.js';
import { compilePolicy, decide, type CaseFacts, type ReturnDecision } from '../../src/policy/index.js';
import type { Costs } from '../../src/triage/index.js';
import { day } from './journeys.js';

export const eur = (minor: number): { readonly minor: number; readonly currency: string } => ({ minor, currency: 'EUR' });

/** Ordinary goods for EUR 20.00 with a seller's house rules, so that every refund is known to the cent. */
const house = {
  aftersale: 'policy/v1' as const,
  id: 'house',
  seller: { country: 'CN', timeZone: 'Asia/Shanghai', calendar: 'CN' },
  rules: [
    {
      id: 'change-of-mind',
      when: { reasonClass: 'withdrawal' as const },
      window: { days: 30, from: 'delivered' as const },
      pays: { return: 'buyer' as const, outbound: 'buyer' as const },
      refund: { item: '100%', form: 'original-means' as const },
      remedies: ['refund' as const],
    },
    {
      id: 'faulty',
      when: { reasonClass: 'conformity' as const },
      window: { days: 90, from: 'delivered' as const },
      pays: { return: 'seller' as const, outbound: 'buyer' as const, replacement: 'seller' as const },
      refund: { item: '100%', form: 'original-means' as const },
      remedies: ['partial-refund' as const, 'replacement' as const, 'refund' as const],
    },
    {
      id: 'lost',
      when: { reasonClass: 'non-delivery' as const },
      window: { days: 90, from: 'placed' as const },
      pays: { return: 'seller' as const, outbound: 'buyer' as const, replacement: 'seller' as const },
      refund: { item: '100%', form: 'original-means' as const },
      remedies: ['reship' as const, 'refund' as const],
    },
  ],
};

const policy = compilePolicy([house]);
const lawful = compilePolicy([], { packs: allPacks });

export const factsOf = (reason: CaseFacts['reason'], more: Partial<CaseFacts> = {}): CaseFacts => ({
  buyer: { country: 'DE' },
  order: { placedAt: day(-20), ...(reason === 'defective' ? { deliveredAt: day(1) } : {}) },
  item: { price: eur(2000), quantity: 1, quantityOrdered: 1 },
  reason,
  requestedAt: day(9),
  ...more,
});

export const decideByHouse = (facts: CaseFacts): ReturnDecision => decide(policy, facts, { at: day(10) });
export const decideByLaw = (facts: CaseFacts): ReturnDecision => decide(lawful, facts, { at: day(10) });

export const costs: Costs = {
  goods: eur(800),
  shipping: { return: eur(450), replacement: eur(300) },
  partialRefund: eur(500),
  compensation: eur(100),
  carrierCompensation: eur(600),
  metricDamage: { refund: eur(150), 'return-and-refund': eur(150) },
  chances: { arrives: '0.6', partialAccepted: '0.5', goodsSaved: '0.25', carrierPays: '0.5' },
};
