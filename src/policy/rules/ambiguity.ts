import { findUncovered, showWitness } from '../guards/cover.js';
import { dimensionOf } from '../guards/dimensions.js';
import { isGuardWithin } from '../guards/guard.js';
import { createRuleIndex, type RuleIndex } from '../guards/rule-index.js';
import type { Period } from './span.js';
import type { Rule, Source } from './rule.js';

/** Two rules of one source that disagree on a parameter in a case where neither is the exception of the other. */
export interface Ambiguity {
  readonly parameter: string;
  readonly left: Rule;
  readonly right: Rule;
  readonly witness: string;
}

/** Whether the first wins over the second where both apply: named by it, or strictly inside of it. */
const beats = (first: Rule, second: Rule): boolean =>
  second.yieldsTo.includes(first.id) ||
  (isGuardWithin(first.guard, second.guard) && !isGuardWithin(second.guard, first.guard) && !first.yieldsTo.includes(second.id));

const sharesKind = (left: Rule, right: Rule): boolean => left.kinds.some((kind) => right.kinds.includes(kind));

const daysOf = (period: Period | undefined): number | null =>
  period?.closes.kind === 'span' && period.closes.unit === 'days' ? period.closes.amount : null;

/** The first day on which two windows give different answers. */
const dayApart = (left: Rule, right: Rule): string => {
  const [first, second] = [daysOf(left.terms.window), daysOf(right.terms.window)];
  return first === null || second === null ? '' : `day ${String(Math.min(first, second) + 1)}`;
};

const compare = (left: Rule, right: Rule, rules: readonly Rule[]): Ambiguity | null => {
  if (!sharesKind(left, right) || beats(left, right) || beats(right, left)) return null;
  for (const [parameter, value] of left.parameters) {
    const other = right.parameters.get(parameter);
    if (other === undefined || other === value) continue;
    const winners = rules.filter((rule) => rule.parameters.has(parameter) && (beats(rule, left) || beats(rule, right)));
    const found = findUncovered(
      left.guard,
      right.guard,
      winners.map(({ guard }) => guard),
    );
    if (found === null) continue;
    const parts = [showWitness(found), parameter === 'window' ? dayApart(left, right) : ''];
    return { parameter, left, right, witness: parts.filter((part) => part !== '').join(', ') || 'every case' };
  }
  return null;
};

/** The rules a rule can meet: the index leaves out those about other countries, categories and so on. */
const neighborsOf = (rule: Rule, index: RuleIndex<Rule>): readonly Rule[] =>
  index.find((name) => {
    const constraint = rule.guard.get(name);
    return constraint?.kind === 'words' && dimensionOf(name).shape !== 'many' ? [...constraint.words] : null;
  });

/** Every pair of rules of the source that overlap, disagree, and of which neither is the other's exception. */
export const findAmbiguities = ({ rules }: Source): readonly Ambiguity[] => {
  const index = createRuleIndex(rules);
  const positions = new Map(rules.map((rule, position) => [rule, position]));
  return rules.flatMap((left, position) => {
    const neighbors = neighborsOf(left, index);
    return neighbors
      .filter((right) => (positions.get(right) ?? 0) > position)
      .map((right) => compare(left, right, neighbors))
      .filter((ambiguity) => ambiguity !== null);
  });
};
