import { ZenEngine } from '@gorules/zen-engine';
import { ruleConditions, type Condition } from './conditions.js';
import type { PreparedCase } from './prepared-case.js';

const facts = [...new Set(Object.values(ruleConditions).flatMap((conditions) => conditions.map(({ fact }) => fact)))];

const cellOf = (condition: Condition): string => {
  if ('is' in condition) return JSON.stringify(condition.is);
  if ('oneOf' in condition) return condition.oneOf.map((word) => JSON.stringify(word)).join(', ');
  return 'atLeast' in condition ? `>= ${String(condition.atLeast)}` : `<= ${String(condition.atMost)}`;
};

const cells = (conditions: readonly Condition[], fact: string): string =>
  conditions
    .filter((condition) => condition.fact === fact)
    .map(cellOf)
    .join(' and ');

/** One decision table that collects every row that applies. */
const content = {
  contentType: 'application/vnd.gorules.decision',
  nodes: [
    { id: 'in', type: 'inputNode', name: 'in' },
    {
      id: 'table',
      type: 'decisionTableNode',
      name: 'table',
      content: {
        hitPolicy: 'collect',
        inputs: facts.map((field) => ({ id: field, name: field, field })),
        outputs: [{ id: 'rule', name: 'rule', field: 'rule' }],
        rules: Object.entries(ruleConditions).map(([rule, conditions]) => ({
          _id: rule,
          rule: JSON.stringify(rule),
          ...Object.fromEntries(facts.map((fact) => [fact, cells(conditions, fact)])),
        })),
      },
    },
    { id: 'out', type: 'outputNode', name: 'out' },
  ],
  edges: [
    { id: 'to-table', type: 'edge', sourceId: 'in', targetId: 'table' },
    { id: 'to-out', type: 'edge', sourceId: 'table', targetId: 'out' },
  ],
};

const decision = new ZenEngine().createDecision(Buffer.from(JSON.stringify(content)));

const ruleOf = (row: unknown): readonly string[] =>
  typeof row === 'object' && row !== null && 'rule' in row && typeof row.rule === 'string' ? [row.rule] : [];

/** GoRules zen, one decision for all cases. */
export const selectByZen = async (found: PreparedCase): Promise<ReadonlySet<string>> => {
  const evaluated: { readonly result: unknown } = await decision.evaluate(found);
  return new Set(Array.isArray(evaluated.result) ? evaluated.result.flatMap(ruleOf) : []);
};
