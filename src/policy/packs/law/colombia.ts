import type { LawPack, PackRule } from '../types.js';
import {
  businessDaysOrSaturdays,
  buyerMayChoose,
  closing,
  conformityNotRead,
  consumerAtADistance,
  days,
  deliveryNotRead,
  latestOf,
  otherChannelsNotRead,
  paidBy,
  requestsFrom,
  requestsUntil,
  together,
  whole,
} from '../wording.js';

const readOn = '2026-11-21';
const applied = { rights: ['withdrawal'], when: consumerAtADistance, confidence: 'secondary' } as const;

const excluded = (code: string): PackRule => ({
  ...applied,
  id: code,
  source: 'Ley1480 47',
  when: { ...consumerAtADistance, traits: [code] },
  terms: { exclude: code },
});

export const colombia: LawPack = {
  layer: 'law',
  id: 'law:CO',
  countries: ['CO'],
  sources: {
    Ley1480: { title: 'Ley 1480 de 2011, Estatuto del Consumidor', url: 'https://www.asuntoslegales.com.co', readOn },
    Ley2439: { title: 'Ley 2439 de 2024', url: 'https://www.forvismazars.com/co', readOn },
  },
  rules: [
    ...together(applied, [
      {
        id: 'withdrawal-window',
        source: 'Ley1480 47',
        note: 'Five business days; whether a Saturday is one could not be confirmed.',
        terms: { window: closing(businessDaysOrSaturdays(5, 'delivered')) },
      },
      {
        id: 'withdrawal-costs',
        source: 'Ley1480 47',
        terms: {
          pays: { return: paidBy('buyer') },
          refund: { item: whole, outbound: 'full', form: 'original-means', fees: [] },
          remedies: buyerMayChoose(1, 'refund'),
        },
      },
      {
        id: 'withdrawal-refund-before',
        source: 'Ley1480 47',
        valid: requestsUntil('2024-12-18'),
        terms: { deadlines: [{ duty: 'refund', party: 'seller', period: closing(days(30, 'notice')) }] },
      },
      {
        id: 'withdrawal-refund',
        source: 'Ley2439 47',
        valid: requestsFrom('2024-12-19'),
        note: 'Fifteen calendar days once the data for the refund are given and the goods are back.',
        terms: {
          deadlines: [
            {
              duty: 'refund',
              party: 'seller',
              period: closing(latestOf(days(15, 'goods-returned'), days(15, 'refund-data-given'))),
            },
          ],
        },
      },
      {
        id: 'service-begun',
        source: 'Ley1480 47',
        when: { ...consumerAtADistance, category: ['service'] },
        note: 'Lost once the service began with the buyer’s agreement, which the facts do not tell.',
        terms: { review: 'service-may-be-performed' },
      },
    ]),
    ...['market-price', 'custom-made', 'perishable', 'betting', 'hygiene-sealed'].map(excluded),
    otherChannelsNotRead('Ley1480 47'),
    conformityNotRead('Ley1480 8'),
    deliveryNotRead('Ley1480 50'),
  ],
};
