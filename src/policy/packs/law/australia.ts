import type { LawPack } from '../types.js';
import {
  buyerMayChoose,
  closing,
  consumer,
  contractsFrom,
  contractsUntil,
  deliveryNotRead,
  everythingPaidBy,
  noRight,
  otherChannelsNotRead,
  sellerMayChoose,
  unknownEnd,
  unknownRight,
  whole,
} from '../wording.js';

export const australia: LawPack = {
  layer: 'law',
  id: 'law:AU',
  countries: ['AU'],
  sources: {
    ACL: {
      title: 'Australian Consumer Law, as explained by the ACCC and Consumer Protection WA',
      url: 'https://www.accc.gov.au/consumers/buying-products-and-services/consumer-rights-and-guarantees',
      readOn: '2026-11-21',
    },
  },
  rules: [
    noRight({
      id: 'no-change-of-mind',
      rights: ['withdrawal'],
      when: { ...consumer, channel: ['distance'] },
      source: 'ACL',
      confidence: 'official-summary',
      note: 'Consumer guarantees only; a change of mind is for the seller’s own policy.',
    }),
    {
      id: 'consumer-guarantees',
      rights: ['conformity'],
      when: consumer,
      source: 'ACL 54-64, 259-263',
      confidence: 'official-summary',
      valid: contractsFrom('2011-01-01'),
      note: 'For a reasonable time, which depends on the goods. A major failure lets the consumer choose refund or replacement; a minor one the seller may repair. No store credit instead; the original box is not needed. The consumer returns the goods and recovers reasonable postage once the fault is confirmed; the supplier collects where returning costs much.',
      terms: {
        window: closing(unknownEnd),
        pays: everythingPaidBy('seller'),
        refund: { item: whole, form: 'original-means', fees: [] },
        remedies: [...buyerMayChoose(1, 'refund', 'replacement'), ...sellerMayChoose(1, 'repair')],
      },
    },
    unknownRight({
      id: 'conformity-before',
      rights: ['conformity'],
      when: consumer,
      source: 'ACL',
      valid: contractsUntil('2010-12-31'),
      note: 'The law before was not read.',
    }),
    otherChannelsNotRead('ACL'),
    deliveryNotRead('ACL 36'),
  ],
};
