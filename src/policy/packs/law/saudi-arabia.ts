import type { LawPack } from '../types.js';
import {
  buyerMayChoose,
  closing,
  conformityNotRead,
  consumer,
  consumerAtADistance,
  contractsFrom,
  contractsUntil,
  days,
  exclusionsNotRead,
  otherChannelsNotRead,
  paidBy,
  unknownEnd,
  unknownRight,
  unlimited,
  whole,
} from '../wording.js';

const readOn = '2026-11-21';

export const saudiArabia: LawPack = {
  layer: 'law',
  id: 'law:SA',
  countries: ['SA'],
  sources: {
    ECL: {
      title: 'E-Commerce Law, Royal Decree M/126 (October 2019)',
      url: 'https://mc.gov.sa',
      readOn,
    },
  },
  rules: [
    {
      id: 'cancellation',
      rights: ['withdrawal'],
      when: consumerAtADistance,
      source: 'ECL 13',
      confidence: 'secondary',
      valid: contractsFrom('2019-11-01'),
      note: 'Seven days from receipt, unused. A proposal of 2020 has fourteen days to refund; neither that nor who pays the way back could be confirmed.',
      terms: {
        window: closing(days(7, 'delivered'), 'unknown'),
        conditions: ['unused'],
        otherwise: { kind: 'refuse' },
        pays: { return: paidBy('unknown') },
        refund: { item: whole, outbound: 'unknown', form: 'original-means', fees: [] },
        remedies: buyerMayChoose(1, 'refund'),
        deadlines: [{ duty: 'refund', party: 'seller', period: closing(unknownEnd) }],
      },
    },
    {
      id: 'delivery-too-late',
      rights: ['non-delivery'],
      when: consumer,
      source: 'ECL 14',
      confidence: 'secondary',
      valid: contractsFrom('2019-11-01'),
      note: 'The buyer may cancel when delivery is more than fifteen days late.',
      terms: {
        window: { opens: days(16, 'promised'), closes: unlimited },
        refund: { item: whole, outbound: 'full', form: 'original-means', fees: [] },
        remedies: buyerMayChoose(1, 'refund'),
      },
    },
    unknownRight({
      id: 'law-before',
      rights: ['withdrawal', 'non-delivery'],
      when: consumer,
      source: 'ECL 26',
      valid: contractsUntil('2019-10-31'),
      note: 'The law came into force in October 2019, on a day that was not read.',
    }),
    otherChannelsNotRead('ECL 13'),
    ...exclusionsNotRead('ECL 13'),
    conformityNotRead('ECL 13'),
    unknownRight({
      id: 'late-delivery',
      rights: ['late-delivery'],
      when: consumer,
      source: 'ECL 14',
      note: 'What late goods that were accepted give was not read.',
    }),
  ],
};
