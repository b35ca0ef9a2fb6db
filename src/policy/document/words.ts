import { reasonDefinitions, type Reason, type ReasonClass } from '../../core/reason.js';

/** The closed vocabularies a document may use, from `core`. */
export { duties, onMisses, remedies } from '../../core/vocabulary.js';

export const reasonClasses = [
  'withdrawal',
  'conformity',
  'non-delivery',
  'late',
  'agreement',
  'abuse',
] as const satisfies readonly ReasonClass[];

const isListed = (word: string): word is Reason => Object.hasOwn(reasonDefinitions, word);

/** Every reason by name. */
export const reasons: readonly Reason[] = Object.keys(reasonDefinitions).filter(isListed);

/** Findings of an analysis that a seller may accept; rules that contradict each other and an analysis cut short are none of them. */
export const waivableFindings = [
  'gap',
  'shadowed',
  'unreachable',
  'floor',
  'monotonicity',
  'impossible-deadline',
  'money',
  'calendar-end',
] as const;
