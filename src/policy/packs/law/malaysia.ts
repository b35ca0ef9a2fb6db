import type { LawPack } from '../types.js';
import { conformityNotRead, consumerAtADistance, deliveryNotRead, otherChannelsNotRead, unknownRight } from '../wording.js';

const readOn = '2026-11-21';

export const malaysia: LawPack = {
  layer: 'law',
  id: 'law:MY',
  countries: ['MY'],
  sources: { DSA: { title: 'Direct Sales and Anti-Pyramid Scheme Act', url: 'https://networkmarketing.my', readOn } },
  rules: [
    unknownRight({
      id: 'withdrawal',
      rights: ['withdrawal'],
      when: consumerAtADistance,
      source: 'DSA',
      note: 'Ten working days after direct sales only; none online was found, and that could not be confirmed.',
    }),
    otherChannelsNotRead('DSA'),
    conformityNotRead('DSA'),
    deliveryNotRead('DSA'),
  ],
};
