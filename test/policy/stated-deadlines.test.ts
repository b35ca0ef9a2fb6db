import { compilePolicy, decide } from 'aftersale/policy';
import { expect, it } from 'vitest';
import { at, factsWith } from './sample-facts.js';

it('keeps a promise whose clock has not started beside the deadline the marketplace states', () => {
  const policy = compilePolicy(
    [
      {
        aftersale: 'policy/v1',
        id: 'house',
        rules: [{ id: 'returns', window: { days: 30, from: 'delivered' } }],
        promises: { refund: { days: 5, from: 'goods-returned' } },
      },
    ],
    { packs: [] },
  );
  const platformDeadlines = [{ duty: 'refund' as const, party: 'seller' as const, by: '2026-11-25T12:00:00Z' }];
  const { deadlines } = decide(policy, factsWith({ platformDeadlines }), at);
  expect(deadlines.filter(({ duty }) => duty === 'refund')).toMatchObject([
    { by: '2026-11-25T12:00:00.000Z', source: 'marketplace', differsFrom: null },
    { by: null, source: 'policy', startsWhen: 'events.goodsReturnedAt' },
  ]);
});
