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
