import type { PackException, PackRule, PackWhen } from '../../types.js';
import type { Trigger } from '../../../rules/span.js';
import {
  anyOf,
  buyerMayChoose,
  closing,
  contractsFrom,
  contractsUntil,
  days,
  earliestOf,
  latestOf,
  months,
  paidBy,
  together,
  unknownRight,
  whole,
} from '../../wording.js';
import { withdrawalExclusions } from './exclusions.js';
import { franceWithdrawalInterest } from './france-late-refund.js';
import { nationalFunctions, nationalReturnCosts, nationalValueLoss, remarks } from './national-withdrawal.js';

/** Contracts at a distance or away from business premises. An auction held in public is one of them until article 16(k) excludes it. */
const consumerContract: PackWhen = {
  isConsumer: true,
  channel: ['distance', 'doorstep', 'direct-marketing', 'public-auction'],
};

const roll = 'next-working-day';
const applied = {
  rights: ['withdrawal'],
  when: consumerContract,
  valid: contractsFrom('2014-06-13'),
  confidence: 'text',
} as const;

/** Services and digital content, of which nothing is delivered. */
export const withoutGoods: readonly PackWhen[] = [{ category: ['service', 'digital-content'] }, { traits: ['digital'] }];

/** Who was not told of the right has twelve months more; who is told late has fourteen days from then. */
const toldLate = (start: Trigger, name: string): readonly PackException[] => {
  const longest = months(12, days(14, start));
  return [
    {
      id: `${name}-not-told`,
      source: 'CRD 10(1)',
      when: { 'disclosures.withdrawalRight': false },
      terms: { extend: longest },
    },
    {
      id: `${name}-told-late`,
      source: 'CRD 10(2)',
      when: { 'disclosures.withdrawalRight': true },
      terms: { extend: earliestOf(days(14, 'told:withdrawalRight'), longest) },
    },
  ];
};

const window: readonly PackRule[] = together(applied, [
  {
    id: 'withdrawal-window',
    source: 'CRD 9(1), 9(2)(b)',
    terms: { window: closing(days(14, 'delivered'), roll) },
    except: [
      ...toldLate('delivered', 'withdrawal').map((exception) => ({ ...exception, unless: withoutGoods })),
      ...withoutGoods.map((when, index) => ({
        id: ['service-window', 'digital-window'][index] ?? '',
        source: 'CRD 9(2)(a), 9(2)(c)',
        when,
        terms: { window: closing(days(14, 'contract'), roll) },
        except: toldLate('contract', ['service', 'digital'][index] ?? ''),
      })),
      {
        id: 'unsolicited-visit',
        source: 'CRD 9(1a)',
        when: { channel: ['doorstep'] },
        valid: contractsFrom('2022-05-28'),
        note: 'Member states may grant 30 days after an unsolicited visit or an excursion; which of them do was not read.',
        terms: { extend: anyOf(days(14, 'delivered'), days(30, 'delivered')) },
      },
    ],
  },
]);

/** The trader may wait for the goods or for the proof that they were sent, whichever comes first. */
const goodsOrProof = earliestOf(days(0, 'goods-returned'), days(0, 'proof-of-dispatch'));

const money: readonly PackRule[] = together(applied, [
  {
    id: 'withdrawal-refund',
    source: 'CRD 13(1), 13(3)',
    terms: {
      refund: { item: whole, form: 'original-means', fees: [] },
      remedies: buyerMayChoose(1, 'refund'),
      deadlines: [{ duty: 'refund', party: 'seller', period: closing(latestOf(days(14, 'notice'), goodsOrProof), roll) }],
    },
    except: [
      ...[...withoutGoods, { sellerCollects: true }].map((when, index): PackException => ({
        id: `refund-without-waiting-${String(index + 1)}`,
        when,
        terms: { deadlines: [{ duty: 'refund', party: 'seller', period: closing(days(14, 'notice'), roll) }] },
      })),
      franceWithdrawalInterest,
      {
        id: 'service-begun',
        source: 'CRD 14(3)',
        when: { category: ['service'] },
        note: 'What was performed on the consumer’s request is paid for in proportion; how much that is, the facts do not tell.',
        terms: { refund: { fees: [{ kind: 'pro-rata-service' }] } },
        except: [
          {
            id: 'service-begun-not-told',
            source: 'CRD 14(4)',
            when: { 'disclosures.withdrawalRight': false },
            terms: { refund: { fees: [] } },
          },
          {
            id: 'service-begun-without-consent',
            source: 'CRD 14(4)',
            when: { 'disclosures.writtenConsent': false },
            terms: { refund: { fees: [] } },
          },
        ],
      },
    ],
  },
  { id: 'withdrawal-outbound', source: 'CRD 13(1), 13(2)', terms: { refund: { outbound: 'cheapest' } } },
  {
    id: 'withdrawal-return-cost',
    source: 'CRD 14(1)',
    terms: { pays: { return: paidBy('buyer') } },
    except: [
      {
        id: 'return-cost-not-told',
        source: 'CRD 14(1), 6(6)',
        when: { 'disclosures.returnCost': false },
        terms: { pays: { return: paidBy('seller') } },
      },
      {
        id: 'collected-at-home',
        source: 'CRD 14(1)',
        when: { channel: ['doorstep'], traits: ['non-postable'] },
        terms: { pays: { return: paidBy('seller') } },
      },
      ...nationalReturnCosts,
    ],
  },
  {
    id: 'withdrawal-dispatch',
    source: 'CRD 14(1)',
    unless: [{ sellerCollects: true }, { channel: ['doorstep'], traits: ['non-postable'] }],
    note: 'Nothing is to be sent back where the trader collects.',
    terms: {
      deadlines: [{ duty: 'dispatch-back', party: 'buyer', satisfiedBy: 'sent', period: closing(days(14, 'notice'), roll) }],
    },
  },
  {
    id: 'diminished-value',
    source: 'CRD 14(2)',
    terms: {
      conditions: ['undamaged', 'not-handled-beyond-testing'],
      otherwise: { kind: 'deduct', line: 'diminished-value', upTo: whole },
    },
    except: [
      { id: 'diminished-value-not-told', when: { 'disclosures.withdrawalRight': false }, terms: { conditions: [] } },
      ...nationalValueLoss,
    ],
  },
]);

const form: readonly PackRule[] = [
  {
    ...applied,
    id: 'withdrawal-function-before',
    source: 'DFS 11a',
    valid: { from: '2014-06-13', to: '2026-06-18', selectedBy: 'contract' },
    terms: { requirements: [{ code: 'withdrawal-function', isRequired: false }] },
  },
  {
    ...applied,
    id: 'withdrawal-function',
    source: 'DFS 11a',
    confidence: 'secondary',
    valid: contractsFrom('2026-06-19'),
    note: 'What a missing function does to the period was not found: it is a duty of form and moves no day.',
    terms: { requirements: [{ code: 'withdrawal-function', isRequired: true, disclosure: 'withdrawalFunction' }] },
    except: nationalFunctions,
  },
  ...remarks.map((rule) => ({ ...applied, ...rule })),
];

export const withdrawal: readonly PackRule[] = [
  ...window,
  ...money,
  ...form,
  ...withdrawalExclusions.map((rule) => ({ ...applied, ...rule })),
  unknownRight({
    id: 'withdrawal-before',
    rights: ['withdrawal'],
    when: consumerContract,
    source: 'CRD 28',
    valid: contractsUntil('2014-06-12'),
    note: 'The law before the directive was not read.',
  }),
];
