import type { PackRule } from '../types.js';
import {
  atLeast,
  buyerMayChoose,
  closing,
  consumer,
  contractsFrom,
  days,
  everythingPaidBy,
  months,
  paidBy,
  together,
  whole,
} from '../wording.js';

const roll = 'unknown';

const faulty = { rights: ['conformity'], when: consumer, valid: contractsFrom('2015-10-01'), confidence: 'secondary' } as const;

/** What the Consumer Rights Act 2015 says of goods that do not conform. */
export const conformityInBritain: readonly PackRule[] = together(faulty, [
  {
    id: 'conformity-period',
    source: 'CRA 19, 22',
    note: 'The act sets no guarantee period. Six months are certain, as fault is presumed for so long; the limitation of six years was not confirmed.',
    terms: {
      window: closing(atLeast(months(6, 'delivered')), 'none'),
      remedies: [...buyerMayChoose(1, 'repair', 'replacement'), ...buyerMayChoose(2, 'price-reduction', 'refund')],
      refund: { item: whole, form: 'original-means', fees: [] },
    },
    except: [
      {
        id: 'short-term-rejection',
        source: 'CRA 22(3), 22(6)',
        confidence: 'text',
        when: { daysInHand: { to: 30 } },
        note: 'From delivery and, where the trader is to install the goods, from that; days in repair do not count. Shorter for goods that perish.',
        terms: { remedies: [...buyerMayChoose(1, 'refund', 'repair', 'replacement'), ...buyerMayChoose(2, 'price-reduction')] },
        except: [
          { id: 'rejection-of-perishables', when: { traits: ['perishable'] }, terms: { review: 'shorter-for-perishables' } },
        ],
      },
      {
        id: 'use-before-final-rejection',
        source: 'CRA 24(8)',
        confidence: 'unconfirmed',
        when: { daysSinceDelivery: { from: 184 } },
        note: 'After six months a deduction for use may be made; how much could not be confirmed.',
        terms: { refund: { fees: [{ kind: 'use' }] } },
      },
    ],
  },
  {
    id: 'conformity-transport',
    source: 'CRA 20(8), 23(2)',
    terms: { pays: everythingPaidBy('seller') },
    except: [
      {
        id: 'brought-back-in-person',
        when: { returnMode: ['in-person'] },
        note: 'Who takes the goods back to where they were handed over bears that way.',
        terms: { pays: { return: paidBy('buyer') } },
      },
    ],
  },
  {
    id: 'presumption-of-fault',
    source: 'CRA 19(14)-(15)',
    note: 'In the first 30 days a consumer who rejects proves the fault; up to six months the trader disproves it.',
    terms: {
      deadlines: [{ duty: 'presumption-ends', party: 'buyer', onMiss: 'none', period: closing(months(6, 'delivered'), roll) }],
    },
  },
  {
    id: 'conformity-refund',
    source: 'CRA 20(15)',
    note: 'Fourteen days from the day the trader agrees that a refund is owed.',
    terms: { deadlines: [{ duty: 'refund', party: 'seller', period: closing(days(14, 'authorised')) }] },
  },
]);
