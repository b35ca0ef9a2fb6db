import { describe, expect, it } from 'vitest';
import { compilePolicy, type CaseFacts } from 'aftersale/policy';
import { createBacktest, type BacktestSettings } from '../../../src/policy/backtest/backtest.js';
import type { BacktestResult } from '../../../src/policy/backtest/result.js';
import { factsWith } from '../sample-facts.js';

const policyWith = (rule: object) =>
  compilePolicy([
    {
      aftersale: 'policy/v1',
      id: 'house',
      rules: [
        {
          id: 'all',
          window: { days: 14, from: 'delivered' },
          pays: { return: 'buyer', outbound: 'buyer' },
          refund: { item: '100%', form: 'original-means' },
          ...rule,
        },
      ],
    },
  ]);

const plain = policyWith({});
const eur = (minor: number) => ({ minor, currency: 'EUR' });
const sold = (minor: number, changes: object = {}): CaseFacts => factsWith({ item: { price: eur(minor) }, ...changes });

const run = (cases: readonly CaseFacts[], settings: Partial<BacktestSettings> = {}): BacktestResult => {
  const backtest = createBacktest({ policy: plain, ...settings });
  for (const [index, facts] of cases.entries()) expect(backtest.add({ name: String(index), facts, at: '2026-12-01' })).toBeNull();
  return backtest.result();
};

describe('a backtest', () => {
  it('adds up exactly what decimals would not', () => {
    const { policy } = run(Array.from({ length: 1000 }, () => sold(10)));
    expect(policy.cost).toEqual([eur(10_000)]);
  });

  it('counts the way back where the seller pays it at a known cost, in its own currency', () => {
    const generous = policyWith({ pays: { return: 'seller', outbound: 'buyer' } });
    const cost = { minor: 700, currency: 'PLN' };
    const known = run([sold(5000, { returnShipping: { cost } })], { policy: generous });
    expect(known.policy).toMatchObject({ cost: [eur(5000), cost], withoutWayBack: 0 });
    const unknown = run([sold(5000)], { policy: generous });
    expect(unknown.policy).toMatchObject({ cost: [eur(5000)], withoutWayBack: 1 });
  });

  it('takes a way back of unknown cost for the same under two policies that both leave it to the seller', () => {
    const before = policyWith({ pays: { return: 'seller', outbound: 'buyer' }, refund: { item: '50%', form: 'original-means' } });
    const after = policyWith({ pays: { return: 'seller', outbound: 'buyer' } });
    const { byCountry } = run([sold(5000)], { policy: after, against: before });
    expect(byCountry).toEqual([{ name: 'DE', cases: 1, changed: 1, unknown: 0, withoutWayBack: 0, amounts: [eur(2500)] }]);
  });

  it('leaves a case whose refund nobody knows out of the sums, and says which fact would settle it', () => {
    const full = policyWith({ pays: { return: 'buyer', outbound: 'seller' }, refund: { item: '100%', outbound: 'full' } });
    const { order } = sold(5000);
    const { policy } = run([{ ...sold(5000), order: { deliveredAt: order.deliveredAt ?? '' } }, sold(700)], { policy: full });
    expect(policy.cost).toEqual([eur(1190)]);
    expect(policy.unknown).toBe(1);
    expect(policy.wanted[0]).toEqual({ fact: 'order.shipping', cases: 1 });
  });

  it('tells apart what changed: verdict, window, payer and refund', () => {
    const longer = policyWith({ window: { days: 30, from: 'delivered' } });
    const cases = [sold(100), sold(200, { requestedAt: '2026-11-20' }), sold(300, { requestedAt: '2027-01-20' })];
    const { changes, byMonth } = run(cases, { policy: longer, against: plain });
    expect(changes).toEqual({
      cases: 3,
      parts: { verdict: 1, window: 3, payer: 1, refund: 1 },
      verdicts: [{ from: 'ineligible', to: 'eligible', cases: 1 }],
    });
    expect(byMonth.map(({ name, amounts }) => [name, amounts])).toEqual([
      ['2026-11', [eur(200)]],
      ['2027-01', []],
    ]);
  });

  it('finds no change between a policy and its own words', () => {
    const { changes, dearest } = run([sold(100), sold(200)], { policy: policyWith({}), against: plain });
    expect(changes).toEqual({ cases: 0, parts: { verdict: 0, window: 0, payer: 0, refund: 0 }, verdicts: [] });
    expect(dearest).toEqual([]);
  });

  it('keeps the dearest of each currency, the earlier of equals first', () => {
    const inYen = factsWith({ item: { price: { minor: 1, currency: 'JPY' } } });
    const { dearest } = run([sold(100), sold(300), sold(300), inYen, sold(200)], { dearest: 3 });
    expect(dearest.map(({ currency, cases }) => [currency, cases.map(({ name }) => name)])).toEqual([
      ['EUR', ['1', '2', '4']],
      ['JPY', ['3']],
    ]);
  });

  it('counts nothing of a case whose facts make no sense, and says which', () => {
    const backtest = createBacktest({ policy: plain });
    const facts = factsWith({ buyer: { country: 'ZZ' } });
    expect(backtest.add({ name: 'x', facts, at: '2026-12-01' })).toBe('buyer.country');
    expect(backtest.result()).toMatchObject({ cases: 0, byCountry: [] });
  });

  it('refuses sums that no number holds exactly', () => {
    const backtest = createBacktest({ policy: plain });
    const huge = { name: 'x', facts: sold(Number.MAX_SAFE_INTEGER), at: '2026-12-01' };
    backtest.add(huge);
    expect(() => backtest.add(huge)).toThrow(/more than can be counted exactly/);
  });
});
