import type { MarketplacePack, PackException, PackRule } from '../types.js';
import { buyerMayChoose, closing, days, everythingPaidBy, together, unknownEnd } from '../wording.js';

const readOn = '2026-11-21';

const mallWindow: PackException = {
  id: 'mall-window',
  when: { programme: ['mall', 'choice'] },
  terms: { window: closing(days(30, 'delivered')) },
};

/** Of LazMall in the Philippines the marketplace itself says so. */
const mallInPhilippines: PackException = {
  ...mallWindow,
  except: [
    {
      id: 'mall-window-philippines',
      source: 'LZ-PH',
      confidence: 'official-summary',
      when: { programme: ['mall'] },
      terms: { window: closing(days(30, 'delivered')) },
    },
  ],
};

const rulesFor = (site: string): readonly PackRule[] =>
  together({ confidence: 'secondary' } as const, [
    {
      id: 'return-window',
      rights: ['voluntary', 'conformity'],
      source: 'LZ-help',
      terms: { window: closing(days(7, 'delivered')) },
      except: [site === 'PH' ? mallInPhilippines : mallWindow],
    },
    {
      id: 'never-came',
      rights: ['non-delivery', 'late-delivery'],
      source: 'LZ-help',
      note: 'Until when was not read.',
      terms: { window: { closes: unknownEnd } },
    },
    {
      id: 'refund-only',
      rights: ['non-delivery'],
      source: 'LZ-help',
      note: 'Of what was not received, and of an empty parcel, the money back and nothing else.',
      terms: { remedies: buyerMayChoose(1, 'refund') },
    },
    {
      id: 'fault-of-the-seller',
      rights: ['conformity', 'non-delivery', 'late-delivery'],
      source: 'LZ-help',
      terms: { pays: everythingPaidBy('seller') },
    },
    {
      id: 'seller-answer',
      rights: ['withdrawal', 'conformity', 'non-delivery', 'late-delivery', 'voluntary'],
      source: 'LZ-API',
      confidence: 'unconfirmed',
      note: 'Between two working days and 72 hours by different sources; the payload states it for each line.',
      terms: { deadlines: [{ duty: 'answer', party: 'seller', onMiss: 'auto-approved', period: closing(unknownEnd) }] },
    },
  ]);

/** Lazada by site, one set of rules but for what a site says itself. */
export const lazada: readonly MarketplacePack[] = ['SG', 'MY', 'PH', 'ID', 'TH', 'VN'].map((site) => ({
  layer: 'marketplace',
  id: `lazada:${site}`,
  marketplace: 'lazada',
  site,
  sources: {
    'LZ-help': { title: 'cxbox 57625397581337: windows and reasons', url: 'https://cxbox.zendesk.com', readOn },
    ...(site === 'PH'
      ? { 'LZ-PH': { title: 'Lazada PH community, 2023-03-21', url: 'https://community.lazada.com.ph', readOn } }
      : {}),
    'LZ-API': { title: 'Lazada Open Platform: return and refund', url: 'https://open.lazada.com', readOn },
  },
  rules: rulesFor(site),
}));
