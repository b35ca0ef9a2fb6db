import type { LawPack } from '../types.js';
import {
  atLeast,
  buyerMayChoose,
  closing,
  consumer,
  consumerAtADistance,
  contractsFrom,
  contractsUntil,
  deliveryNotRead,
  everythingPaidBy,
  months,
  noRight,
  otherChannelsNotRead,
  unknownEnd,
  unknownRight,
  whole,
} from '../wording.js';

export const singapore: LawPack = {
  layer: 'law',
  id: 'law:SG',
  countries: ['SG'],
  sources: {
    CPFTA: {
      title: 'Consumer Protection (Fair Trading) Act, part on goods that do not conform (lemon law)',
      url: 'https://www.cccs.gov.sg',
      readOn: '2026-11-21',
    },
  },
  rules: [
    noRight({
      id: 'no-change-of-mind',
      rights: ['withdrawal'],
      when: consumerAtADistance,
      source: 'CPFTA',
      confidence: 'secondary',
      note: 'None for shops online.',
    }),
    unknownRight({
      id: 'regulated-direct-sales',
      rights: ['withdrawal'],
      when: { ...consumer, channel: ['doorstep', 'direct-marketing'] },
      source: 'CPFTA',
      note: 'Five days without Saturdays, Sundays and public holidays; what starts them was not read.',
    }),
    {
      id: 'lemon-law',
      rights: ['conformity'],
      when: consumer,
      source: 'CPFTA 12A-12F',
      confidence: 'secondary',
      valid: contractsFrom('2012-09-01'),
      note: 'A fault is presumed for six months, so for so long the right is certain; the limitation was not read.',
      terms: {
        window: closing(atLeast(months(6, 'delivered'))),
        pays: everythingPaidBy('seller'),
        refund: { item: whole, form: 'original-means', fees: [] },
        remedies: [...buyerMayChoose(1, 'repair', 'replacement'), ...buyerMayChoose(2, 'price-reduction', 'refund')],
        deadlines: [
          { duty: 'presumption-ends', party: 'buyer', onMiss: 'none', period: closing(months(6, 'delivered'), 'unknown') },
          { duty: 'refund', party: 'seller', period: closing(unknownEnd) },
        ],
      },
    },
    unknownRight({
      id: 'lemon-law-before',
      rights: ['conformity'],
      when: consumer,
      source: 'CPFTA',
      valid: contractsUntil('2012-08-31'),
      note: 'The law before was not read.',
    }),
    otherChannelsNotRead('CPFTA', ['public-auction']),
    deliveryNotRead('CPFTA'),
  ],
};
