import type { Remedy } from '../../core/vocabulary.js';
import type { Because, RemedyOption, ReturnDecision } from '../../policy/decision.js';
import type { Lawfulness, SolutionKind } from './types.js';

/** The remedies each solution gives. A refund without asking for the goods gives all that a refund against them would. */
const remediesOf: Readonly<Record<SolutionKind, readonly Remedy[]>> = {
  wait: ['wait'],
  reship: ['reship', 'replacement', 'exchange'],
  'partial-refund': ['partial-refund', 'price-reduction'],
  'return-and-refund': ['refund'],
  refund: ['refund', 'keep-and-refund'],
};

const openRemedies = ({ remedies, rights }: ReturnDecision): readonly RemedyOption[] => {
  const possible = rights.filter(({ verdict }) => verdict !== 'ineligible').flatMap((right) => right.remedies);
  return [...remedies, ...possible].filter(({ isOpen }) => isOpen);
};

const rightsOwed = ({ rights }: ReturnDecision): Because =>
  rights.filter(({ verdict }) => verdict === 'eligible').flatMap(({ because }) => because);

const say = (state: Lawfulness['state'], code: Lawfulness['code'], because: Because): Lawfulness => ({ state, code, because });

interface Question {
  readonly kind: SolutionKind;
  /** What the buyer asked for, where that is known. */
  readonly asked: Remedy | undefined;
}

/**
 * Whether the seller may do this, by the decision: freely where nothing is owed, as the buyer asked, as the rights give it; otherwise as
 * an offer that the buyer may refuse.
 */
export const lawfulnessOf = (decision: ReturnDecision, { kind, asked }: Question): Lawfulness => {
  const given = remediesOf[kind];
  if (decision.verdict === 'ineligible') return say('lawful', 'nothing-owed', decision.window?.because ?? []);
  const all = openRemedies(decision);
  const matching = all.filter(({ remedy }) => given.includes(remedy));
  const because = matching.flatMap((option) => option.because);
  if (asked !== undefined && given.includes(asked)) return say('lawful', 'asked-by-buyer', because);
  if (matching.some(({ chosenBy }) => chosenBy === 'seller')) return say('lawful', 'seller-chooses', because);
  if (matching.length > 0) {
    const isOnly = all.every(({ remedy }) => given.includes(remedy));
    return isOnly ? say('lawful', 'owed', because) : say('if-agreed', 'buyer-chooses', because);
  }
  if (decision.verdict === 'needs-review') return say('unknown', 'needs-review', []);
  return say('if-agreed', 'something-else-owed', rightsOwed(decision));
};
