import { everySite, type MarketplacePack } from '../types.js';
import { buyerMayChoose, closing, days, elapsedDays, hours, paidBy, together, whole } from '../wording.js';

const readOn = '2026-11-21';

/** Mercado Libre, one set of rules for every site. `available_actions[].due_date` in the payload binds. */
export const mercadoLibre: readonly MarketplacePack[] = [
  {
    layer: 'marketplace',
    id: 'mercado-libre:*',
    marketplace: 'mercado-libre',
    site: everySite,
    sources: {
      'ML-claims': {
        title: 'Mercado Libre developers: claims and returns (2024-11-07, captured 2026-06-06)',
        url: 'https://developers.mercadolibre.com.ar/devsite/total-and-partial-refunds',
        readOn,
      },
      'ML-blog': { title: 'masterhacks, 2023: thirty days of free return', url: 'https://blogs.masterhacks.net', readOn },
    },
    rules: together({ source: 'ML-claims', confidence: 'official-summary' } as const, [
      {
        id: 'return-window',
        rights: ['voluntary', 'conformity'],
        source: 'ML-blog',
        confidence: 'secondary',
        terms: { window: closing(days(30, 'delivered')), remedies: buyerMayChoose(1, 'refund') },
      },
      {
        id: 'return-cost',
        rights: ['voluntary', 'conformity', 'withdrawal'],
        note: 'Stated for each claim by the marketplace.',
        terms: { pays: { return: paidBy('unknown') }, refund: { item: whole, form: 'original-means', fees: [] } },
      },
      {
        id: 'seller-answer',
        rights: ['withdrawal', 'conformity', 'non-delivery', 'late-delivery', 'voluntary'],
        note: 'An answer in 48 hours keeps the reputation; what must be answered by when could not be confirmed. A partial refund offered in 72 hours does not count against the reputation.',
        terms: {
          deadlines: [{ duty: 'answer', party: 'seller', strength: 'recommended', period: closing(hours(48, 'requested')) }],
        },
      },
      {
        id: 'refund-after-return',
        rights: ['withdrawal', 'conformity', 'voluntary'],
        note: 'Refunded when shipped, or three days after the seller receives the goods. Goods of little value do not come back at all; the claim says which of the three it is.',
        terms: {
          deadlines: [{ duty: 'refund', party: 'marketplace', period: closing(elapsedDays(3, 'goods-returned')) }],
        },
      },
    ]),
  },
];
