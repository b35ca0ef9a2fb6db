import { compilePolicy, decide, type DecisionDeadline } from 'aftersale/policy';
import type { PackRule } from 'aftersale/policy/packs';
import { describe, expect, it } from 'vitest';
import { at, factsWith } from './sample-facts.js';
import { lawPack, rule, sitePack } from './sample-packs.js';

const refundAfterReturn = (id: string, right: 'withdrawal' | 'voluntary', days: number): PackRule =>
  rule({
    id,
    rights: [right],
    terms: {
      window: { closes: { kind: 'span', amount: 30, unit: 'days', from: 'delivered' } },
      deadlines: [
        {
          duty: 'refund',
          party: 'seller',
          period: { closes: { kind: 'span', amount: days, unit: 'days', from: 'goods-returned' } },
        },
      ],
    },
  });

const law = lawPack({ rules: [refundAfterReturn('law', 'withdrawal', 14)] });
const site = sitePack([refundAfterReturn('site', 'voluntary', 2)]);
const house = {
  aftersale: 'policy/v1',
  id: 'house',
  rules: [{ id: 'any', window: { days: 30 } }],
  promises: { refund: { days: 5, from: 'goods-returned' } },
};
const policy = compilePolicy([house], { packs: [law, site] });
const onSite = { marketplace: 'amazon', site: 'DE' } as const;

const refunds = (changes: Parameters<typeof factsWith>[0]): readonly DecisionDeadline[] =>
  decide(policy, factsWith({ ...onSite, ...changes }), at).deadlines.filter(({ duty }) => duty === 'refund');

describe('duties that wait for the same event', () => {
  it('stand beside each other, as none of them is days yet', () => {
    expect(refunds({}).map(({ right, startsWhen }) => [right, startsWhen])).toEqual([
      ['voluntary/amazon:DE', 'events.goodsReturnedAt'],
      ['voluntary/seller:house', 'events.goodsReturnedAt'],
      ['withdrawal/law:EU', 'events.goodsReturnedAt'],
    ]);
  });

  it('are one where one rule of one source speaks of several rights', () => {
    const both = { ...refundAfterReturn('both', 'voluntary', 2), rights: ['withdrawal', 'voluntary'] as const };
    const { window: _window, ...terms } = both.terms;
    const days = { closes: { kind: 'span', amount: 30, unit: 'days', from: 'delivered' } as const };
    const granted = rule({ id: 'days', rights: ['voluntary'], terms: { window: days } });
    const once = compilePolicy([], { packs: [law, sitePack([granted, { ...both, terms }])] });
    const { deadlines } = decide(once, factsWith(onSite), at);
    expect(deadlines.map(({ duty, right }) => [duty, right])).toEqual([
      ['refund', 'voluntary/amazon:DE'],
      ['refund', 'withdrawal/law:EU'],
    ]);
  });

  it('join to the earliest once it has happened', () => {
    expect(refunds({ events: { goodsReturnedAt: '2026-11-10' } })).toMatchObject([
      { lastDay: '2026-11-12', right: 'voluntary/amazon:DE', startsWhen: null },
    ]);
  });

  it('stand beside each other where a fact nobody told makes several answers of one', () => {
    expect(refunds({ seller: { country: 'US' } }).map(({ right }) => right)).toEqual(refunds({}).map(({ right }) => right));
  });

  it('are not hidden by the deadline a marketplace states', () => {
    const platformDeadlines = [{ duty: 'refund' as const, party: 'seller' as const, by: '2026-11-25T12:00:00Z' }];
    expect(refunds({ platformDeadlines }).map(({ source, right }) => [source, right])).toEqual([
      ['marketplace', null],
      ['policy', 'voluntary/amazon:DE'],
      ['policy', 'voluntary/seller:house'],
      ['policy', 'withdrawal/law:EU'],
    ]);
  });
});
