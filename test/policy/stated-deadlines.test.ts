import { compilePolicy, decide } from 'aftersale/policy';
import { expect, it } from 'vitest';
import { at, factsWith } from './sample-facts.js';
import { lawPack, rule } from './sample-packs.js';

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

const refundWithin = (id: `law:${string}`, days: number) =>
  lawPack({
    id,
    calendars: [],
    rules: [
      rule({
        id: `${id}-withdrawal`,
        rights: ['withdrawal', 'conformity'],
        terms: {
          window: { closes: { kind: 'span', amount: 30, unit: 'days', from: 'delivered' } },
          deadlines: [
            {
              duty: 'refund',
              party: 'seller',
              period: { closes: { kind: 'span', amount: days, unit: 'days', from: 'requested' } },
            },
          ],
        },
      }),
    ],
  });

it('keeps a statute beside the deadline the marketplace states, and warns that they differ, also where the reason is unknown', () => {
  const policy = compilePolicy([], { packs: [refundWithin('law:A', 14)] });
  const platformDeadlines = [{ duty: 'refund' as const, party: 'seller' as const, by: '2026-11-25T12:00:00Z' }];
  for (const reason of ['no-reason', 'other'] as const) {
    const { deadlines, warnings } = decide(policy, factsWith({ reason, platformDeadlines }), at);
    expect(deadlines.filter(({ duty }) => duty === 'refund').map(({ source, certainty }) => [source, certainty])).toContainEqual([
      'marketplace',
      'stated',
    ]);
    expect(deadlines.find(({ source }) => source === 'policy')?.lastDay).toBe('2026-11-19');
    expect(warnings.map(({ code }) => code)).toContain('deadline-differs:refund');
  }
});
