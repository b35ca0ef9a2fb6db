import type { PackException, PackRule } from '../../types.js';
import { buyerMayChoose, everythingPaidBy, paidBy, together, whole } from '../../wording.js';
import { firstScanOutbound } from './labels.js';

const original = 'original-means';

const unauthorised = { reason: ['unauthorised-purchase'] } as const;

/** Who bears the first delivery by the day of the request. */
const originalShipping = (lateExceptions: readonly PackException[]): readonly PackRule[] =>
  together({ rights: ['voluntary'], source: 'AZ-matrix, AZ-costs', confidence: 'secondary' }, [
    {
      id: 'original-shipping-early',
      when: { daysSinceDelivery: { to: 14 } },
      terms: { refund: { outbound: 'full' } },
    },
    {
      id: 'original-shipping-late',
      when: { daysSinceDelivery: { from: 15 } },
      terms: { refund: { outbound: 'none' } },
      except: [
        {
          id: 'original-shipping-late-fault',
          when: { reasonClass: ['conformity', 'late'] },
          terms: { refund: { outbound: 'full' } },
        },
        { id: 'original-shipping-late-unauthorised', when: unauthorised, terms: { refund: { outbound: 'full' } } },
        ...lateExceptions,
      ],
    },
    { id: 'refund', terms: { refund: { item: whole, form: original }, remedies: buyerMayChoose(1, 'refund') } },
  ]);

/** Who pays by whose fault it is. A listing with free returns and an agreement of the seller stand in the facts of the case. */
const byFault = (lateExceptions: readonly PackException[]): readonly PackRule[] => [
  {
    id: 'costs-of-remorse',
    rights: ['voluntary', 'withdrawal'],
    source: 'AZ-matrix',
    confidence: 'secondary',
    terms: { pays: { return: paidBy('buyer') } },
    except: [
      {
        id: 'costs-of-international-remorse',
        when: { isInternational: true },
        terms: { pays: { return: paidBy('seller') } },
      },
      {
        id: 'costs-of-fault-without-reason',
        when: { reasonClass: ['conformity', 'late'] },
        terms: { pays: everythingPaidBy('seller') },
      },
      {
        id: 'costs-of-unauthorised-purchase',
        when: unauthorised,
        note: 'Amazon counts a purchase that nobody authorized among the faults of the seller.',
        terms: { pays: everythingPaidBy('seller') },
      },
    ],
  },
  {
    id: 'costs-of-fault',
    rights: ['conformity', 'non-delivery', 'late-delivery'],
    source: 'AZ-costs',
    confidence: 'official-summary',
    terms: {
      pays: everythingPaidBy('seller'),
      refund: { item: whole, outbound: 'full', form: original, fees: [] },
      remedies: buyerMayChoose(1, 'refund'),
    },
  },
  ...originalShipping(lateExceptions),
];

const restockingUnknown = (
  [
    { 'condition.isDamagedByBuyer': true },
    { 'condition.isIncomplete': true },
    { traits: ['media-sealed'], 'condition.isUnsealed': true },
    { category: ['music', 'video', 'video-games', 'software'], 'condition.isUnsealed': true },
    { category: ['books'], 'condition.isUsed': true },
  ] as const
).map((when, index): PackException => ({
  id: `restocking-unknown-${String(index + 1)}`,
  when,
  terms: { refund: { fees: [{ kind: 'restocking' }] } },
}));

export const costsInAmerica: readonly PackRule[] = [
  ...byFault([firstScanOutbound]),
  {
    id: 'restocking',
    rights: ['voluntary'],
    source: 'AZ-costs',
    confidence: 'unconfirmed',
    note: 'The table of restocking fees could be read in a copy of 2012 only: a fifth of what came late, up to half of opened media, used books and what came back damaged or incomplete, all of opened software.',
    terms: { refund: { fees: [] } },
    except: restockingUnknown,
  },
];

export const costsInEurope: readonly PackRule[] = [
  ...byFault([]),
  {
    id: 'fashion',
    rights: ['voluntary', 'withdrawal'],
    source: 'AZ-forum-EU',
    confidence: 'official-summary',
    when: { category: ['fashion'] },
    terms: { pays: { return: paidBy('seller') } },
  },
  {
    id: 'worse-condition',
    rights: ['voluntary'],
    source: 'AZ-forum-EU',
    confidence: 'official-summary',
    terms: {
      refund: { fees: [] },
      conditions: ['undamaged', 'complete', 'unused'],
      otherwise: { kind: 'deduct', line: 'diminished-value', upTo: whole },
    },
  },
];

export const costsElsewhere: readonly PackRule[] = byFault([]);
