import type { RightKind } from '../../decision.js';
import type { Bound } from '../../rules/span.js';
import type { DeadlineTerm } from '../../rules/terms.js';
import type { MarketplacePack, PackRule, PackSource } from '../types.js';
import {
  anyOf,
  businessDays,
  closing,
  days,
  earliestOf,
  elapsedDays,
  everythingPaidBy,
  hours,
  paidBy,
  unknownEnd,
} from '../wording.js';

const readOn = '2026-11-21';
const grants: readonly RightKind[] = ['voluntary', 'conformity'];
const everyRight: readonly RightKind[] = ['withdrawal', 'conformity', 'non-delivery', 'late-delivery', 'voluntary'];

const sources: Readonly<Record<string, PackSource>> = {
  'SH-MY': { title: 'Shopee Malaysia help 146067', url: 'https://help.shopee.com.my/portal/article/146067', readOn },
  'SH-SG': { title: 'Shopee Singapore help', url: 'https://help.shopee.sg', readOn },
  'SH-PH': {
    title: 'Shopee Philippines help 80958, 81230, 77279, 81286',
    url: 'https://help.shopee.ph/portal/article/80958',
    readOn,
  },
  'SH-API': {
    title: 'Shopee Open Platform: returns, dates seen on the wire',
    url: 'https://open.shopee.com/documents/v2/v2.returns.get_return_list',
    readOn,
  },
  'SH-guides': { title: 'Guides for sellers', url: 'https://seller.shopee.com', readOn },
};

/** The dates in the payload bind; these figures are for explaining and simulating. */
const windowRule = (closes: Bound, facts: Pick<PackRule, 'source' | 'confidence'> & Partial<PackRule>): PackRule => ({
  id: 'guarantee-window',
  rights: grants,
  ...facts,
  terms: { window: closing(closes) },
});

const notRead = windowRule(unknownEnd, {
  source: 'SH-guides',
  confidence: 'unconfirmed',
  note: 'The days of this site could not be confirmed.',
});

const answer = (closes: Bound, facts: Pick<PackRule, 'source' | 'confidence'> & Partial<PackRule>): PackRule => ({
  id: 'seller-answer',
  rights: everyRight,
  ...facts,
  terms: { deadlines: [{ duty: 'answer', party: 'seller', onMiss: 'auto-approved', period: closing(closes) }] },
});

const dispatch = (closes: Bound, facts: Pick<PackRule, 'source' | 'confidence'> & Partial<PackRule>): PackRule => ({
  id: 'buyer-dispatch',
  rights: everyRight,
  ...facts,
  terms: { deadlines: [{ duty: 'dispatch-back', party: 'buyer', onMiss: 'case-closed', period: closing(closes) }] },
});

const duty = (id: string, source: string, deadline: DeadlineTerm): PackRule => ({
  id,
  rights: everyRight,
  source,
  confidence: 'secondary',
  terms: { deadlines: [deadline] },
});

const everywhere: readonly PackRule[] = [
  {
    id: 'fault-of-the-seller',
    rights: ['conformity', 'non-delivery', 'late-delivery'],
    source: 'SH-guides',
    confidence: 'secondary',
    terms: { pays: everythingPaidBy('seller') },
  },
];

/** Whether a change of mind is accepted at all is told of the Malaysian site only. */
const changeOfMind: PackRule = {
  id: 'change-of-mind',
  rights: ['voluntary'],
  source: 'SH-guides',
  confidence: 'unconfirmed',
  when: { reasonClass: ['withdrawal'] },
  note: 'It could not be confirmed that this site takes goods back after a change of mind.',
  terms: { review: 'change-of-mind-unconfirmed' },
};

const malaysia: readonly PackRule[] = [
  windowRule(days(15, 'delivered'), {
    source: 'SH-MY',
    confidence: 'official-summary',
    note: 'Fifteen days from “Delivered”, with free returns; who bears them was not read.',
    except: [
      ...['perishable', 'digital', 'hygiene-sealed'].map((trait) => ({
        id: `not-${trait}`,
        when: { traits: [trait] },
        terms: { exclude: trait },
      })),
      { id: 'sealed-electronics', when: { category: ['electronics'] }, terms: { conditions: ['unopened' as const] } },
    ],
  }),
  answer(elapsedDays(2, 'requested'), { source: 'SH-guides', confidence: 'secondary' }),
  dispatch(days(10, 'requested'), { source: 'SH-guides', confidence: 'secondary' }),
];

const singapore: readonly PackRule[] = [
  windowRule(earliestOf(days(15, 'delivered'), days(15, 'promised')), {
    source: 'SH-SG',
    confidence: 'official-summary',
    note: 'From delivery or the promised day, whichever is earlier.',
  }),
  answer(anyOf(elapsedDays(2, 'requested'), elapsedDays(3, 'requested')), {
    source: 'SH-API',
    confidence: 'secondary',
    note: 'Two days on the wire; 72 hours in a guide.',
  }),
  changeOfMind,
];

const philippines: readonly PackRule[] = [
  windowRule(days(7, 'delivered'), {
    source: 'SH-PH',
    confidence: 'official-summary',
    except: [{ id: 'mall-window', when: { programme: ['mall'] }, terms: { window: closing(days(15, 'delivered')) } }],
  }),
  answer(elapsedDays(2, 'requested'), {
    source: 'SH-PH',
    confidence: 'official-summary',
    note: 'Of Mall sellers a refund without return is taken as accepted unless disputed.',
  }),
  dispatch(days(10, 'authorised'), { source: 'SH-PH', confidence: 'official-summary' }),
  duty('partial-offer', 'SH-PH', { duty: 'answer-offer', party: 'buyer', period: closing(days(1, 'requested')) }),
  duty('dispute-review', 'SH-PH', {
    duty: 'platform-decides',
    party: 'marketplace',
    period: closing(businessDays(9, 'claim-opened')),
  }),
  changeOfMind,
];

const indonesia: readonly PackRule[] = [
  windowRule(days(7, 'delivered'), { source: 'SH-guides', confidence: 'secondary' }),
  answer(elapsedDays(3, 'requested'), { source: 'SH-API', confidence: 'secondary' }),
  {
    id: 'mall-return',
    rights: grants,
    source: 'SH-guides',
    confidence: 'secondary',
    when: { programme: ['mall'] },
    terms: { pays: { return: paidBy('marketplace') } },
  },
  changeOfMind,
];

const vietnam: readonly PackRule[] = [
  notRead,
  dispatch(days(6, 'authorised'), { source: 'SH-guides', confidence: 'secondary' }),

  duty('extra-evidence', 'SH-guides', {
    duty: 'submit-evidence',
    party: 'seller',
    period: closing(hours(24, 'information-asked')),
  }),
  duty('dispute-review', 'SH-guides', {
    duty: 'platform-decides',
    party: 'marketplace',
    period: closing(businessDays(5, 'claim-opened')),
  }),

  changeOfMind,
];

const brazil: readonly PackRule[] = [
  windowRule(days(7, 'delivered'), {
    source: 'SH-guides',
    confidence: 'secondary',
    except: [
      {
        id: 'electronics-window',
        confidence: 'unconfirmed',
        when: { category: ['electronics'] },
        note: 'One source alone has thirty days for electronics.',
        terms: { window: closing(anyOf(days(7, 'delivered'), days(30, 'delivered'))) },
      },
    ],
  }),
  answer(hours(47, 'requested'), { source: 'SH-API', confidence: 'secondary', note: 'As seen on the wire.' }),

  duty('receipt', 'SH-API', { duty: 'confirm-receipt', party: 'seller', period: closing(days(3, 'goods-returned')) }),
  duty('evidence', 'SH-API', { duty: 'submit-evidence', party: 'seller', period: closing(days(2, 'information-asked')) }),

  changeOfMind,
];

const thailand: readonly PackRule[] = [
  notRead,
  {
    id: 'mall-dispatch',
    rights: everyRight,
    source: 'SH-guides',
    confidence: 'secondary',
    when: { programme: ['mall'] },
    terms: { deadlines: [{ duty: 'dispatch-back', party: 'buyer', period: closing(days(3, 'authorised')) }] },
  },
  changeOfMind,
];

const mexico: readonly PackRule[] = [
  notRead,
  dispatch(days(3, 'authorised'), { source: 'SH-guides', confidence: 'secondary' }),
  changeOfMind,
];

const sites: Readonly<Record<string, readonly PackRule[]>> = {
  MY: malaysia,
  SG: singapore,
  PH: philippines,
  ID: indonesia,
  VN: vietnam,
  TH: thailand,
  TW: [notRead, changeOfMind],
  BR: brazil,
  MX: mexico,
  CL: [notRead, changeOfMind],
  CO: [notRead, changeOfMind],
};

/** Shopee by site. */
export const shopee: readonly MarketplacePack[] = Object.entries(sites).map(([site, rules]) => ({
  layer: 'marketplace',
  id: `shopee:${site}`,
  marketplace: 'shopee',
  site,
  sources,
  rules: [...rules, ...everywhere],
}));
