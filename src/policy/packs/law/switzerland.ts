import type { LawPack } from '../types.js';
import {
  conformityNotRead,
  consumer,
  consumerAtADistance,
  deliveryNotRead,
  noRight,
  otherChannelsNotRead,
  unknownRight,
} from '../wording.js';

export const switzerland: LawPack = {
  layer: 'law',
  id: 'law:CH',
  countries: ['CH'],
  sources: {
    OR: {
      title: 'Obligationenrecht; SECO guide to e-commerce',
      url: 'https://www.e-commerce-guide.admin.ch',
      readOn: '2026-11-21',
    },
  },
  rules: [
    noRight({
      id: 'no-withdrawal-online',
      rights: ['withdrawal'],
      when: consumerAtADistance,
      source: 'OR 40a',
      confidence: 'official-summary',
      note: 'The right of articles 40a to 40e is for doorstep and telephone sales above CHF 100.',
    }),
    unknownRight({
      id: 'withdrawal-at-the-door',
      rights: ['withdrawal'],
      when: { ...consumer, channel: ['doorstep', 'direct-marketing'] },
      source: 'OR 40a-40e',
      note: 'The period of these articles was not read.',
    }),
    otherChannelsNotRead('OR 40a', ['public-auction']),
    conformityNotRead('OR 210'),
    deliveryNotRead('OR 190'),
  ],
};
