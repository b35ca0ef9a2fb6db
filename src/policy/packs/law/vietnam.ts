import type { LawPack } from '../types.js';
import { conformityNotRead, consumerAtADistance, deliveryNotRead, otherChannelsNotRead, unknownRight } from '../wording.js';

const readOn = '2026-11-21';

export const vietnam: LawPack = {
  layer: 'law',
  id: 'law:VN',
  countries: ['VN'],
  sources: {
    Law19: {
      title: 'Law 19/2023/QH15 on the protection of consumers’ rights (in force 2024-07-01)',
      url: 'https://vi.wikisource.org',
      readOn,
    },
  },
  rules: [
    unknownRight({
      id: 'withdrawal',
      rights: ['withdrawal'],
      when: consumerAtADistance,
      source: 'Law19 37',
      note: 'Duties to inform; thirty days to end a contract on wrong information could not be confirmed.',
    }),
    otherChannelsNotRead('Law19'),
    conformityNotRead('Law19'),
    deliveryNotRead('Law19'),
  ],
};
