import type { LawPack } from '../types.js';
import {
  consumer,
  consumerAtADistance,
  deliveryNotRead,
  everythingPaidBy,
  noRight,
  otherChannelsNotRead,
  unknownEnd,
} from '../wording.js';

const readOn = '2026-11-21';

export const philippines: LawPack = {
  layer: 'law',
  id: 'law:PH',
  countries: ['PH'],
  sources: {
    RA7394: {
      title: 'Consumer Act (RA 7394); Internet Transactions Act (RA 11967)',
      url: 'https://lawyer-philippines.com',
      readOn,
    },
  },
  rules: [
    noRight({
      id: 'no-change-of-mind',
      rights: ['withdrawal'],
      when: consumerAtADistance,
      source: 'RA7394',
      confidence: 'secondary',
      note: 'None for a change of mind.',
    }),
    {
      id: 'defects',
      rights: ['conformity'],
      when: consumer,
      source: 'RA7394',
      confidence: 'secondary',
      note: '“No return, no exchange” is void for defects. The period was not read.',
      terms: { window: { closes: unknownEnd }, pays: everythingPaidBy('seller') },
    },
    otherChannelsNotRead('RA7394'),
    deliveryNotRead('RA7394'),
  ],
};
