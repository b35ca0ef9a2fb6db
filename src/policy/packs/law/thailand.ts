import type { LawPack } from '../types.js';
import {
  closing,
  consumer,
  consumerAtADistance,
  days,
  deliveryNotRead,
  otherChannelsNotRead,
  unknownEnd,
  unknownRight,
} from '../wording.js';

export const thailand: LawPack = {
  layer: 'law',
  id: 'law:TH',
  countries: ['TH'],
  sources: {
    COD: {
      title: 'Notification on cash on delivery (in force 2024-10-03), as told by Tilleke & Gibbins',
      url: 'https://www.tilleke.com',
      readOn: '2026-11-21',
    },
  },
  rules: [
    unknownRight({
      id: 'withdrawal',
      rights: ['withdrawal'],
      when: consumerAtADistance,
      source: 'COD',
      note: 'No general right online was found; seven days after direct marketing are told of and could not be confirmed.',
    }),
    {
      id: 'goods-that-do-not-match',
      rights: ['conformity'],
      when: consumer,
      source: 'COD',
      confidence: 'secondary',
      note: 'Of goods paid on delivery the carrier holds the money for five days. What holds for other payments was not found.',
      terms: { window: closing(unknownEnd), review: 'only-cash-on-delivery' },
      except: [
        {
          id: 'refund-on-mismatch',
          valid: { from: '2024-10-03', selectedBy: 'placed' },
          terms: { deadlines: [{ duty: 'refund', party: 'seller', period: closing(days(15, 'requested')) }] },
        },
        {
          id: 'refund-on-mismatch-before',
          valid: { to: '2024-10-02', selectedBy: 'placed' },
          terms: { deadlines: [{ duty: 'refund', party: 'seller', period: closing(unknownEnd) }] },
        },
      ],
    },
    otherChannelsNotRead('COD'),
    deliveryNotRead('COD'),
  ],
};
