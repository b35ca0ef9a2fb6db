import { Engine, type NestedCondition } from 'json-rules-engine';
import { ruleConditions, type Condition } from './conditions.js';
import type { PreparedCase } from './prepared-case.js';

const toNested = (condition: Condition): NestedCondition => {
  const { fact } = condition;
  if ('is' in condition) return { fact, operator: 'equal', value: condition.is };
  if ('oneOf' in condition) return { fact, operator: 'in', value: [...condition.oneOf] };
  return 'atLeast' in condition
    ? { fact, operator: 'greaterThanInclusive', value: condition.atLeast }
    : { fact, operator: 'lessThanInclusive', value: condition.atMost };
};

const engine = new Engine(
  Object.entries(ruleConditions).map(([rule, conditions]) => ({
    conditions: { all: conditions.map(toNested) },
    event: { type: rule },
  })),
);

/** json-rules-engine, one engine for all cases. */
export const selectByJsonRules = async (found: PreparedCase): Promise<ReadonlySet<string>> => {
  const { events } = await engine.run({ ...found });
  return new Set(events.map(({ type }) => type));
};
