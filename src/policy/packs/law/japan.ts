import type { LawPack } from '../types.js';
import {
  buyerMayChoose,
  closing,
  conformityNotRead,
  consumerAtADistance,
  deliveryNotRead,
  otherChannelsNotRead,
  paidBy,
  unknownEnd,
  whole,
} from '../wording.js';

const readOn = '2026-11-21';

export const japan: LawPack = {
  layer: 'law',
  id: 'law:JP',
  countries: ['JP'],
  sources: {
    SCT: {
      title: 'Act on Specified Commercial Transactions',
      url: 'http://www.coolingoff-kuroda.com/hou1502.html',
      readOn,
    },
    'Civil-Code': { title: 'Civil Code', url: 'https://www.japaneselawtranslation.go.jp/en/laws/view/3494', readOn },
  },
  rules: [
    {
      id: 'statutory-return',
      rights: ['withdrawal'],
      when: consumerAtADistance,
      source: 'SCT 15-3',
      confidence: 'text',
      note: 'The day of delivery is the first of the eight. A last day on a holiday moves only where it is the custom not to trade on it (Civil Code 142). The time to refund and the first delivery are not in the text.',
      terms: {
        window: {
          closes: { kind: 'span', amount: 8, unit: 'days', from: 'delivered', firstDay: 'included' },
          roll: 'unknown',
        },
        pays: { return: paidBy('buyer') },
        refund: { item: whole, outbound: 'unknown', form: 'original-means', fees: [] },
        remedies: buyerMayChoose(1, 'refund'),
        deadlines: [{ duty: 'refund', party: 'seller', period: closing(unknownEnd) }],
      },
      except: [
        {
          id: 'terms-shown',
          when: { 'disclosures.returnTermsInAd': true, 'disclosures.returnTermsOnFinalScreen': true },
          note: 'The seller’s own terms take the place of the law where both the advertisement and the final screen show them.',
          terms: { exclude: 'displaced-by-shown-terms' },
        },
      ],
    },
    otherChannelsNotRead('SCT 9'),
    conformityNotRead('Civil-Code 562-566'),
    deliveryNotRead('Civil-Code 541'),
  ],
};
