import type { LawPack, PackException, PackRule, PackWhen } from '../types.js';
import type { Trigger } from '../../rules/span.js';
import {
  buyerMayChoose,
  closing,
  consumer,
  contractsFrom,
  contractsUntil,
  days,
  earliestOf,
  months,
  paidBy,
  together,
  unknownRight,
  whole,
} from '../wording.js';
import { conformityInBritain } from './united-kingdom-conformity.js';

const readOn = '2026-11-21';
const channels = ['distance', 'doorstep', 'direct-marketing', 'public-auction'];
const roll = 'unknown';

const applied = {
  rights: ['withdrawal'],
  when: { isConsumer: true, channel: channels },
  valid: contractsFrom('2014-06-13'),
  confidence: 'secondary',
} as const;

/** The regulation's text of the exclusions was not read: what article 16 of the directive on consumer rights excludes is for a person. */
const excluded = (code: string, when: PackWhen): PackRule => ({
  ...applied,
  id: code,
  source: 'CCR 28',
  confidence: 'unconfirmed',
  when: { ...applied.when, ...when },
  terms: { review: 'exclusions-not-read' },
});

const opened = { 'condition.isSealedAtDelivery': true, 'condition.isUnsealed': true } as const;

/** The supply began with consent, the buyer knew what is lost by it, and has both confirmed. */
const begun = {
  'disclosures.digitalConsent': true,
  'disclosures.digitalAcknowledgement': true,
  'disclosures.writtenConfirmation': true,
} as const;

const exclusions: readonly PackRule[] = [
  excluded('market-price', { traits: ['market-price'] }),
  excluded('custom-made', { traits: ['custom-made'] }),
  excluded('perishable', { traits: ['perishable'] }),
  excluded('hygiene-unsealed', { traits: ['hygiene-sealed'], ...opened }),
  excluded('mixes-inseparably', { traits: ['mixes-inseparably'] }),
  excluded('alcohol-futures', { traits: ['alcohol-futures'] }),
  excluded('urgent-repair', { traits: ['urgent-repair'] }),
  excluded('media-unsealed', { traits: ['media-sealed'], ...opened }),
  excluded('newspaper', { traits: ['newspaper'], isRegularDelivery: false }),
  excluded('public-auction', { channel: ['public-auction'] }),
  excluded('dated-leisure', { traits: ['dated-leisure'] }),
  excluded('digital-begun', {
    traits: ['digital'],
    ...begun,
  }),
  {
    ...excluded('digital-begun', {
      category: ['digital-content'],
      ...begun,
    }),
    id: 'digital-content-begun',
  },
  { ...excluded('service-performed', { category: ['service'] }), terms: { review: 'service-may-be-performed' } },
];

const withoutGoods: readonly PackWhen[] = [{ category: ['service', 'digital-content'] }, { traits: ['digital'] }];

/** Who was not told has twelve months more; who is told within them has fourteen days from then. Of services they count from the contract. */
const toldLate = (start: Trigger, prefix = ''): readonly PackException[] => {
  const longest = months(12, days(14, start));
  return [
    { id: `${prefix}not-told`, source: 'CCR 31', when: { 'disclosures.withdrawalRight': false }, terms: { extend: longest } },
    {
      id: `${prefix}told-late`,
      source: 'CCR 31',
      when: { 'disclosures.withdrawalRight': true },
      terms: { extend: earliestOf(days(14, 'told:withdrawalRight'), longest) },
    },
  ];
};

const withdrawal: readonly PackRule[] = together(applied, [
  {
    id: 'withdrawal-window',
    source: 'CCR 30',
    confidence: 'official-summary',
    note: 'No rule was found that moves a last day on a Saturday, Sunday or holiday: both days are possible.',
    terms: { window: closing(days(14, 'delivered'), roll) },
    except: [
      ...toldLate('delivered').map((exception) => ({ ...exception, unless: withoutGoods })),
      ...withoutGoods.map((when, index) => ({
        id: `window-without-goods-${String(index + 1)}`,
        when,
        terms: { window: closing(days(14, 'contract'), roll) },
        except: toldLate('contract', ['service-', 'digital-'][index]),
      })),
    ],
  },
  {
    id: 'withdrawal-refund',
    source: 'CCR 34(4)-(6)',
    terms: {
      refund: { item: whole, outbound: 'cheapest', form: 'original-means', fees: [] },
      remedies: buyerMayChoose(1, 'refund'),
      deadlines: [
        {
          duty: 'refund',
          party: 'seller',
          period: closing(earliestOf(days(14, 'goods-returned'), days(14, 'proof-of-dispatch'))),
        },
      ],
    },
    except: [...withoutGoods, { sellerCollects: true }].map((when, index) => ({
      id: `refund-from-cancellation-${String(index + 1)}`,
      when,
      terms: { deadlines: [{ duty: 'refund', party: 'seller', period: closing(days(14, 'notice')) }] },
    })),
  },
  {
    id: 'withdrawal-dispatch',
    source: 'CCR 35(4)',
    unless: [{ sellerCollects: true }],
    terms: {
      deadlines: [{ duty: 'dispatch-back', party: 'buyer', satisfiedBy: 'sent', period: closing(days(14, 'notice'), roll) }],
    },
  },
  {
    id: 'withdrawal-return-cost',
    source: 'CCR 35(5)',
    terms: { pays: { return: paidBy('buyer') } },
    except: [
      { id: 'return-cost-not-told', when: { 'disclosures.returnCost': false }, terms: { pays: { return: paidBy('seller') } } },
    ],
  },
  {
    id: 'excessive-handling',
    source: 'CCR 34(9)',
    terms: {
      conditions: ['undamaged', 'not-handled-beyond-testing'],
      otherwise: { kind: 'deduct', line: 'diminished-value', upTo: whole },
    },
    except: [{ id: 'handling-not-told', when: { 'disclosures.withdrawalRight': false }, terms: { conditions: [] } }],
  },
]);

export const unitedKingdom: LawPack = {
  layer: 'law',
  id: 'law:GB',
  countries: ['GB'],
  sources: {
    CCR: {
      title: 'Consumer Contracts (Information, Cancellation and Additional Charges) Regulations 2013',
      url: 'https://www.legislation.gov.uk/uksi/2013/3134',
      readOn,
    },
    CRA: {
      title: 'Consumer Rights Act 2015',
      url: 'https://www.legislation.gov.uk/ukpga/2015/15',
      readOn,
    },
  },
  rules: [
    ...withdrawal,
    ...exclusions,
    ...conformityInBritain,
    unknownRight({
      id: 'withdrawal-before',
      rights: ['withdrawal'],
      when: applied.when,
      source: 'CCR 1',
      valid: contractsUntil('2014-06-12'),
      note: 'The law before the regulations was not read.',
    }),
    unknownRight({
      id: 'conformity-before',
      rights: ['conformity'],
      when: consumer,
      source: 'CRA 100',
      valid: contractsUntil('2015-09-30'),
      note: 'The law before the act was not read.',
    }),
    unknownRight({
      id: 'delivery',
      rights: ['non-delivery', 'late-delivery'],
      when: consumer,
      source: 'CRA 28, 29',
      note: 'What the act says of late and missing deliveries was not read.',
    }),
  ],
};
