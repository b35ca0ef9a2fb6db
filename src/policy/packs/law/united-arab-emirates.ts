import type { LawPack } from '../types.js';
import { conformityNotRead, consumerAtADistance, deliveryNotRead, otherChannelsNotRead, unknownRight } from '../wording.js';

export const unitedArabEmirates: LawPack = {
  layer: 'law',
  id: 'law:AE',
  countries: ['AE'],
  sources: {
    MTD: {
      title:
        'Federal Decree-Law 14/2023 on trading by modern technological means; 15/2020 and Cabinet Decision 66/2023 on consumers',
      url: 'https://www.loc.gov',
      readOn: '2026-11-21',
    },
  },
  rules: [
    unknownRight({
      id: 'withdrawal',
      rights: ['withdrawal'],
      when: consumerAtADistance,
      source: 'MTD',
      note: 'Duties to inform were found, a fixed cooling-off period was not.',
    }),
    otherChannelsNotRead('MTD'),
    conformityNotRead('MTD'),
    deliveryNotRead('MTD'),
  ],
};
