import fc from 'fast-check';
import { compilePolicy, decide } from 'aftersale/policy';
import { describe, expect, it, vi } from 'vitest';
import { createRuleSets } from '../../../src/policy/merge/rule-sets.js';
import { indexRules } from '../../../src/policy/rules/indexed-rule.js';
import { candidatesFor, enumerateWorlds } from '../../../src/policy/worlds/worlds.js';
import { validFacts } from '../arbitrary-facts.js';
import { at, factsWith } from '../sample-facts.js';

// Many random cases: a slow machine needs the time.
vi.setConfig({ testTimeout: 120_000 });

const countries = ['DE', 'FR', 'PL', 'US', 'CN', 'GB', 'JP', 'BR'];
const categories = ['toys', 'books', 'phones', 'fashion', 'baby', 'diy'];

/** A policy of many narrow rules: a window for each country, an exclusion for each country and kind of goods. */
const shop = {
  aftersale: 'policy/v1',
  id: 'shop',
  rules: [
    { id: 'any', window: { days: 10 }, pays: { return: 'buyer' } },
    ...countries.map((country, index) => ({
      id: `window-${country.toLowerCase()}`,
      when: { country },
      window: { days: 20 + index },
    })),
    ...countries.flatMap((country) =>
      categories.map((category) => ({
        id: `no-${country}-${category}`.toLowerCase(),
        when: { country, category, traits: 'dangerous' },
        exclude: `no-${category}`,
      })),
    ),
    ...categories.map((category) => ({ id: `sale-${category}`, when: { category, tags: ['sale'] }, exclude: 'sale' })),
  ],
};
const policy = compilePolicy([shop]);
/** The same policy without an index and with nothing remembered: every rule is a candidate for every case, in a list of its own. */
const everyRule = indexRules(policy.sources);
const createLinear = () => ({ ...policy, index: { find: () => [...everyRule] }, ruleSets: createRuleSets() });

describe('finding rules by index', () => {
  it('gives the same answers as asking every rule, with nothing remembered from other cases', () => {
    fc.assert(
      fc.property(validFacts, (facts) => {
        expect(decide(policy, facts, at)).toEqual(decide(createLinear(), facts, at));
      }),
      { numRuns: 200 },
    );
  });

  it('remembers nothing that a reader of a decision could change', () => {
    const facts = factsWith({ item: { category: 'toys', traits: [] } });
    const first = decide(policy, facts, at);
    const told = JSON.stringify(first);
    expect(() => Object.assign(first.pays, { return: 'seller' })).toThrow(TypeError);
    expect(() => Object.assign(first.window?.because ?? [], { 0: null })).toThrow(TypeError);
    expect(JSON.stringify(decide(policy, facts, at))).toBe(told);
  });

  it('looks at no more rules when ten times as many speak about other cases', () => {
    const others = Array.from({ length: 40 }, (_, index) => ({
      id: `tag-${String(index)}`,
      when: { country: 'NO', category: 'books', tags: [`t${String(index)}`] },
      exclude: 'x',
    }));
    const larger = compilePolicy([{ ...shop, rules: [...shop.rules, ...others] }]);
    const facts = factsWith({ item: { category: 'toys', traits: [] } });
    const looked = (each: typeof policy): number =>
      candidatesFor(each, enumerateWorlds(each, facts, at.at).worlds[0]!.scene).list.length;
    expect(looked(larger)).toBe(looked(policy));
    expect(looked(policy)).toBeLessThan(policy.sources[0]!.rules.length / 4);
    expect(decide(larger, facts, at)).toEqual(decide(policy, facts, at));
  });
});
