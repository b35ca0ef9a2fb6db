import type { RightKind } from '../../decision.js';
import type { MarketplacePack, PackRule, PackSource } from '../types.js';
import { anyOf, businessDays, closing, days, everythingPaidBy, hours, together, unknownEnd } from '../wording.js';

const readOn = '2026-11-21';
const grants: readonly RightKind[] = ['voluntary', 'conformity'];
const everyRight: readonly RightKind[] = ['withdrawal', 'conformity', 'non-delivery', 'late-delivery', 'voluntary'];

const sources: Readonly<Record<string, PackSource>> = {
  'TT-US': {
    title: 'TikTok Shop US, policy of 2025-10-01',
    url: 'https://seller-us.tiktok.com/university/essay?knowledge_id=3253210454181634',
    readOn,
  },
  'TT-TH': { title: 'TikTok Shop Thailand, policy of 2024-07-18', url: 'https://seller-th.tiktok.com', readOn },
  'TT-guides': { title: 'Guides for Vietnam and Indonesia', url: 'https://partner.tiktokshop.com', readOn },
};

const unitedStates: readonly PackRule[] = together({ source: 'TT-US', confidence: 'official-summary' } as const, [
  {
    id: 'return-window',
    rights: grants,
    note: 'Returnable categories are approved automatically; their days were not read.',
    terms: { window: { closes: unknownEnd } },
  },
  {
    id: 'seller-answer',
    rights: everyRight,
    valid: { from: '2025-10-01', selectedBy: 'placed' },
    note: 'Two to four business days by price; the price bands were not read.',
    terms: {
      deadlines: [
        {
          duty: 'answer',
          party: 'seller',
          onMiss: 'auto-approved',
          period: closing(anyOf(businessDays(2, 'requested'), businessDays(4, 'requested'))),
        },
      ],
    },
  },
  {
    id: 'seller-answer-before',
    rights: everyRight,
    valid: { to: '2025-09-30', selectedBy: 'placed' },
    terms: { deadlines: [{ duty: 'answer', party: 'seller', period: closing(unknownEnd) }] },
  },
  {
    id: 'protection-claim',
    rights: everyRight,
    terms: { deadlines: [{ duty: 'file-claim', party: 'buyer', onMiss: 'denied', period: closing(days(90, 'delivered')) }] },
  },
]);

const thailand: readonly PackRule[] = together(
  { source: 'TT-TH', confidence: 'official-summary', valid: { from: '2024-07-18', selectedBy: 'placed' } } as const,
  [
    {
      id: 'return-window',
      rights: grants,
      terms: { window: closing(days(7, 'delivered')) },
      except: [{ id: 'mall-window', when: { programme: ['mall'] }, terms: { window: closing(days(15, 'delivered')) } }],
    },
    {
      id: 'seller-answer',
      rights: everyRight,
      terms: {
        deadlines: [{ duty: 'answer', party: 'seller', onMiss: 'auto-approved', period: closing(businessDays(1, 'requested')) }],
      },
    },
    {
      id: 'self-arranged-return',
      rights: everyRight,
      when: { returnMode: ['self-ship'] },
      note: 'What comes back by the buyer’s own way is looked at within ten calendar days.',
      terms: { deadlines: [{ duty: 'inspect', party: 'seller', period: closing(days(10, 'goods-returned')) }] },
    },
  ],
);

const thailandBefore: readonly PackRule[] = together(
  { source: 'TT-TH', confidence: 'unconfirmed', valid: { to: '2024-07-17', selectedBy: 'placed' } } as const,
  [
    { id: 'return-window-before', rights: grants, terms: { window: { closes: unknownEnd } } },
    {
      id: 'seller-answer-before',
      rights: everyRight,
      terms: { deadlines: [{ duty: 'answer', party: 'seller', period: closing(unknownEnd) }] },
    },
  ],
);

const vietnam: readonly PackRule[] = together({ source: 'TT-guides', confidence: 'secondary' } as const, [
  { id: 'return-window', rights: grants, terms: { window: closing(days(15, 'delivered')) } },
  {
    id: 'seller-answer',
    rights: everyRight,
    terms: { deadlines: [{ duty: 'answer', party: 'seller', period: closing(businessDays(1, 'requested')) }] },
  },
]);

const indonesia: readonly PackRule[] = together({ source: 'TT-guides', confidence: 'secondary' } as const, [
  { id: 'return-window', rights: grants, terms: { window: closing(days(6, 'delivered')) } },
  {
    id: 'duties',
    rights: everyRight,
    note: 'From which day the five and the eight days count is not said.',
    terms: {
      deadlines: [
        { duty: 'answer', party: 'seller', period: closing(hours(48, 'requested')) },
        { duty: 'dispatch-back', party: 'buyer', period: closing(days(5, 'authorised')) },
        {
          duty: 'confirm-receipt',
          party: 'seller',
          period: closing(anyOf(days(8, 'dispatched-back'), days(8, 'goods-returned'))),
        },
      ],
    },
  },
]);

const fault: PackRule = {
  id: 'fault-of-the-seller',
  rights: ['conformity', 'non-delivery', 'late-delivery'],
  source: 'TT-guides',
  confidence: 'secondary',
  terms: { pays: everythingPaidBy('seller') },
};

const sites = { US: unitedStates, TH: [...thailand, ...thailandBefore], VN: vietnam, ID: indonesia } as const;

/** TikTok Shop by site. The deadline of the next action in the payload binds. */
export const tiktokShop: readonly MarketplacePack[] = Object.entries(sites).map(([site, rules]) => ({
  layer: 'marketplace',
  id: `tiktok-shop:${site}`,
  marketplace: 'tiktok-shop',
  site,
  sources,
  rules: [...rules, fault],
}));
