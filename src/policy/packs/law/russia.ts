import type { LawPack } from '../types.js';
import {
  buyerMayChoose,
  closing,
  conformityNotRead,
  consumerAtADistance,
  days,
  deliveryNotRead,
  otherChannelsNotRead,
  paidBy,
  together,
  unknownEnd,
  whole,
} from '../wording.js';

export const russia: LawPack = {
  layer: 'law',
  id: 'law:RU',
  countries: ['RU'],
  sources: {
    ZoZPP: {
      title: 'Law on the Protection of Consumers’ Rights, article 26.1',
      url: 'https://zozpprf.ru/glava-2/statya-26-1',
      readOn: '2026-11-21',
    },
  },
  rules: [
    ...together({ rights: ['withdrawal'], when: consumerAtADistance, confidence: 'text' }, [
      {
        id: 'withdrawal-window',
        source: 'ZoZPP 26.1(4)',
        note: 'At any time before the goods are handed over and seven days after. Whether a last day on a weekend moves was not found.',
        terms: { window: closing(days(7, 'delivered'), 'unknown') },
        except: [
          {
            id: 'not-told',
            confidence: 'unconfirmed',
            when: { 'disclosures.withdrawalRight': false },
            note: 'Three months where the buyer was not told in writing: could not be confirmed.',
            terms: { extend: unknownEnd },
          },
          {
            id: 'custom-made',
            when: { traits: ['custom-made'] },
            note: 'Goods defined individually that only this buyer can use.',
            terms: { exclude: 'custom-made' },
          },
        ],
      },
      {
        id: 'withdrawal-state',
        source: 'ZoZPP 26.1(4)',
        note: 'State, looks and proof of purchase; a missing proof does not take the right away.',
        terms: { conditions: ['undamaged', 'unused'], otherwise: { kind: 'refuse' } },
      },
      {
        id: 'withdrawal-refund',
        source: 'ZoZPP 26.1(4)',
        note: 'Ten days from the demand, less the seller’s cost of bringing the goods back. The first delivery is not mentioned.',
        terms: {
          pays: { return: paidBy('buyer') },
          refund: { item: whole, outbound: 'unknown', form: 'original-means', fees: [{ kind: 'return-shipping' }] },
          remedies: buyerMayChoose(1, 'refund'),
          deadlines: [{ duty: 'refund', party: 'seller', period: closing(days(10, 'notice')) }],
        },
        except: [
          {
            id: 'brought-back-by-buyer',
            when: { returnMode: ['self-ship', 'in-person'] },
            note: 'Goods the buyer brings or sends back cost the seller nothing that could be taken off.',
            terms: { refund: { fees: [] } },
          },
        ],
      },
    ]),
    otherChannelsNotRead('ZoZPP 26.1'),
    conformityNotRead('ZoZPP 18'),
    deliveryNotRead('ZoZPP 23.1'),
  ],
};
