import { definitionOf, type ReasonClass } from '../../core/reason.js';
import type { CaseFacts } from '../../policy/facts/case-facts.js';
import { isSentBack, whyNothingReturns } from '../../policy/facts/returnless.js';
import type { Diagnosis } from '../diagnosis/types.js';
import { isInHand } from '../in-hand.js';
import type { SolutionKind } from './types.js';

/** Where the goods are, as far as it matters for what can be done. */
export type Whereabouts =
  'never-left' | 'back' | 'coming-back' | 'under-way' | 'gone' | 'with-buyer' | 'sent-back' | 'denied' | 'unknown';

const classOf = ({ reason }: CaseFacts): ReasonClass | null => definitionOf(reason).reasonClass;

const inHand = (facts: CaseFacts): Whereabouts => (isSentBack(facts) ? 'sent-back' : 'with-buyer');

const afterDelivery = (facts: CaseFacts): Whereabouts => (classOf(facts) === 'non-delivery' ? 'denied' : inHand(facts));

/** Without a diagnosis, a buyer who says the goods never came has them not. */
const withoutDiagnosis = (facts: CaseFacts): Whereabouts => {
  if (classOf(facts) === 'non-delivery') return facts.order.deliveredAt === undefined ? 'under-way' : 'denied';
  return facts.order.deliveredAt === undefined ? 'unknown' : inHand(facts);
};

const backOr = ({ isWithSeller }: Diagnosis, otherwise: Whereabouts): Whereabouts => (isWithSeller === true ? 'back' : otherwise);

export const whereaboutsOf = (diagnosis: Diagnosis, facts: CaseFacts): Whereabouts => {
  if (isInHand(diagnosis, facts)) return inHand(facts);
  switch (diagnosis.what) {
    case 'awaiting-shipment':
    case 'not-shipped-in-time':
      return 'never-left';
    case 'returned-before-export':
    case 'undelivered-at-destination':
      return backOr(diagnosis, 'coming-back');
    case 'lost':
      return 'gone';
    case 'delivered':
    case 'delivered-late':
      return afterDelivery(facts);
    case 'unknown':
      return withoutDiagnosis(facts);
    case 'shipped-without-scan':
    case 'not-exported':
    case 'held-by-customs':
    case 'delivered-elsewhere':
    case 'in-transit':
    case 'late':
      return 'under-way';
  }
};

const open: Readonly<Record<Whereabouts, readonly SolutionKind[]>> = {
  'never-left': ['wait', 'refund'],
  back: ['reship', 'refund'],
  'coming-back': ['reship', 'refund'],
  'under-way': ['wait', 'reship', 'refund'],
  gone: ['reship', 'refund'],
  'with-buyer': ['reship', 'partial-refund', 'return-and-refund', 'refund'],
  'sent-back': ['reship', 'return-and-refund'],
  denied: ['reship', 'refund'],
  unknown: ['wait', 'reship', 'partial-refund', 'return-and-refund', 'refund'],
};

/** Whether the buyer has the goods, or had them and sent them back. */
export const hasReachedBuyer = (where: Whereabouts): boolean => where === 'with-buyer' || where === 'sent-back';

/** What can still be done, given where the goods are. Goods that are only not wanted are not sent again, and what stays with the buyer does not come back. */
export const openSolutions = (where: Whereabouts, facts: CaseFacts): readonly SolutionKind[] => {
  const reasonClass = classOf(facts);
  const isUnwanted = reasonClass === 'withdrawal' && hasReachedBuyer(where);
  const isKept = whyNothingReturns({ facts, reasonClass }) !== null && where !== 'sent-back';
  return open[where].filter((kind) => !(isUnwanted && kind === 'reship') && !(isKept && kind === 'return-and-refund'));
};
