import { compilePolicy, decide, nearestEligible, whatIf } from 'aftersale/policy';
import { allPacks } from 'aftersale/policy/packs';
import { describe, expect, it } from 'vitest';
import { at, factsWith, plainFacts } from './sample-facts.js';
import { lawPack, rule } from './sample-packs.js';

const policy = compilePolicy([
  {
    aftersale: 'policy/v1',
    id: 'house',
    rules: [
      {
        id: 'returns',
        window: { days: 14 },
        conditions: ['unused'],
        pays: { return: 'buyer' },
        refund: { item: '100%', form: 'original-means' },
        except: [
          { id: 'made-to-order', when: { traits: 'custom-made' }, exclude: 'custom-made' },
          { id: 'poland', when: { country: 'PL' }, pays: { return: 'seller' } },
        ],
      },
    ],
  },
]);

describe('whatIf', () => {
  it('changes groups key by key and says which parts differ', () => {
    const { before, after, changed } = whatIf(policy, { facts: plainFacts, change: { buyer: { country: 'PL' } } }, at);
    expect(before).toEqual(decide(policy, plainFacts, at));
    expect(after).toEqual(decide(policy, factsWith({ buyer: { country: 'PL' } }), at));
    expect(changed).toContain('pays');
    expect(changed).not.toContain('refund');
  });

  it('counts remedies with the refund', () => {
    const law = compilePolicy([], { packs: allPacks });
    const facts = factsWith({ reason: 'defective' });
    const { before, after, changed } = whatIf(law, { facts, change: { remediesTried: ['repair'] } }, at);
    expect(before.remedies).not.toEqual(after.remedies);
    expect(before.refund).toEqual(after.refund);
    expect(changed).toContain('refund');
  });

  it('takes facts away with null', () => {
    const { after } = whatIf(policy, { facts: plainFacts, change: { order: { deliveredAt: null } } }, at);
    expect(after).toMatchObject({ verdict: 'eligible', window: { mayExtendTo: '9999-12-31' } });
    expect(after.reasons).toContainEqual(expect.objectContaining({ code: 'window-may-extend', path: 'order.deliveredAt' }));
  });

  it('says of a change that makes no sense what is wrong with it', () => {
    const { after } = whatIf(policy, { facts: plainFacts, change: { item: { quantity: 0.5 } } }, at);
    expect(after.reasons).toEqual([{ code: 'facts-invalid', path: 'item.quantity', right: null }]);
  });
});

describe('the nearest change that would make a case eligible', () => {
  it('is the last moment of a window that has closed', () => {
    const late = factsWith({ requestedAt: '2026-11-18T10:00:00Z' });
    const [change, ...others] = nearestEligible(policy, late, at);
    expect(change).toEqual({ requestedAt: '2026-11-16T22:59:59.999Z' });
    expect(others).toEqual([]);
    expect(whatIf(policy, { facts: late, change: change! }, at).after.verdict).toBe('eligible');
  });

  it('is the last moment that is certain, where nobody knows how long the window is open', () => {
    const { deliveredAt: _deliveredAt, ...order } = plainFacts.order;
    const undelivered = { ...plainFacts, order, requestedAt: '2026-12-20T10:00:00Z' };
    expect(decide(policy, undelivered, at)).toMatchObject({ verdict: 'needs-review', window: { mayExtendTo: '9999-12-31' } });
    const [change, ...others] = nearestEligible(policy, undelivered, at);
    expect(others).toEqual([]);
    expect(change?.requestedAt).toBe(decide(policy, undelivered, at).window?.closesAt);
  });

  it('is the day before or after those on which nothing is taken back', () => {
    const window = { days: 90 };
    const requested = { from: '2026-11-08', to: '2026-11-20' };
    const rules = [
      { id: 'returns', window, except: [{ id: 'inventory', when: { requested }, exclude: 'inventory' }] },
      { id: 'again', when: { requested: { from: '2027-02-01', to: '2027-02-03' } }, window: { days: 120 } },
    ];
    const closing = compilePolicy([{ aftersale: 'policy/v1', id: 'house', rules }]);
    const asked = factsWith({ requestedAt: '2026-11-10' });
    expect(nearestEligible(closing, asked, at).slice(0, 2)).toEqual([
      { requestedAt: '2026-11-07' },
      { requestedAt: '2026-11-21' },
    ]);
  });

  it('is the first moment of a window that has not opened yet', () => {
    const goods = { fees: [], item: 10_000, form: 'original-means' } as const;
    const late = rule({
      id: 'too-late',
      rights: ['non-delivery'],
      terms: {
        window: {
          opens: { kind: 'span', amount: 1, unit: 'days', from: 'promised' },
          closes: { kind: 'unlimited' },
        },
        refund: goods,
      },
    });
    const early = factsWith({
      reason: 'not-received',
      order: { placedAt: '2026-10-28', shippedAt: '2026-10-29', deliveredAt: '2026-11-20', estimatedDeliveryAt: '2026-11-12' },
      requestedAt: '2026-11-05',
    });
    const only = compilePolicy([], { packs: [lawPack({ rules: [late] })] });
    expect(nearestEligible(only, early, at)).toEqual([{ requestedAt: '2026-11-12T23:00:00.000Z' }]);
  });

  it('is the one thing about the goods that excludes them', () => {
    const used = factsWith({ item: { condition: { isUsed: true, isWashed: true } } });
    expect(nearestEligible(policy, used, at)).toEqual([{ item: { condition: { isUsed: false } } }]);
    const custom = factsWith({ item: { traits: ['custom-made', 'perishable'] } });
    expect(nearestEligible(policy, custom, at)).toEqual([{ item: { traits: ['perishable'] } }]);
  });

  it('is none where one change is not enough, or none is needed', () => {
    const both = factsWith({ requestedAt: '2026-11-18T10:00:00Z', item: { traits: ['custom-made'] } });
    expect(nearestEligible(policy, both, at)).toEqual([]);
    expect(nearestEligible(policy, plainFacts, at)).toEqual([]);
  });
});
