import { AssertionError } from 'node:assert';
import type { ReturnDecision } from '../policy/decision.js';
import { decisionDifferences, showDifference } from './decision-differences.js';

/** Any part of a value: objects may leave keys out, lists are whole. */
export type PartOf<Value> = Value extends readonly (infer Item)[]
  ? readonly PartOf<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]?: PartOf<Value[Key]> }
    : Value;

/**
 * Holds a decision against the part of it that a test is about, in any test framework. Keys that are not expected are not looked at;
 * lists must have the same length.
 *
 * @throws AssertionError that names each path that differs.
 * @example
 * expectDecision(decide(policy, facts, { at }), { verdict: 'eligible', pays: { return: 'seller' } });
 */
export const expectDecision = (decision: ReturnDecision, expected: PartOf<ReturnDecision>): void => {
  const differences = decisionDifferences(decision, expected);
  if (differences.length === 0) return;
  throw new AssertionError({ message: differences.map(showDifference).join('\n'), actual: decision, expected });
};
