import type { CaseFacts } from 'aftersale/policy';
import fc from 'fast-check';
import { reasonDefinitions, type Reason } from '../../src/core/reason.js';
import { disclosureNames } from '../../src/policy/facts/case-facts.js';
import { categories, traits } from '../../src/policy/facts/goods.js';

const isReason = (word: string): word is Reason => Object.hasOwn(reasonDefinitions, word);
const reasons = Object.keys(reasonDefinitions).filter(isReason);

const optional = <Value extends object>(shape: { [Key in keyof Value]: fc.Arbitrary<Value[Key]> }) =>
  fc.record(shape, { requiredKeys: [] });

const money = fc.record({ minor: fc.integer({ min: 0, max: 500_000 }), currency: fc.constantFrom('EUR', 'EUR', 'USD', 'JPY') });
const dayIn = (from: string, to: string): fc.Arbitrary<string> =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .chain((date) => fc.constantFrom(date.toISOString(), date.toISOString().slice(0, 10)));

const condition = optional({
  isSealedAtDelivery: fc.boolean(),
  isUnsealed: fc.boolean(),
  isUsed: fc.boolean(),
  isWashed: fc.boolean(),
  isDamagedByBuyer: fc.boolean(),
  isIncomplete: fc.boolean(),
  valueLoss: money,
});

/** Facts of real cases in random mixtures, with anything left out that may be left out; always valid. */
export const validFacts: fc.Arbitrary<CaseFacts> = fc
  .record({
    placedAt: dayIn('2026-01-01', '2026-10-01'),
    shippedAt: dayIn('2026-10-05', '2026-10-10'),
    deliveredAt: dayIn('2026-10-12', '2026-10-30'),
    requestedAt: dayIn('2026-11-02', '2027-03-01'),
    back: dayIn('2026-11-02', '2026-12-01'),
    buyer: fc.record(
      { country: fc.constantFrom('DE', 'FR', 'PL', 'US', 'CN'), timeZone: fc.constant('Europe/Berlin') },
      { requiredKeys: ['country'] },
    ),
    reason: fc.constantFrom(...reasons),
    price: money,
    quantity: fc.integer({ min: 1, max: 5 }),
    keep: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    item: optional({
      category: fc.constantFrom(...categories),
      traits: fc.subarray([...traits], { maxLength: 2 }),
      tags: fc.subarray(['sale', 'gift']),
      condition,
    }),
    shipping: money,
    inspection: fc.constantFrom('passed' as const, 'failed' as const),
    hasSellerFault: fc.boolean(),
    disclosure: fc.constantFrom(...disclosureNames),
    site: fc.constantFrom('DE', 'US'),
  })
  .map(({ keep, ...all }): CaseFacts => {
    const [placed, shipped, delivered, requested, shipping, back, fault, sold] = keep;
    return {
      ...(sold === true ? { marketplace: 'amazon', site: all.site } : {}),
      buyer: all.buyer,
      seller: { country: 'CN' },
      order: {
        ...(placed === true ? { placedAt: all.placedAt } : {}),
        ...(shipped === true ? { shippedAt: all.shippedAt } : {}),
        ...(delivered === true ? { deliveredAt: all.deliveredAt } : {}),
        ...(shipping === true ? { shipping: { paid: all.shipping } } : {}),
      },
      item: { price: all.price, quantity: all.quantity, ...all.item },
      reason: all.reason,
      ...(requested === true ? { requestedAt: all.requestedAt } : {}),
      ...(fault === true ? { hasSellerFault: all.hasSellerFault } : {}),
      ...(back === true ? { events: { goodsReturnedAt: all.back, inspectedAt: all.back, inspection: all.inspection } } : {}),
      disclosures: { [all.disclosure]: true },
    };
  });
