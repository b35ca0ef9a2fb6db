import { compilePolicy, decide, type CaseFacts } from 'aftersale/policy';
import { describe, expect, it } from 'vitest';
import { at, factsWith } from './sample-facts.js';
import { rule, sitePack } from './sample-packs.js';

const site = sitePack([
  rule({
    id: 'window',
    rights: ['voluntary'],
    terms: {
      window: { closes: { kind: 'span', amount: 14, unit: 'days', from: 'delivered' } },
      pays: { return: { payer: 'buyer' } },
    },
  }),
]);
const policy = compilePolicy([], { packs: [site] });

const disagreements = (facts: Partial<CaseFacts>) =>
  decide(policy, { ...factsWith({ marketplace: 'amazon', site: 'DE' }), ...facts }, at)
    .warnings.map(({ code }) => code)
    .filter((code) => code.startsWith('platform-disagrees'));

describe('what the marketplace states of a case', () => {
  it.each([
    [true, '2026-11-05', []],
    [false, '2026-11-05', ['platform-disagrees:in-policy']],
    [true, '2026-12-05', ['platform-disagrees:in-policy']],
    [false, '2026-12-05', []],
  ])('in policy: %s, asked %s', (isInPolicy, requestedAt, expected) => {
    expect(disagreements({ platformStates: { isInPolicy }, requestedAt })).toEqual(expected);
  });

  it.each([
    ['buyer', []],
    ['seller', ['platform-disagrees:label-payer']],
    ['marketplace', ['platform-disagrees:label-payer']],
    ['unknown', []],
  ] as const)('label paid by %s', (labelPayer, expected) => {
    expect(disagreements({ returnShipping: { labelPayer } })).toEqual(expected);
  });

  it('is not held against rules that were not loaded', () => {
    expect(disagreements({ site: 'FR', platformStates: { isInPolicy: false } })).toEqual([]);
  });
});
