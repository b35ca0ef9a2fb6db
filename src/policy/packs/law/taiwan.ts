import type { LawPack, PackRule, PackWhen } from '../types.js';
import {
  anyOf,
  buyerMayChoose,
  closing,
  conformityNotRead,
  consumer,
  contractsFrom,
  contractsUntil,
  days,
  deliveryNotRead,
  earliestOf,
  months,
  otherChannelsNotRead,
  paidBy,
  together,
  unknownRight,
  whole,
} from '../wording.js';

const readOn = '2026-11-21';
const when: PackWhen = { ...consumer, channel: ['distance', 'doorstep'] };
/** Civil Code 122: Sunday, memorial day or other day of rest moves to the next day. */
const roll = 'next-working-day';

const applied = { rights: ['withdrawal'], when, valid: contractsFrom('2016-01-01'), confidence: 'text' } as const;

/** Four months are the most, from receipt or from the end of the seven days: which of them was not settled. */
const longest = anyOf(months(4, 'delivered'), months(4, days(7, 'delivered')));

const withdrawal: readonly PackRule[] = together(applied, [
  {
    id: 'withdrawal-window',
    source: 'CPA 19(1)',
    terms: { window: closing(days(7, 'delivered'), roll) },
    except: [
      { id: 'not-told', source: 'CPA 19(3)', when: { 'disclosures.withdrawalRight': false }, terms: { extend: longest } },
      {
        id: 'told-late',
        source: 'CPA 19(3)',
        when: { 'disclosures.withdrawalRight': true },
        terms: { extend: earliestOf(days(7, 'told:withdrawalRight'), longest) },
      },
    ],
  },
  {
    id: 'withdrawal-without-cost',
    source: 'CPA 19(1)',
    note: 'No cost at all for the buyer; whether the first delivery comes back is implied, not written.',
    terms: {
      pays: { return: paidBy('seller') },
      refund: { item: whole, outbound: 'unknown', form: 'original-means', fees: [] },
      remedies: buyerMayChoose(1, 'refund'),
    },
  },
  {
    id: 'withdrawal-collection',
    source: 'CPA 19-2(1)',
    terms: { deadlines: [{ duty: 'collect-goods', party: 'seller', period: closing(days(15, 'notice'), roll) }] },
  },
  {
    id: 'withdrawal-refund',
    source: 'CPA 19-2(2)',
    terms: { deadlines: [{ duty: 'refund', party: 'seller', period: closing(days(15, 'goods-returned'), roll) }] },
  },
]);

/** Kept out only where the buyer was told so. */
const excluded = (code: string, goods: PackWhen): PackRule => ({
  ...applied,
  id: code,
  source: 'Exceptions 2',
  when: { ...when, ...goods, 'disclosures.exclusion': true },
  terms: { exclude: code.replace(/-of-goods$/, '') },
});

const opened = { 'condition.isUnsealed': true } as const;

const exclusions: readonly PackRule[] = [
  excluded('perishable', { traits: ['perishable'] }),
  {
    ...excluded('near-expiry', { traits: ['near-expiry-or-flawed'] }),
    note: 'Goods about to expire are excluded, flawed ones are not: the facts do not tell the two apart.',
    terms: { review: 'near-expiry-only' },
  },
  excluded('custom-made', { traits: ['custom-made'] }),
  excluded('newspaper', { traits: ['newspaper'] }),
  excluded('media-unsealed', { traits: ['media-sealed'], ...opened }),
  excluded('digital-begun', { traits: ['digital'], 'disclosures.digitalConsent': true }),
  {
    ...excluded('digital-begun', { category: ['digital-content'], 'disclosures.digitalConsent': true }),
    id: 'digital-content-begun',
  },
  { ...excluded('service-begun', { category: ['service'] }), terms: { review: 'service-may-be-performed' } },
  { ...excluded('air-travel', { traits: ['dated-leisure'] }), terms: { review: 'air-travel-only' } },
  excluded('hygiene-unsealed', { traits: ['hygiene-sealed'], ...opened }),
  excluded('hygiene-unsealed-of-goods', { category: ['cosmetics', 'hygiene'], ...opened }),
];

export const taiwan: LawPack = {
  layer: 'law',
  id: 'law:TW',
  countries: ['TW'],
  sources: {
    CPA: {
      title: 'Consumer Protection Act 消費者保護法 (J0170001)',
      url: 'https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=J0170001',
      readOn,
    },
    Exceptions: {
      title: 'Reasonable exceptions to the right of rescission (J0170012)',
      url: 'https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=J0170012',
      readOn,
    },
    'Civil-Code': {
      title: 'Civil Code 民法 (B0000001)',
      url: 'https://law.moj.gov.tw/LawClass/LawAll.aspx?pcode=B0000001',
      readOn,
    },
  },
  rules: [
    ...withdrawal,
    ...exclusions,
    unknownRight({
      id: 'withdrawal-before',
      rights: ['withdrawal'],
      when,
      source: 'CPA 19',
      valid: contractsUntil('2015-12-31'),
      note: 'The law before was not read.',
    }),
    otherChannelsNotRead('CPA 19', ['direct-marketing', 'public-auction']),
    conformityNotRead('Civil-Code 354'),
    deliveryNotRead('Civil-Code 229'),
  ],
};
