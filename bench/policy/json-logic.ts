import jsonLogic from 'json-logic-js';
import { ruleConditions, type Condition } from './conditions.js';
import type { PreparedCase } from './prepared-case.js';

const toLogic = (condition: Condition): object => {
  const fact = { var: condition.fact };
  if ('is' in condition) return { '===': [fact, condition.is] };
  if ('oneOf' in condition) return { in: [fact, condition.oneOf] };
  return 'atLeast' in condition ? { '>=': [fact, condition.atLeast] } : { '<=': [fact, condition.atMost] };
};

const logic = Object.entries(ruleConditions).map(
  ([rule, conditions]) => [rule, conditions.length === 0 ? true : { and: conditions.map(toLogic) }] as const,
);

/** json-logic-js: each rule is asked in turn. */
export const selectByJsonLogic = (found: PreparedCase): ReadonlySet<string> => {
  const applied = new Set<string>();
  for (const [rule, condition] of logic) if (jsonLogic.apply(condition, found) === true) applied.add(rule);
  return applied;
};
