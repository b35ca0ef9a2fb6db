import { definitionOf, type ReasonClass } from '../../core/reason.js';
import type { CaseFacts } from '../../policy/facts/case-facts.js';
import type { Diagnosis } from '../diagnosis/types.js';
import type { SolutionKind } from './types.js';

/** Where the goods are, as far as it matters for what can be done. */
export type Whereabouts = 'never-left' | 'back' | 'coming-back' | 'under-way' | 'gone' | 'with-buyer' | 'denied' | 'unknown';

const classOf = ({ reason }: CaseFacts): ReasonClass | null => definitionOf(reason).reasonClass;

const afterDelivery = (facts: CaseFacts): Whereabouts => (classOf(facts) === 'non-delivery' ? 'denied' : 'with-buyer');

/** Without a diagnosis, a buyer who complains of the goods has them, and one who says they never came has not. */
const withoutDiagnosis = (facts: CaseFacts): Whereabouts => {
  const reasonClass = classOf(facts);
  if (reasonClass === 'non-delivery') return facts.order.deliveredAt === undefined ? 'under-way' : 'denied';
  return reasonClass === 'conformity' || facts.order.deliveredAt !== undefined ? 'with-buyer' : 'unknown';
};

const backOr = ({ isWithSeller }: Diagnosis, otherwise: Whereabouts): Whereabouts => (isWithSeller === true ? 'back' : otherwise);

export const whereaboutsOf = (diagnosis: Diagnosis, facts: CaseFacts): Whereabouts => {
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
  denied: ['reship', 'refund'],
  unknown: ['wait', 'reship', 'partial-refund', 'return-and-refund', 'refund'],
};

/** What can still be done, given where the goods are. Goods that are only not wanted are not sent again. */
export const openSolutions = (where: Whereabouts, facts: CaseFacts): readonly SolutionKind[] =>
  classOf(facts) === 'withdrawal' && where === 'with-buyer' ? open[where].filter((kind) => kind !== 'reship') : open[where];
