import type { LawPack } from '../types.js';
import {
  businessDaysOrSaturdays,
  buyerMayChoose,
  closing,
  conformityNotRead,
  consumer,
  deliveryNotRead,
  exclusionsNotRead,
  latestOf,
  otherChannelsNotRead,
  paidBy,
  unknownEnd,
  whole,
} from '../wording.js';

export const mexico: LawPack = {
  layer: 'law',
  id: 'law:MX',
  countries: ['MX'],
  sources: {
    LFPC: {
      title: 'Ley Federal de Protección al Consumidor',
      url: 'https://juristas.mx',
      readOn: '2026-11-21',
    },
  },
  rules: [
    {
      id: 'withdrawal',
      rights: ['withdrawal'],
      when: { ...consumer, channel: ['distance', 'doorstep', 'direct-marketing'] },
      source: 'LFPC 56',
      confidence: 'secondary',
      note: 'Five business days from delivery or signing, the later of them; whether a Saturday is one could not be confirmed.',
      terms: {
        window: closing(latestOf(businessDaysOrSaturdays(5, 'delivered'), businessDaysOrSaturdays(5, 'contract'))),
        pays: { return: paidBy('buyer') },
        refund: { item: whole, outbound: 'none', form: 'original-means', fees: [] },
        remedies: buyerMayChoose(1, 'refund'),
        deadlines: [{ duty: 'refund', party: 'seller', period: closing(unknownEnd) }],
      },
      except: [
        {
          id: 'scope-online',
          confidence: 'unconfirmed',
          when: { channel: ['distance'] },
          note: 'The text speaks of doorstep and indirect sales; whether it covers shops online could not be confirmed.',
          terms: { review: 'scope-unconfirmed' },
        },
      ],
    },
    otherChannelsNotRead('LFPC 56', ['public-auction']),
    ...exclusionsNotRead('LFPC 56'),
    conformityNotRead('LFPC 92'),
    deliveryNotRead('LFPC 92'),
  ],
};
