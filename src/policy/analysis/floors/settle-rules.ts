import { settle, type Settled } from '../../merge/settled.js';
import type { Rule } from '../../rules/rule.js';

/** Settles rules and keeps the result: the same few come up in cell after cell. */
export interface SettleRules {
  readonly settle: (rules: readonly Rule[]) => Settled;
  /** A number for each settlement. */
  readonly numberOf: (settled: Settled) => number;
}

/** Rules are settled alike whoever says them: without the name of a right or a source. */
export const ofNobody = { kind: 'voluntary', source: { id: '', layer: 'seller', rules: [] } } as const;

interface Step {
  readonly next: Map<Rule, Step>;
  settled: Settled | null;
}

const createStep = (): Step => ({ next: new Map(), settled: null });

export const createSettleRules = (): SettleRules => {
  const root = createStep();
  const numbers = new Map<Settled, number>();
  const stepAfter = (step: Step, rule: Rule): Step => {
    const known = step.next.get(rule);
    if (known !== undefined) return known;
    const made = createStep();
    step.next.set(rule, made);
    return made;
  };
  return {
    settle: (rules) => {
      const step = rules.reduce(stepAfter, root);
      step.settled ??= settle(rules, ofNobody);
      return step.settled;
    },
    numberOf: (settled) => {
      const number = numbers.get(settled) ?? numbers.size;
      numbers.set(settled, number);
      return number;
    },
  };
};
