import { describe, expect, it } from 'vitest';
import { narrowPolicy } from '../../../src/policy/analysis/floors/narrow-policy.js';
import { compilePolicy, decide, type CaseFacts } from 'aftersale/policy';
import { lawPacks } from 'aftersale/policy/packs';
import { house, sound } from './small-policy.js';

const policy = compilePolicy([house(sound)], { packs: lawPacks });
const seller = policy.sources.find(({ layer }) => layer === 'seller')?.id ?? '';

const factsIn = (country: string, reason: CaseFacts['reason'], requestedAt: string): CaseFacts => ({
  buyer: { country, timeZone: 'UTC', isConsumer: true },
  seller: { country: 'CN', timeZone: 'Asia/Shanghai' },
  order: { placedAt: '2026-03-06', deliveredAt: '2026-03-09' },
  item: {
    price: { minor: 8000, currency: 'EUR' },
    quantity: 1,
    quantityOrdered: 1,
    category: 'toys',
    condition: { isUsed: true },
  },
  reason,
  requestedAt,
});

const cases = ['DE', 'BR', 'GB'].flatMap((country) =>
  (['no-longer-needed', 'defective'] as const).flatMap((reason) =>
    ['2026-03-10', '2026-03-24', '2028-03-20'].map((day) => factsIn(country, reason, day)),
  ),
);

describe('a policy with some of its sources only', () => {
  it.each(['law:EU', 'law:BR', 'law:GB'])('judges the rights of %s and of the seller as the whole policy does', (law) => {
    const kept = [law, seller];
    const narrow = narrowPolicy(policy, kept);
    const sources = new Set<string>();
    for (const facts of cases) {
      const at = facts.requestedAt ?? '';
      const { rights } = decide(narrow, facts, { at });
      expect(rights).toEqual(decide(policy, facts, { at }).rights.filter(({ source }) => kept.includes(source)));
      for (const { source } of rights) sources.add(source);
    }
    expect([...sources].sort()).toEqual([...kept].sort());
  });
});
