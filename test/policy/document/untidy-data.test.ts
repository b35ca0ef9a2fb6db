import { compilePolicy, definePolicy, PolicyDocumentError } from 'aftersale/policy';
import { expect, it } from 'vitest';

const head = { aftersale: 'policy/v1', id: 'house' } as const;

it.each([
  ['a Map', new Map([['country', 'DE']])],
  ['a Date', new Date(0)],
])('refuses %s where a group of keys belongs, instead of taking it for an empty one', (_name, when) => {
  const document: unknown = { ...head, rules: [{ id: 'returns', when, window: { days: 30 } }] };
  expect(() => compilePolicy([document])).toThrow(PolicyDocumentError);
  expect(() => compilePolicy([document])).toThrow('rules.0.when: an object that is not plain data; expected a group of keys');
});

it('keeps a policy as it was when its document is changed later', () => {
  const country = ['DE'];
  const policy = compilePolicy([definePolicy({ ...head, rules: [{ id: 'returns', when: { country }, window: { days: 30 } }] })]);
  country.push('FR');
  expect(policy.documents[0]?.rules[0]?.when?.country).toEqual(['DE']);
});
