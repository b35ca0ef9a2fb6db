import { describe, expect, it } from 'vitest';
import { randomFacts } from '../../../scripts/random-facts/facts.js';
import { createRandom } from '../../../scripts/random-facts/random.js';
import { compilePolicy, type CaseFacts } from '../../../src/policy/index.js';
import { readFacts } from '../../../src/policy/facts/read-facts.js';
import { decideWorlds } from '../../../src/policy/outcome.js';
import { allPacks } from '../../../src/policy/packs/index.js';
import { enumerateWorlds } from '../../../src/policy/worlds/worlds.js';

const policy = compilePolicy([], { packs: allPacks });
const at = '2026-11-20T12:00:00.000Z';

const worldsOf = (facts: CaseFacts) => enumerateWorlds(policy, facts, at).worlds;

/** A buyer of whom nobody knows what he was told: the law's window hangs on what was told, the marketplace's does not. */
const untold: CaseFacts = {
  marketplace: 'amazon',
  seller: { country: 'DE', timeZone: 'Europe/Berlin' },
  site: 'DE',
  buyer: { country: 'DE' },
  order: { placedAt: '2026-10-20', deliveredAt: '2026-10-26' },
  item: { price: { minor: 4900, currency: 'EUR' }, quantity: 1 },
  reason: 'no-reason',
  requestedAt: '2026-11-18T10:00:00.000Z',
};

describe('what a source says, heard once for all ways the unknown facts could be', () => {
  it('is what it says in each of them alone', () => {
    const read = Array.from({ length: 120 }, (_, seed) => readFacts(randomFacts(createRandom(seed + 1))));
    const cases = read.flatMap((found) => ('facts' in found ? [found.facts] : []));
    const several = cases.map(worldsOf).filter((worlds) => worlds.length > 1 && worlds.length <= 16);
    expect(several.length).toBeGreaterThan(20);
    for (const worlds of several)
      expect(decideWorlds(policy, worlds)).toEqual(worlds.flatMap((world) => decideWorlds(policy, [world])));
  });

  it('is heard anew where a clock of it starts with what is assumed to have been told', () => {
    const outcomes = decideWorlds(policy, worldsOf(untold));
    const law = outcomes.flatMap(({ rights }) => rights.filter(({ id }) => id === 'withdrawal/law:EU'));
    const site = outcomes.flatMap(({ rights }) => rights.filter(({ layer }) => layer === 'marketplace'));
    expect(new Set(law.map(({ window }) => window?.closesAt)).size).toBeGreaterThan(1);
    expect(site.length).toBeGreaterThan(1);
    expect(new Set(site).size).toBe(1);
  });
});
