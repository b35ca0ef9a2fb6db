import type { LawPack, PackRule, PackWhen } from '../types.js';
import {
  atLeast,
  buyerMayChoose,
  closing,
  consumer,
  consumerAtADistance,
  contractsFrom,
  contractsUntil,
  days,
  everythingPaidBy,
  months,
  otherChannelsNotRead,
  paidBy,
  sellerMayChoose,
  together,
  unknownEnd,
  unknownRight,
  whole,
} from '../wording.js';

const readOn = '2026-11-21';
/** A last day that is a day of rest moves to the day after it (Civil Code 203). */
const roll = 'next-working-day';

const applied = {
  rights: ['withdrawal'],
  when: consumerAtADistance,
  valid: contractsFrom('2014-03-15'),
  confidence: 'secondary',
} as const;

const excluded = (code: string, { when, source }: { when: PackWhen; source: string }): PackRule => ({
  ...applied,
  id: code,
  source,
  when: { ...consumerAtADistance, ...when },
  terms: { exclude: code },
});

/** Goods that can be kept out only where the buyer confirmed that at each purchase. */
const confirmed = (code: string, when: PackWhen): PackRule => ({
  ...excluded(code, { source: 'Measures 7', when: { ...when, 'disclosures.perPurchaseConfirmation': true } }),
  valid: contractsFrom('2017-03-15'),
});

const exclusions: readonly PackRule[] = [
  excluded('custom-made', { source: 'CPL 25(1)', when: { traits: ['custom-made'] } }),
  excluded('perishable', { source: 'CPL 25(2)', when: { traits: ['perishable'] } }),
  excluded('digital-begun', { source: 'CPL 25(3)', when: { traits: ['digital'] } }),
  { ...excluded('digital-begun', { source: 'CPL 25(3)', when: { category: ['digital-content'] } }), id: 'digital-content-begun' },
  excluded('media-unsealed', {
    source: 'CPL 25(3)',
    when: { traits: ['media-sealed'], 'condition.isUnsealed': true },
  }),
  excluded('newspaper', { source: 'CPL 25(4)', when: { traits: ['newspaper'] } }),
  confirmed('hygiene-unsealed', { traits: ['hygiene-sealed'], 'condition.isUnsealed': true }),
  confirmed('activated-high-loss', { traits: ['activated-high-loss'] }),
  confirmed('near-expiry-or-flawed', { traits: ['near-expiry-or-flawed'] }),
  {
    ...excluded('unsuitable-by-nature', {
      source: 'CPL 25',
      when: { traits: ['unsuitable-by-nature'], 'disclosures.perPurchaseConfirmation': true },
    }),
    confidence: 'text',
    note: 'By the nature of the goods, and only where the buyer confirmed it at the purchase. What the regulations of 2024-07-01 (778, article 19) add could not be confirmed.',
  },
];

const withdrawal: readonly PackRule[] = together(applied, [
  {
    id: 'withdrawal-window',
    source: 'CPL 25; Measures 10',
    confidence: 'text',
    note: 'Seven days from the day after the goods were signed for.',
    terms: { window: closing(days(7, 'delivered'), roll) },
  },
  {
    id: 'withdrawal-intact',
    source: 'CPL 25; Measures 8, 9',
    note: 'The goods must be intact. Opening them to inspect is allowed.',
    terms: { conditions: ['undamaged', 'complete', 'not-handled-beyond-testing'], otherwise: { kind: 'refuse' } },
  },
  {
    id: 'withdrawal-refund',
    source: 'CPL 25',
    confidence: 'text',
    terms: {
      refund: { item: whole, outbound: 'none', form: 'original-means', fees: [] },
      remedies: buyerMayChoose(1, 'refund'),
      deadlines: [{ duty: 'refund', party: 'seller', period: closing(days(7, 'goods-returned'), roll) }],
    },
  },
  {
    id: 'withdrawal-return-cost',
    source: 'CPL 25',
    confidence: 'text',
    terms: { pays: { return: paidBy('buyer') } },
  },
]);

const conformity: readonly PackRule[] = together(
  { rights: ['conformity'], when: consumer, valid: contractsFrom('2014-03-15'), confidence: 'text' },
  [
    {
      id: 'conformity-period',
      source: 'CPL 24',
      note: 'Seven days are certain; later goods may be returned where the law lets a contract be ended, else repaired or replaced. No end is set.',
      terms: {
        window: closing(atLeast(days(7, 'delivered')), roll),
        pays: everythingPaidBy('seller'),
        refund: { item: whole, form: 'original-means', fees: [] },
        remedies: [...buyerMayChoose(1, 'repair', 'replacement'), ...sellerMayChoose(2, 'refund')],
      },
      except: [
        {
          id: 'return-in-seven-days',
          when: { daysSinceDelivery: { to: 7 } },
          terms: { remedies: buyerMayChoose(1, 'refund', 'repair', 'replacement') },
        },
      ],
    },
    {
      id: 'presumption-of-fault',
      source: 'CPL 23(3)',
      when: { ...consumer, traits: ['durable'] },
      terms: {
        deadlines: [
          { duty: 'presumption-ends', party: 'buyer', onMiss: 'none', period: closing(months(6, 'delivered'), 'unknown') },
        ],
      },
    },
    {
      id: 'damages-for-fraud',
      source: 'CPL 55',
      when: { ...consumer, reason: ['counterfeit'] },
      note: 'Who was deceived may claim three times the price, CNY 500 at the least, beside the refund. Whether there was fraud is for a court or the authority, so no amount is counted here.',
      terms: {},
    },
    {
      id: 'deliberate-delay-before',
      source: 'Penalties 9',
      confidence: 'unconfirmed',
      valid: { from: '2014-03-15', to: '2015-03-14', selectedBy: 'contract' },
      note: 'What counted as delay before the measures was not read.',
      terms: { deadlines: [{ duty: 'answer', party: 'seller', period: closing(unknownEnd) }] },
    },
    {
      id: 'deliberate-delay',
      source: 'Penalties 9',
      valid: contractsFrom('2015-03-15'),
      note: 'Doing nothing for more than fifteen days is deliberate delay.',
      terms: { deadlines: [{ duty: 'answer', party: 'seller', period: closing(days(15, 'requested')) }] },
    },
  ],
);

const delivery: PackRule = {
  id: 'risk-of-transport',
  rights: ['non-delivery'],
  when: consumer,
  valid: contractsFrom('2019-01-01'),
  source: 'ECL 20, 51',
  confidence: 'text',
  note: 'The seller bears the risk until the goods are signed for; the law sets no time to complain.',
  terms: {
    window: { closes: unknownEnd },
    pays: everythingPaidBy('seller'),
    refund: { item: whole, outbound: 'full', form: 'original-means', fees: [] },
  },
  except: [{ id: 'carrier-of-the-buyer', when: { carrierChosenBy: ['buyer'] }, terms: { exclude: 'carrier-chosen-by-buyer' } }],
};

const notRead = (right: 'withdrawal' | 'conformity' | 'non-delivery', last: string): PackRule =>
  unknownRight({
    id: `${right}-before`,
    rights: [right],
    when: right === 'withdrawal' ? consumerAtADistance : consumer,
    source: right === 'non-delivery' ? 'ECL 89' : 'CPL 63',
    valid: contractsUntil(last),
    note: 'The law before was not read.',
  });

export const china: LawPack = {
  layer: 'law',
  id: 'law:CN',
  countries: ['CN'],
  sources: {
    CPL: {
      title: 'Consumer Protection Law 消费者权益保护法 (2013-10-25)',
      url: 'https://github.com/LawRefBook/Laws',
      readOn,
    },
    Measures: {
      title: 'Measures for the return of online goods without reason in seven days (in force 2017-03-15)',
      url: 'http://www.jipiyun.cn/a/724536_25988986916062',
      readOn,
    },
    ECL: { title: 'E-Commerce Law 电子商务法 (2018-08-31)', url: 'https://github.com/LawRefBook/Laws', readOn },
    Penalties: {
      title: 'Measures for punishing the infringement of consumers’ rights (2015-01-05)',
      url: 'https://github.com/LawRefBook/Laws',
      readOn,
    },
  },
  rules: [
    ...withdrawal,
    ...exclusions,
    ...conformity,
    delivery,
    notRead('withdrawal', '2014-03-14'),
    notRead('conformity', '2014-03-14'),
    notRead('non-delivery', '2018-12-31'),
    otherChannelsNotRead('CPL 25'),
    unknownRight({
      id: 'late-delivery',
      rights: ['late-delivery'],
      when: consumer,
      source: 'ECL 20',
      note: 'What late goods that were accepted give was not read.',
    }),
  ],
};
