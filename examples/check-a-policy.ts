/**
 * A return policy under test, as a step of CI.
 *
 * A policy is checked when it is compiled; what it means is checked by cases written down as facts. Ends with exit code 1 when a case
 * has another verdict than promised.
 */
import { readFileSync } from 'node:fs';
import { compilePolicy, decide, formatProblem, PolicyDocumentError, type CaseFacts, type Verdict } from 'aftersale/policy';
import { parsePolicyDocument } from 'aftersale/policy/yaml';

const file = 'examples/policies/handbook.yaml';
const text = readFileSync(file, 'utf8');
const policy = compilePolicy([parsePolicyDocument(text, { file })]);

/** A jacket for 80.00 SGD, delivered on Monday 2 November 2026, that the buyer simply does not want. */
const jacket: CaseFacts = {
  buyer: { country: 'SG' },
  order: { placedAt: '2026-10-28', deliveredAt: '2026-11-02' },
  item: { price: { minor: 8000, currency: 'SGD' }, quantity: 1, quantityOrdered: 1, category: 'fashion' },
  reason: 'no-longer-needed',
  requestedAt: '2026-11-05T10:00:00Z',
};

const promises: readonly (readonly [sentence: string, facts: CaseFacts, verdict: Verdict])[] = [
  ['within 7 days it may come back', jacket, 'eligible'],
  ['on the 8th day it may not', { ...jacket, requestedAt: '2026-11-10T10:00:00Z' }, 'ineligible'],
  [
    'furniture has 15 days',
    { ...jacket, item: { ...jacket.item, category: 'furniture' }, requestedAt: '2026-11-15' },
    'eligible',
  ],
  ['a worn jacket is refused', { ...jacket, item: { ...jacket.item, condition: { isUsed: true } } }, 'ineligible'],
  ['a fault has 30 days', { ...jacket, reason: 'defective', requestedAt: '2026-11-30' }, 'eligible'],
  ['abuse is for a person to judge', { ...jacket, reason: 'malicious-or-abuse' }, 'needs-review'],
];

for (const [sentence, facts, promised] of promises) {
  const { verdict } = decide(policy, facts, { at: '2026-12-01T00:00:00.000Z' });
  console.log(`${verdict === promised ? 'ok    ' : 'FAILED'} ${sentence}: ${verdict}`);
  if (verdict !== promised) process.exitCode = 1;
}

// A typo does not slip through: it is refused with its place and the nearest right word.
try {
  compilePolicy([parsePolicyDocument(text.replace('category: [furniture', 'categry: [furniture'), { file })]);
} catch (error) {
  if (!PolicyDocumentError.isInstance(error)) throw error;
  for (const problem of error.problems) console.log(`refused ${formatProblem(problem)}`);
}
