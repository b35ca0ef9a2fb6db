import { compilePolicy, decide } from 'aftersale/policy';
import { expect, it } from 'vitest';
import { at, factsWith } from './sample-facts.js';

it.each([
  ['the counted end moves to Monday', '2026-11-12', '2026-11-16'],
  ['the day an extension fixes stays a Saturday', '2026-12-26', '2026-12-26'],
])('of a window that rolls, %s', (_name, until, lastDay) => {
  const rule = {
    id: 'returns',
    window: { days: 12, from: 'delivered' as const, roll: 'next-business-day' as const },
    extend: { until },
  };
  const policy = compilePolicy([{ aftersale: 'policy/v1', id: 'house', rules: [rule] }], { packs: [] });
  expect(decide(policy, factsWith({}), at).window?.lastDay).toBe(lastDay);
});
