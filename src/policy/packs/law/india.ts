import type { LawPack } from '../types.js';
import {
  buyerMayChoose,
  closing,
  consumer,
  consumerAtADistance,
  contractsFrom,
  contractsUntil,
  deliveryNotRead,
  everythingPaidBy,
  hours,
  months,
  noRight,
  otherChannelsNotRead,
  together,
  unknownEnd,
  unknownRight,
  whole,
} from '../wording.js';

export const india: LawPack = {
  layer: 'law',
  id: 'law:IN',
  countries: ['IN'],
  sources: {
    ECR: {
      title: 'Consumer Protection (E-Commerce) Rules, 2020',
      url: 'https://www.legitquest.com',
      readOn: '2026-11-21',
    },
  },
  rules: [
    noRight({
      id: 'no-change-of-mind',
      rights: ['withdrawal'],
      when: consumerAtADistance,
      source: 'ECR 6',
      confidence: 'secondary',
      note: 'The rules are about faulty, false and late goods.',
    }),
    ...together(
      {
        rights: ['conformity', 'late-delivery'],
        when: consumer,
        confidence: 'secondary',
        valid: contractsFrom('2020-07-23'),
      } as const,
      [
        {
          id: 'no-refusal',
          source: 'ECR 6(3)',
          note: 'A seller may not refuse goods that are defective, deficient, spurious, not as advertised, or late. The rules name no period.',
          terms: {
            window: closing(unknownEnd),
            pays: everythingPaidBy('seller'),
            refund: { item: whole, form: 'original-means', fees: [] },
            remedies: buyerMayChoose(1, 'refund', 'replacement'),
          },
        },
        {
          id: 'grievance',
          source: 'ECR 4(5)',
          note: 'A complaint is acknowledged within 48 hours and redressed within one month.',
          terms: {
            deadlines: [
              { duty: 'answer', party: 'seller', period: closing(hours(48, 'requested')) },
              { duty: 'refund', party: 'seller', period: closing(months(1, 'requested')) },
            ],
          },
        },
      ],
    ),
    unknownRight({
      id: 'rules-before',
      rights: ['conformity', 'late-delivery'],
      when: consumer,
      source: 'ECR 1',
      valid: contractsUntil('2020-07-22'),
      note: 'The law before was not read.',
    }),
    otherChannelsNotRead('ECR 6'),
    { ...deliveryNotRead('ECR 6'), rights: ['non-delivery'] },
  ],
};
