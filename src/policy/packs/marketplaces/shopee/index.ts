import type { MarketplacePack, PackRule } from '../../types.js';
import { anyOf, closing, days, hours } from '../../wording.js';
import {
  answer,
  answerNotRead,
  changeOfMind,
  dispatch,
  duty,
  electronics,
  everywhere,
  notRead,
  sources,
  windowRule,
} from './rules.js';
import { indonesia, malaysia, philippines, singapore, thailand, vietnam } from './south-east-asia.js';

const brazil: readonly PackRule[] = [
  windowRule(days(7, 'delivered'), {
    source: 'SH-guides',
    confidence: 'secondary',
    except: [
      {
        id: 'electronics-window',
        confidence: 'unconfirmed',
        when: { category: electronics },
        note: 'One source alone has thirty days for electronics.',
        terms: { window: closing(anyOf(days(7, 'delivered'), days(30, 'delivered'))) },
      },
    ],
  }),
  answer(hours(47, 'requested'), { source: 'SH-API', confidence: 'secondary', note: 'As seen on the wire.' }),
  dispatch(hours(306, 'requested'), { source: 'SH-API', confidence: 'secondary', note: 'As seen on the wire: 12.76 days.' }),
  duty('receipt', 'SH-API', { duty: 'confirm-receipt', party: 'seller', period: closing(days(3, 'goods-returned')) }),
  duty('evidence', 'SH-API', { duty: 'submit-evidence', party: 'seller', period: closing(days(2, 'information-asked')) }),
  changeOfMind,
];

const mexico: readonly PackRule[] = [
  notRead,
  answerNotRead,
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
  TW: [notRead, answerNotRead, changeOfMind],
  BR: brazil,
  MX: mexico,
  CL: [notRead, answerNotRead, changeOfMind],
  CO: [notRead, answerNotRead, changeOfMind],
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
