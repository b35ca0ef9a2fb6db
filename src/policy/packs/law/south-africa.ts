import type { LawPack, PackRule } from '../types.js';
import {
  anyOf,
  businessDays,
  buyerMayChoose,
  closing,
  consumer,
  consumerAtADistance,
  days,
  deliveryNotRead,
  everythingPaidBy,
  exclusionsNotRead,
  firstKnown,
  months,
  otherChannelsNotRead,
  paidBy,
  together,
  unknownEnd,
  whole,
} from '../wording.js';

const readOn = '2026-11-21';
const roll = 'unknown';
const original = 'original-means';

const withdrawal: readonly PackRule[] = [
  {
    id: 'cooling-off',
    rights: ['withdrawal'],
    when: consumerAtADistance,
    source: 'ECTA 44',
    confidence: 'text',
    note: 'Seven days after receipt, full refund within thirty days of cancellation; the only charge is the direct cost of returning the goods.',
    terms: {
      window: closing(days(7, 'delivered'), roll),
      pays: { return: paidBy('buyer') },
      refund: { item: whole, outbound: 'full', form: original, fees: [] },
      remedies: buyerMayChoose(1, 'refund'),
      deadlines: [{ duty: 'refund', party: 'seller', period: closing(days(30, 'notice')) }],
    },
  },
  {
    id: 'cooling-off-direct-marketing',
    rights: ['withdrawal'],
    when: { ...consumer, channel: ['direct-marketing'] },
    source: 'CPA 16',
    confidence: 'secondary',
    note: 'After direct marketing, where ECTA 44 does not apply. Who pays which way was not found, nor whether the refund counts from the notice or from the goods.',
    terms: {
      window: closing(businessDays(5, 'delivered')),
      refund: { item: whole, outbound: 'unknown', form: original, fees: [] },
      pays: { return: paidBy('unknown') },
      remedies: buyerMayChoose(1, 'refund'),
      deadlines: [
        {
          duty: 'refund',
          party: 'seller',
          period: closing(anyOf(businessDays(15, 'notice'), businessDays(15, 'goods-returned'))),
        },
      ],
    },
  },
];

const conformity: readonly PackRule[] = together({ rights: ['conformity'], when: consumer, confidence: 'secondary' }, [
  {
    id: 'implied-warranty',
    source: 'CPA 55, 56',
    note: 'Six months, at the supplier’s cost and by the consumer’s choice. Goods that could not be looked at before delivery may be rejected at the supplier’s cost (CPA 19, 56).',
    terms: {
      window: closing(months(6, 'delivered'), roll),
      pays: everythingPaidBy('seller'),
      refund: { item: whole, form: original, fees: [] },
      remedies: buyerMayChoose(1, 'refund', 'repair', 'replacement'),
      deadlines: [{ duty: 'refund', party: 'seller', period: closing(unknownEnd) }],
    },
    except: [
      {
        id: 'repaired-parts',
        source: 'CPA 57',
        when: { remediesTried: ['repair'] },
        note: 'Repaired parts have three months more from the repair.',
        terms: { extend: firstKnown(months(3, 'repair-ended'), months(6, 'delivered')) },
      },
    ],
  },
]);

export const southAfrica: LawPack = {
  layer: 'law',
  id: 'law:ZA',
  countries: ['ZA'],
  sources: {
    ECTA: { title: 'Electronic Communications and Transactions Act 25 of 2002', url: 'https://www.acts.co.za', readOn },
    CPA: { title: 'Consumer Protection Act 68 of 2008', url: 'https://www.cgso.org.za', readOn },
  },
  rules: [
    ...withdrawal,
    ...conformity,
    otherChannelsNotRead('CPA 16', ['doorstep', 'public-auction']),
    ...exclusionsNotRead('ECTA 42'),
    deliveryNotRead('ECTA 46'),
  ],
};
