import type { LawPack } from '../types.js';
import { conformityNotRead, consumerAtADistance, deliveryNotRead, otherChannelsNotRead, unknownRight } from '../wording.js';

export const ukraine: LawPack = {
  layer: 'law',
  id: 'law:UA',
  countries: ['UA'],
  sources: {
    ZPS: {
      title: 'Law on the Protection of Consumers’ Rights; law 3153-IX of 2023-06-10, which waits for the end of martial law',
      url: 'https://consumerhm.gov.ua',
      readOn: '2026-11-21',
    },
  },
  rules: [
    unknownRight({
      id: 'withdrawal',
      rights: ['withdrawal'],
      when: consumerAtADistance,
      source: 'ZPS 13',
      note: 'Fourteen days are told of and could not be confirmed.',
    }),
    otherChannelsNotRead('ZPS 12'),
    conformityNotRead('ZPS 8'),
    deliveryNotRead('ZPS 13'),
  ],
};
