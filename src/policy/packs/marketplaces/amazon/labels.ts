import type { RightKind } from '../../../decision.js';
import type { PackException, PackRule } from '../../types.js';
import { anyOf, buyerMayChoose, closing, days, requestsFrom, requestsUntil, together } from '../../wording.js';

/** Goods that come back: an order that never came is no return. */
const returned: readonly RightKind[] = ['withdrawal', 'conformity', 'late-delivery', 'voluntary'];

/** What the programme leaves out since 2026-02-08. */
const exempt: readonly PackException[] = (
  [
    { category: ['handmade'] },
    { category: ['watches'], soldAs: ['refurbished', 'used'] },
    { category: ['service', 'digital-content'] },
    { traits: ['digital'] },
    { traits: ['dangerous'] },
    { traits: ['oversize'] },
  ] as const
).map((when, index) => ({
  id: `prepaid-label-exempt-${String(index + 1)}`,
  when,
  terms: { requirements: [{ code: 'prepaid-return-label', isRequired: false }] },
}));

const automaticRefund = (amount: number): PackRule['terms'] => {
  const closes = anyOf(days(amount, 'dispatched-back'), days(amount, 'goods-returned'));
  return { deadlines: [{ duty: 'refund', party: 'marketplace', period: closing(closes) }] };
};

const prepaidLabels: readonly PackRule[] = together({ rights: returned, source: 'AZ-labels', confidence: 'secondary' } as const, [
  {
    id: 'prepaid-label',
    valid: requestsFrom('2026-02-08'),
    note: 'Amazon makes the label, which is charged when it is used. Handmade goods, certified pre-owned watches, what is no physical thing, dangerous, extra large and heavy goods are left out.',
    terms: { requirements: [{ code: 'prepaid-return-label', isRequired: true }] },
    except: exempt,
  },
  {
    id: 'prepaid-label-before',
    valid: requestsUntil('2026-02-07'),
    confidence: 'unconfirmed',
    note: 'Goods of high value, of an amount that was not read, needed none; nor was read when the programme began.',
    terms: { requirements: [{ code: 'prepaid-return-label', isRequired: true }] },
    except: exempt.map((exception) => ({ ...exception, id: `${exception.id}-before` })),
  },
  {
    id: 'automatic-refund',
    yieldsTo: ['refund-at-first-scan'],
    valid: requestsFrom('2026-02-08'),
    confidence: 'unconfirmed',
    note: 'Amazon refunds of its own after seven days; from which day they count was not read.',
    terms: automaticRefund(7),
  },
  {
    id: 'automatic-refund-before',
    yieldsTo: ['refund-at-first-scan'],
    valid: requestsUntil('2026-02-07'),
    confidence: 'unconfirmed',
    note: 'Fourteen days; from which day they count was not read.',
    terms: automaticRefund(14),
  },
]);

/**
 * With Amazon's prepaid label the buyer has the money at the first scan of the carrier: not with a label of the merchant's, not of a
 * parcel the buyer sends alone, not of a partial refund.
 */
const firstScan: PackRule = {
  id: 'refund-at-first-scan',
  rights: returned,
  source: 'AZ-first-scan',
  confidence: 'official-summary',
  when: { returnMode: ['prepaid-label'] },
  unless: [{ remedy: ['partial-refund'] }],
  valid: requestsFrom('2021-05-04'),
  note: 'A prepaid label is taken for one of Amazon’s programme.',
  terms: { deadlines: [{ duty: 'refund', party: 'marketplace', period: closing(days(0, 'dispatched-back')) }] },
};

/** With that label the first delivery is refunded whoever is at fault and however late; the way back stays the buyer's, fault aside. */
export const firstScanOutbound: PackException = {
  id: 'original-shipping-at-first-scan',
  source: 'AZ-first-scan',
  confidence: 'official-summary',
  when: { returnMode: ['prepaid-label'] },
  unless: [{ remedy: ['partial-refund'] }],
  valid: requestsFrom('2021-05-04'),
  terms: { refund: { outbound: 'full' } },
};

/** What goes for prepaid labels on the site of the United States. */
export const labelsInAmerica: readonly PackRule[] = [...prepaidLabels, firstScan];

/** Up to these prices Amazon refunds without return where the seller abroad offered no way back. */
const smallValues = [
  { site: 'GB', price: { to: { minor: 2000, currency: 'GBP' } } },
  { site: 'DE', price: { to: { minor: 2500, currency: 'EUR' } } },
] as const;

export const smallValueRefunds = (site: string): readonly PackRule[] =>
  smallValues
    .filter((small) => small.site === site)
    .map(({ price }) => ({
      id: 'small-value-without-return',
      rights: returned,
      source: 'AZ-forum-GB',
      confidence: 'official-summary',
      when: { isInternational: true, offersLocalReturnAddress: false, price },
      valid: requestsFrom('2021-10-05'),
      note: 'Up to GBP 20 or EUR 25 the refund comes without return where no way back was offered; SAFE-T does not cover it.',
      terms: { remedies: buyerMayChoose(1, 'keep-and-refund') },
    }));
