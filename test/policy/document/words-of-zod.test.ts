import { compilePolicy, PolicyDocumentError } from 'aftersale/policy';
import { parsePolicyDocument } from 'aftersale/policy/yaml';
import { expect, it } from 'vitest';
import * as z from 'zod';

// The whole of zod brings English words for every issue of a program as soon as one schema is made.
z.string();

const head = 'aftersale: policy/v1\nid: house\n';

it.each([
  ['a key that is missing', head, 'rules: nothing; expected a list'],
  ['a value of another kind', `${head}rules: 5\n`, 'rules: 5; expected a list'],
  ['a list of nothing', `${head}rules:\n  - { id: a, when: { country: [] } }\n`, 'expected at least one entry'],
  ['a second document', `${head}rules: []\n---\n${head}`, 'a second document; expected one document in a file'],
])('%s is told in the words of the grammar', (_name, text, words) => {
  expect(z.config().localeError).toBeDefined();
  let thrown: unknown;
  try {
    compilePolicy([parsePolicyDocument(text)], { packs: [] });
  } catch (error) {
    thrown = error;
  }
  expect(PolicyDocumentError.isInstance(thrown)).toBe(true);
  expect(thrown).toHaveProperty('message', expect.stringContaining(words));
});
