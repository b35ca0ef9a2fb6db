import type { LawPack } from '../types.js';
import {
  anyOf,
  buyerMayChoose,
  closing,
  conformityNotRead,
  consumerAtADistance,
  days,
  deliveryNotRead,
  exclusionsNotRead,
  otherChannelsNotRead,
  paidBy,
  unknownEnd,
  whole,
} from '../wording.js';

export const argentina: LawPack = {
  layer: 'law',
  id: 'law:AR',
  countries: ['AR'],
  sources: {
    LDC: {
      title: 'Ley 24.240 de Defensa del Consumidor',
      url: 'https://www.solucionesjuridicasneuquen.com.ar',
      readOn: '2026-11-21',
    },
  },
  rules: [
    {
      id: 'revocation',
      rights: ['withdrawal'],
      when: consumerAtADistance,
      source: 'LDC 34',
      confidence: 'secondary',
      note: 'Ten calendar days; from the contract or from delivery, the first delivery and the time to refund were not found.',
      terms: {
        window: closing(anyOf(days(10, 'contract'), days(10, 'delivered')), 'unknown'),
        pays: { return: paidBy('seller') },
        refund: { item: whole, outbound: 'unknown', form: 'original-means', fees: [] },
        remedies: buyerMayChoose(1, 'refund'),
        deadlines: [{ duty: 'refund', party: 'seller', period: closing(unknownEnd) }],
      },
    },
    otherChannelsNotRead('LDC 34'),
    ...exclusionsNotRead('LDC 34'),
    conformityNotRead('LDC 11'),
    deliveryNotRead('LDC 10 bis'),
  ],
};
