import { setFlagsFromString } from 'node:v8';
import { runInThisContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { compilePolicy, type CaseFacts, type Policy } from 'aftersale/policy';
import { allPacks } from 'aftersale/policy/packs';
import { dimensionNames, dimensionOf } from '../../src/policy/guards/dimensions.js';
import type { RuleSet } from '../../src/policy/merge/rule-sets.js';
import { enumerateWorlds } from '../../src/policy/worlds/worlds.js';

setFlagsFromString('--allow-natives-syntax');
const haveOneShape: (left: object, right: object) => boolean = runInThisContext('(left, right) => %HaveSameMap(left, right)');

/** How many hidden classes there are among them. */
const shapesOf = (objects: readonly object[]): number => {
  const found: object[] = [];
  for (const object of objects) if (!found.some((known) => haveOneShape(known, object))) found.push(object);
  return found.length;
};

const countries = ['DE', 'FR', 'ES', 'GB', 'CN', 'BR', 'JP', 'KR', 'TW', 'CH'];
const reasons: readonly CaseFacts['reason'][] = ['no-reason', 'defective', 'not-received', 'arrived-late', 'wrong-item'];

const cases = countries.flatMap((country) =>
  reasons.map((reason): CaseFacts => ({
    buyer: { country, isConsumer: true },
    order: { placedAt: '2026-11-01', deliveredAt: '2026-11-05' },
    item: { price: { minor: 5000, currency: 'EUR' }, quantity: 1 },
    reason,
    requestedAt: '2026-11-10T10:00:00Z',
  })),
);

const setsIn = (policy: Policy, facts: CaseFacts): readonly RuleSet[] =>
  enumerateWorlds(policy, facts, '2026-11-10T10:00:00Z').worlds.flatMap(({ situation, scene }) =>
    policy.ruleSets(situation.applicable, scene.reasonClass),
  );

describe('what decisions look at again and again', () => {
  const policy = compilePolicy([], { packs: allPacks });
  const sets = [...new Set(cases.flatMap((facts) => setsIn(policy, facts)))];

  it('would be of many shapes if each had its own', () => {
    const part = { first: 1 };
    expect(sets.length).toBeGreaterThan(40);
    expect(shapesOf([{ ...part }, { second: 2, ...part }])).toBe(2);
  });

  it.each([
    ['sets of rules', sets],
    ['what they settle to', sets.map(({ settled }) => settled)],
    ['what they promise', sets.map(({ alone }) => alone)],
    ['their windows', sets.flatMap(({ window }) => window ?? [])],
    ['their rules', sets.flatMap(({ rules }) => rules)],
    ['dimensions', dimensionNames.map(dimensionOf)],
  ] as const)('%s have at most four', (_what, objects: readonly object[]) => {
    expect(shapesOf(objects)).toBeLessThanOrEqual(4);
  });
});
