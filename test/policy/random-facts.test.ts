import { readFileSync } from 'node:fs';
import { compilePolicy } from 'aftersale/policy';
import { allPacks } from 'aftersale/policy/packs';
import { parsePolicyDocument } from 'aftersale/policy/yaml';
import { describe, expect, it, vi } from 'vitest';
import { randomFacts } from '../../scripts/random-facts/facts.js';
import { contradictions } from '../../scripts/random-facts/hostile.js';
import { checkDecision } from '../../scripts/random-facts/properties.js';
import { createRandom } from '../../scripts/random-facts/random.js';
import { runMany } from '../../scripts/random-facts/run.js';

// Many random cases under every pack: a slow machine needs the time.
vi.setConfig({ testTimeout: 120_000 });

const house = parsePolicyDocument(readFileSync('examples/policies/house.yaml', 'utf8'));
const policies = [compilePolicy([], { packs: allPacks }), compilePolicy([house], { packs: allPacks })];

// A few of the million that scripts/decide-random-facts.js decides.
describe('random facts, some of them hostile, under every pack', () => {
  it('always have an answer, always the same, equal after a round trip through JSON', () => {
    const report = runMany({ policies, count: 300, seed: 2026 });
    expect(report.failures).toEqual([]);
    expect(Object.keys(report.verdicts).sort()).toEqual(['eligible', 'ineligible', 'needs-review']);
    expect(report.invalid).toBeGreaterThan(30);
  });

  it.each(contradictions)('are refused at %s where they contradict themselves', (path, change) => {
    const [policy] = policies;
    const facts = change(randomFacts(createRandom(1)));
    const found = policy === undefined ? null : checkDecision(policy, facts, '2026-11-20T12:00:00Z');
    expect(found).toMatchObject({ broken: [], decision: { reasons: [{ code: 'facts-invalid', path }] } });
  });
});
