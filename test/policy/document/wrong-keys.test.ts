import { compilePolicy, PolicyDocumentError } from 'aftersale/policy';
import { parsePolicyDocument } from 'aftersale/policy/yaml';
import { expect, it } from 'vitest';

const head = 'aftersale: policy/v1\nid: house\n';
const rule = (terms: string): string => `${head}rules:\n  - { id: returns, window: { days: 30 }, ${terms} }\n`;

it.each([
  ["a rule's refund", rule('refund: { itm: 100% }'), { path: 'rules.0.refund.itm', suggestion: 'item' }],
  ['a duty', `${head}rules: []\npromises: { refund: { dayz: 5 } }\n`, { path: 'promises.refund.dayz', suggestion: 'days' }],
  [
    'a deduction that lacks the key meant',
    rule('conditions: [unused], otherwise: { deduct: { kind: use, upToo: 50% } }'),
    { path: 'rules.0.otherwise.deduct.upToo', suggestion: 'upTo' },
  ],
  ['a document that lacks the key meant', `${head}rulez: []\n`, { path: 'rulez', line: 3, suggestion: 'rules' }],
])('a wrong key in %s is named first, with the nearest right one', (_name, text, expected) => {
  let thrown: unknown;
  try {
    compilePolicy([parsePolicyDocument(text)], { packs: [] });
  } catch (error) {
    thrown = error;
  }
  expect(PolicyDocumentError.isInstance(thrown)).toBe(true);
  expect(thrown).toMatchObject({ code: 'unknown-word', ...expected });
});
