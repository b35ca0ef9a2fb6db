import type { LawPack } from '../types.js';
import { conformityNotRead, consumerAtADistance, deliveryNotRead, otherChannelsNotRead, unknownRight } from '../wording.js';

const readOn = '2026-11-21';

export const indonesia: LawPack = {
  layer: 'law',
  id: 'law:ID',
  countries: ['ID'],
  sources: {
    PP80: { title: 'Government Regulation 80/2019 on trade through electronic systems', url: 'https://pasal.id', readOn },
  },
  rules: [
    unknownRight({
      id: 'withdrawal',
      rights: ['withdrawal'],
      when: consumerAtADistance,
      source: 'PP80 53, 69',
      note: 'The contract must say how goods go back; two working days in article 69 could not be confirmed.',
    }),
    otherChannelsNotRead('PP80 53'),
    conformityNotRead('PP80 69'),
    deliveryNotRead('PP80 69'),
  ],
};
