import { compilePolicy, decide } from 'aftersale/policy';
import { expect, it } from 'vitest';
import { at, factsWith } from './sample-facts.js';

it('lists a duty once when the reason is unknown, though every right it may be sets it', () => {
  const policy = compilePolicy(
    [
      {
        aftersale: 'policy/v1',
        id: 'house',
        rules: [{ id: 'returns', window: { days: 30, from: 'delivered' } }],
        promises: { answer: { days: 2, from: 'requested' }, refund: { days: 5, from: 'promised' } },
      },
    ],
    { packs: [] },
  );
  const facts = factsWith({ reason: 'unknown', order: { estimatedDeliveryAt: '2026-11-03' } });
  const { deadlines, warnings, rights } = decide(policy, facts, at);
  expect(rights.length).toBeGreaterThan(1);
  expect(deadlines.map(({ duty, right }) => ({ duty, right }))).toEqual([
    { duty: 'answer', right: null },
    { duty: 'refund', right: null },
  ]);
  const about = warnings.filter(({ code }) => code.startsWith('deadline-'));
  expect(about).toEqual([{ code: 'deadline-estimated:refund', right: null }]);
});
