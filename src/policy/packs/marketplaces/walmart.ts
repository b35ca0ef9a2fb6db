import type { RightKind } from '../../decision.js';
import type { MarketplacePack } from '../types.js';
import { buyerMayChoose, closing, days, everythingPaidBy, hours, paidBy, together, unknownEnd, whole } from '../wording.js';

const readOn = '2026-11-21';
const grants: readonly RightKind[] = ['voluntary', 'conformity'];
const everyRight: readonly RightKind[] = ['withdrawal', 'conformity', 'non-delivery', 'late-delivery', 'voluntary'];

/** Walmart of the United States. `returnByDate` in the payload binds. */
export const walmart: readonly MarketplacePack[] = [
  {
    layer: 'marketplace',
    id: 'walmart:US',
    marketplace: 'walmart',
    site: 'US',
    sources: {
      'WM-learn': { title: 'Walmart Marketplace Learn: returns policy', url: 'https://marketplacelearn.walmart.com', readOn },
      'WM-promise': { title: 'Walmart help 4093 (2019)', url: 'https://www.walmart.com/help', readOn },
    },
    rules: together({ source: 'WM-learn', confidence: 'official-summary' } as const, [
      {
        id: 'return-window',
        rights: grants,
        note: 'At least thirty days, counted from the seventh day after shipping; an earlier request is not refused. A restocking fee of up to 20 % stands on an old page only and could not be confirmed.',
        terms: {
          window: closing(days(30, days(7, 'shipped'))),
          refund: { item: whole, outbound: 'unknown', form: 'original-means', fees: [] },
          remedies: buyerMayChoose(1, 'refund'),
        },
        except: [
          {
            id: 'shorter-categories',
            confidence: 'unconfirmed',
            when: { category: ['electronics', 'computers', 'cameras', 'phones', 'appliances', 'luxury'] },
            note: 'Certain electronics, major appliances and luxury goods have other days, which were not read.',
            terms: { window: { closes: unknownEnd } },
          },
        ],
      },
      {
        id: 'return-cost',
        rights: [...grants, 'withdrawal'],
        note: 'The seller may not charge the customer for the way back, whatever the reason.',
        terms: { pays: { return: paidBy('seller') } },
        except: [
          {
            id: 'fault-of-the-seller',
            when: { reasonClass: ['conformity', 'late'] },
            terms: { pays: everythingPaidBy('seller') },
          },
        ],
      },
      {
        id: 'refund-after-return',
        rights: everyRight,
        terms: {
          deadlines: [{ duty: 'refund', party: 'seller', onMiss: 'auto-refunded', period: closing(hours(48, 'goods-returned')) }],
        },
      },
      {
        id: 'promise-claim',
        rights: ['non-delivery', 'late-delivery', 'conformity'],
        source: 'WM-promise',
        confidence: 'secondary',
        note: 'By a page of 2019.',
        terms: {
          deadlines: [
            { duty: 'file-claim', party: 'buyer', onMiss: 'denied', period: closing(days(90, 'promised')) },
            { duty: 'answer-claim', party: 'seller', onMiss: 'auto-refunded', period: closing(hours(24, 'claim-opened')) },
          ],
        },
      },
    ]),
  },
];
