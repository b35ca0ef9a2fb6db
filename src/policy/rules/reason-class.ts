import { definitionOf, type Reason, type ReasonClass } from '../../core/reason.js';
import type { RightKind } from '../decision.js';
import type { CaseFacts } from '../facts/case-facts.js';

/** The classes a reason that says nothing (`other`) could belong to. */
const openClasses: readonly ReasonClass[] = ['withdrawal', 'conformity', 'non-delivery', 'late'];

/** Every class a case with this reason can be in: its own, and conformity where a change of mind turns out to be the seller's fault. */
export const classesOf = (reason: Reason): readonly ReasonClass[] => {
  const { reasonClass } = definitionOf(reason);
  if (reasonClass === null) return openClasses;
  return reasonClass === 'withdrawal' ? ['withdrawal', 'conformity'] : [reasonClass];
};

/** The classes this very case can be in; more than one only when neither the reason nor the marketplace tells. */
export const possibleClasses = ({ reason, hasSellerFault }: CaseFacts): readonly ReasonClass[] => {
  const { reasonClass } = definitionOf(reason);
  if (hasSellerFault === true && (reasonClass === null || reasonClass === 'withdrawal')) return ['conformity'];
  return reasonClass === null ? openClasses : [reasonClass];
};

const sellerKinds: Readonly<Record<ReasonClass, RightKind>> = {
  withdrawal: 'voluntary',
  conformity: 'conformity',
  'non-delivery': 'non-delivery',
  late: 'late-delivery',
  agreement: 'voluntary',
  abuse: 'voluntary',
};

/** The right a seller's rule grants for a reason of that class. */
export const sellerKindOf = (reasonClass: ReasonClass): RightKind => sellerKinds[reasonClass];

const askedKinds: Readonly<Record<ReasonClass, readonly RightKind[]>> = {
  withdrawal: ['withdrawal', 'voluntary'],
  conformity: ['withdrawal', 'conformity', 'voluntary'],
  'non-delivery': ['withdrawal', 'non-delivery'],
  late: ['withdrawal', 'late-delivery', 'voluntary'],
  agreement: ['voluntary'],
  abuse: ['voluntary'],
};

/** The rights a reason of that class puts in question: faulty goods may also simply be sent back. */
export const kindsAsked = (reasonClass: ReasonClass): readonly RightKind[] => askedKinds[reasonClass];
