import { compilePolicy, decide, type CaseFacts, type ReturnDecision } from 'aftersale/policy';
import type { Bound, PackRule } from 'aftersale/policy/packs';
import { describe, expect, it } from 'vitest';
import { at, factsWith } from '../sample-facts.js';
import { lawPack, rule } from '../sample-packs.js';

const days = (amount: number, from: Extract<Bound, { kind: 'span' }>['from'] = 'delivered'): Bound => ({
  kind: 'span',
  amount,
  unit: 'days',
  from,
});

const windowOf = (closes: Bound): PackRule => rule({ id: 'window', rights: ['withdrawal'], terms: { window: { closes } } });

const ask = (closes: Bound, facts: CaseFacts): ReturnDecision =>
  decide(compilePolicy([], { packs: [lawPack({ rules: [windowOf(closes)] })] }), facts, at);

describe('what a source does not say', () => {
  const atLeast: Bound = { kind: 'latest-of', bounds: [days(14), { kind: 'unknown' }] };

  it('about the end leaves the verdict to a person', () => {
    const decision = ask({ kind: 'unknown' }, factsWith({}));
    expect(decision).toMatchObject({ verdict: 'needs-review', window: { lastDay: null, state: 'unknown' } });
    expect(decision.reasons).toContainEqual({ code: 'window-unknown', path: null, right: 'withdrawal/law:EU' });
  });

  it('beyond a day is open after that day only', () => {
    expect(ask(atLeast, factsWith({ requestedAt: '2026-11-16' }))).toMatchObject({
      verdict: 'eligible',
      window: { lastDay: '2026-11-16', mayExtendTo: '9999-12-31' },
    });
    expect(ask(atLeast, factsWith({ requestedAt: '2026-11-17' })).verdict).toBe('needs-review');
  });

  it('beyond a day names the fact that is missing', () => {
    const document: Bound = { kind: 'latest-of', bounds: [days(14), days(14, 'contract-document')] };
    const decision = ask(document, factsWith({ requestedAt: '2026-11-17' }));
    expect(decision.missing).toContainEqual({ fact: 'contract.documentAt', affects: ['verdict', 'window'], presumed: null });
  });

  it('between two days is open between them', () => {
    const either: Bound = { kind: 'any-of', bounds: [days(8), days(14)] };
    const verdictOn = (requestedAt: string) => ask(either, factsWith({ requestedAt })).verdict;
    expect([verdictOn('2026-11-10'), verdictOn('2026-11-11'), verdictOn('2026-11-17')]).toEqual([
      'eligible',
      'needs-review',
      'ineligible',
    ]);
  });

  it('about Saturdays tries both', () => {
    const counted = (unit: 'business-days' | 'business-days-and-saturdays'): Bound => ({
      kind: 'span',
      amount: 5,
      unit,
      from: 'delivered',
    });
    const both: Bound = { kind: 'any-of', bounds: [counted('business-days'), counted('business-days-and-saturdays')] };
    // Delivered on a Friday, with no holiday known.
    const facts = factsWith({ order: { deliveredAt: '2026-11-13' } });
    expect(ask(both, facts).window?.lastDay).toBe('2026-11-19');
    expect(ask(counted('business-days'), facts).window?.lastDay).toBe('2026-11-20');
  });

  it('a window of one source that ends nobody knows when does not hide the day another promises', () => {
    const house = { aftersale: 'policy/v1', id: 'house', rules: [{ id: 'any', window: { days: 30 } }] };
    const policy = compilePolicy([house], { packs: [lawPack({ rules: [windowOf({ kind: 'unknown' })] })] });
    expect(decide(policy, factsWith({}), at)).toMatchObject({
      verdict: 'eligible',
      window: { lastDay: '2026-12-02', mayExtendTo: '9999-12-31' },
    });
  });
});

describe('the first known start', () => {
  const due: Bound = { kind: 'first-known', bounds: [days(0, 'promised'), days(30, 'contract')] };

  it('is the promised day, else the one of the law', () => {
    expect(ask(due, factsWith({ order: { estimatedDeliveryAt: '2026-11-10' } })).window?.lastDay).toBe('2026-11-10');
    expect(ask(due, factsWith({})).window?.lastDay).toBe('2026-11-27');
  });
});

describe('being told', () => {
  const late: Bound = { kind: 'latest-of', bounds: [days(14), days(14, 'told:withdrawalRight')] };

  it('without a date is being told with the contract', () => {
    expect(ask(late, factsWith({ disclosures: { withdrawalRight: true } })).window?.lastDay).toBe('2026-11-16');
    expect(ask(late, factsWith({ disclosures: { withdrawalRight: { at: '2026-11-10' } } })).window?.lastDay).toBe('2026-11-24');
  });
});

describe('a right the law does not give', () => {
  it('stands in the answer with what ended it', () => {
    const none = rule({ id: 'none', rights: ['withdrawal'], terms: { exclude: 'no-statutory-right' } });
    const decision = decide(compilePolicy([], { packs: [lawPack({ rules: [none] })] }), factsWith({}), at);
    expect(decision).toMatchObject({ verdict: 'ineligible', window: null });
    expect(decision.rights).toMatchObject([{ id: 'withdrawal/law:EU', lostTo: 'no-statutory-right', window: null }]);
  });
});

describe('an order nobody dated', () => {
  const since = (day: string) =>
    lawPack({
      rules: [
        rule({
          id: 'before',
          rights: ['withdrawal'],
          valid: { to: day, selectedBy: 'contract' },
          terms: { window: { closes: days(7) } },
        }),
        { ...windowOf(days(14)), valid: { from: nextDay(day), selectedBy: 'contract' } },
      ],
    });
  const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
  const { order, ...facts } = factsWith({});
  const { placedAt: _placedAt, ...undated } = order;
  const windowSince = (day: string) =>
    decide(compilePolicy([], { packs: [since(day)] }), { ...facts, order: undated }, at).window;

  it.each([
    ['2014-06-12', '2026-11-16', null],
    ['2026-10-31', '2026-11-09', '2026-11-16'],
    ['2026-12-31', '2026-11-09', null],
  ])('is tried on the days it can have been placed only: law until %s', (until, lastDay, mayExtendTo) => {
    expect(windowSince(until)).toMatchObject({ lastDay, mayExtendTo });
  });
});
