import type { Duty } from '../../core/vocabulary.js';
import type { ReturnDecision } from '../../policy/decision.js';
import type { CaseFacts } from '../../policy/facts/case-facts.js';
import type { Diagnosis } from '../diagnosis/types.js';
import type { Liability } from '../liability.js';
import { costOf } from './cost.js';
import { lawfulnessOf } from './lawfulness.js';
import { openSolutions, whereaboutsOf } from './open.js';
import { solutionKinds, type Costs, type Lawfulness, type Solution, type SolutionKind } from './types.js';

/** What solutions are found from. Signals are not among it, so that none of them can move a solution. */
export interface SolutionGrounds {
  readonly facts: CaseFacts;
  readonly decision: ReturnDecision;
  readonly diagnosis: Diagnosis;
  readonly liability: Liability;
  readonly costs: Costs;
}

const dutiesOf: Readonly<Record<SolutionKind, readonly Duty[]>> = {
  wait: ['ship', 'deliver'],
  reship: ['replace', 'repair'],
  'partial-refund': ['refund'],
  'return-and-refund': ['refund'],
  refund: ['refund'],
};

const earliestBy = ({ deadlines }: ReturnDecision, duties: readonly Duty[]): string | null =>
  deadlines
    .filter(({ duty, party }) => party === 'seller' && duties.includes(duty))
    .flatMap(({ by }) => by ?? [])
    .sort()[0] ?? null;

/** Amounts of the caller are in one currency; without any, the price's. */
const currencyOf = (costs: Costs, facts: CaseFacts): string => {
  const { refund, goods, shipping, partialRefund, compensation, handling, feesKept, carrierCompensation, metricDamage } = costs;
  const given = [
    refund,
    goods,
    shipping?.return,
    shipping?.replacement,
    partialRefund,
    compensation,
    handling,
    feesKept,
    carrierCompensation,
  ];
  return (
    [...given, ...Object.values(metricDamage ?? {})].find((amount) => amount !== undefined)?.currency ?? facts.item.price.currency
  );
};

const lawfulFirst: readonly Lawfulness['state'][] = ['lawful', 'if-agreed', 'unknown'];

/** What may be done alone before what must be agreed, the cheaper before the dearer, a cost that is not known last; never a tie. */
export const compareSolutions = (left: Solution, right: Solution): number => {
  const byLaw = lawfulFirst.indexOf(left.lawfulness.state) - lawfulFirst.indexOf(right.lawfulness.state);
  if (byLaw !== 0) return byLaw;
  if ((left.cost === null) !== (right.cost === null)) return left.cost === null ? 1 : -1;
  const byCost = (left.cost?.minor ?? 0) - (right.cost?.minor ?? 0);
  return byCost !== 0 ? byCost : solutionKinds.indexOf(left.kind) - solutionKinds.indexOf(right.kind);
};

/** Every solution that is open, the cheapest lawful one first. */
export const solve = ({ facts, decision, diagnosis, liability, costs }: SolutionGrounds): readonly Solution[] => {
  const where = whereaboutsOf(diagnosis, facts);
  const grounds = { facts, decision, liability, where, costs, currency: currencyOf(costs, facts) };
  return openSolutions(where, facts)
    .map((kind): Solution => ({
      kind,
      lawfulness: lawfulnessOf(decision, { kind, asked: facts.remedy }),
      ...costOf(kind, grounds),
      by: earliestBy(decision, dutiesOf[kind]),
    }))
    .sort(compareSolutions);
};
