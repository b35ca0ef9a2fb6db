import { readFileSync } from 'node:fs';
import { compilePolicy, type ReturnDecision } from 'aftersale/policy';
import { allPacks, marketplacePacks } from 'aftersale/policy/packs';
import { parsePolicyDocument } from 'aftersale/policy/yaml';
import { describe, expect, it, vi } from 'vitest';
import { randomFacts } from '../../../scripts/random-facts/facts.js';
import { createRandom } from '../../../scripts/random-facts/random.js';
import { decideAnything } from '../../../src/policy/decide.js';

// Many random cases under every pack: a slow machine needs the time.
vi.setConfig({ testTimeout: 120_000 });

const house = parsePolicyDocument(readFileSync('examples/policies/house.yaml', 'utf8'));
const everything = compilePolicy([house], { packs: allPacks });
const seeds = Array.from({ length: 80 }, (_, index) => 31_000 + index);
const at = { at: '2026-11-20T12:00:00Z' };

/** Too many unknowns to try leave any case to a person, whoever grants what. */
const isTriedInFull = ({ reasons }: ReturnDecision): boolean => !reasons.some(({ code }) => code === 'too-many-unknowns');

const decideBoth = (first: typeof everything, second: typeof everything) =>
  seeds.map((seed) => {
    const facts = randomFacts(createRandom(seed));
    return [seed, decideAnything(first, facts, at), decideAnything(second, facts, at)] as const;
  });

describe('the packs together', () => {
  it('give the same answer in any order', () => {
    for (const [seed, forward, backward] of decideBoth(everything, compilePolicy([house], { packs: [...allPacks].reverse() })))
      expect([seed, backward]).toEqual([seed, forward]);
  });

  it('of law never take away what marketplace and seller grant', () => {
    const lawless = compilePolicy([house], { packs: marketplacePacks });
    const granted = decideBoth(lawless, everything).filter(([, before]) => before.verdict === 'eligible');
    expect(granted.length).toBeGreaterThan(10);
    for (const [seed, , after] of granted) if (isTriedInFull(after)) expect([seed, after.verdict]).toEqual([seed, 'eligible']);
  });

  it('are never worse for the buyer with a seller who has rules than with one who has none', () => {
    const withoutHouse = compilePolicy([], { packs: allPacks });
    for (const [seed, before, after] of decideBoth(withoutHouse, everything))
      if (before.verdict === 'eligible' && isTriedInFull(after)) expect([seed, after.verdict]).toEqual([seed, 'eligible']);
  });
});
