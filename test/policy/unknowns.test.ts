import { compilePolicy, decide, type CaseFacts, type ReturnDecision } from 'aftersale/policy';
import type { Calendar, Pack, PackRule } from 'aftersale/policy/packs';
import { describe, expect, it } from 'vitest';
import { at, factsWith } from './sample-facts.js';
import { bavarian, german, lawPack, rule, withdrawal } from './sample-packs.js';

const ask = (packs: readonly Pack[], changes: Parameters<typeof factsWith>[0]): ReturnDecision =>
  decide(compilePolicy([], { packs }), factsWith(changes), at);

const british: Calendar = {
  id: 'GB',
  weekend: [0, 6],
  years: { from: 2026, to: 2027 },
  closed: ['2026-12-25', '2026-12-28'],
  source: 'test',
};
const { except: _except, ...plain } = withdrawal;
const withWindow = (id: string, terms: PackRule['terms']): PackRule => ({ ...plain, id, terms: { ...plain.terms, ...terms } });
const fourteenDays = { kind: 'span', amount: 14, unit: 'days', from: 'delivered' } as const;

describe('a roll that no source settles (vector 12)', () => {
  const britain = lawPack({
    id: 'law:GB',
    countries: ['GB'],
    calendars: [british],
    rules: [withWindow('withdrawal', { window: { closes: fourteenDays, roll: 'unknown' } })],
  });
  const inBritain = (requestedAt: string, deliveredAt = '2026-11-07') =>
    ask([britain], { buyer: { country: 'GB' }, order: { deliveredAt }, requestedAt });

  it.each([
    ['2026-11-21', 'eligible'],
    ['2026-11-22', 'needs-review'],
    ['2026-11-23', 'needs-review'],
    ['2026-11-24', 'ineligible'],
  ])('asked %s: %s', (requestedAt, verdict) => {
    const decision = inBritain(requestedAt);
    expect(decision.verdict).toBe(verdict);
    expect(decision.window).toMatchObject({ lastDay: '2026-11-21', mayExtendTo: '2026-11-23' });
  });

  it('says why it cannot tell', () => {
    expect(inBritain('2026-11-23').reasons).toMatchObject([{ code: 'window-may-extend', right: 'withdrawal/law:GB' }]);
  });

  it('does not spoil an answer whose last day is a plain Thursday', () => {
    expect(inBritain('2026-11-20', '2026-11-05')).toMatchObject({
      verdict: 'ineligible',
      window: { lastDay: '2026-11-19', mayExtendTo: null },
    });
  });
});

describe('a disclosure nobody told us about', () => {
  const informed = lawPack({
    rules: [
      {
        ...withWindow('withdrawal', {}),
        except: [
          {
            id: 'not-informed',
            when: { 'disclosures.withdrawalRight': false },
            terms: {
              window: { closes: { kind: 'span', amount: 12, unit: 'months', from: fourteenDays }, roll: 'next-working-day' },
            },
          },
          { id: 'cost-not-told', when: { 'disclosures.returnCost': false }, terms: { pays: { return: { payer: 'seller' } } } },
        ],
      },
    ],
  });

  it('gives the short window, names the long one, and reviews what lies between', () => {
    const decision = ask([informed], { requestedAt: '2026-12-20' });
    expect(decision.verdict).toBe('needs-review');
    expect(decision.window).toMatchObject({ lastDay: '2026-11-16', mayExtendTo: '2027-11-16' });
    expect(decision.missing).toContainEqual({
      fact: 'disclosures.withdrawalRight',
      affects: ['verdict', 'window'],
      presumed: null,
    });
  });

  it('decides inside the short window whatever was told, except what depends on it', () => {
    const decision = ask([informed], {});
    expect(decision).toMatchObject({ verdict: 'eligible', pays: { outbound: 'seller', return: 'unknown' } });
    expect(decision.missing).toContainEqual({ fact: 'disclosures.returnCost', affects: ['pays'], presumed: null });
  });

  it('is certain once it is known', () => {
    const told = { withdrawalRight: { at: '2026-10-28' }, returnCost: true } as const;
    expect(ask([informed], { disclosures: told, requestedAt: '2026-12-20' })).toMatchObject({
      verdict: 'ineligible',
      window: { mayExtendTo: null },
    });
    expect(ask([informed], { disclosures: { ...told, returnCost: false } }).pays.return).toBe('seller');
    expect(ask([informed], { disclosures: { withdrawalRight: false }, requestedAt: '2026-12-20' }).verdict).toBe('eligible');
  });

  it('leaves the right open where an exclusion must have been told', () => {
    const taiwan = lawPack({
      rules: [
        {
          ...plain,
          except: [
            { id: 'opened', when: { 'condition.isUnsealed': true, 'disclosures.exclusion': true }, terms: { exclude: 'opened' } },
          ],
        },
      ],
    });
    const opened = (disclosures?: CaseFacts['disclosures']) =>
      ask([taiwan], { item: { condition: { isUnsealed: true } }, ...(disclosures === undefined ? {} : { disclosures }) }).verdict;
    expect([opened({ exclusion: true }), opened({ exclusion: false }), opened()]).toEqual([
      'ineligible',
      'eligible',
      'needs-review',
    ]);
  });
});

describe('a place known only roughly', () => {
  it('tries every subdivision’s calendar', () => {
    const packs = [lawPack({ calendars: [german, bavarian] })];
    // 14 days from Wednesday 2026-12-23 end on Wednesday 2027-01-06: a holiday in Bavaria only.
    const order = { placedAt: '2026-12-20', shippedAt: '2026-12-21', deliveredAt: '2026-12-23' };
    const lastDay = (subdivision?: string) => {
      const { window } = ask(packs, {
        buyer: subdivision === undefined ? {} : { subdivision },
        order,
        requestedAt: '2026-12-24',
      });
      return [window?.lastDay, window?.mayExtendTo];
    };
    expect(lastDay('DE-BY')).toEqual(['2027-01-07', null]);
    expect(lastDay('DE-BE')).toEqual(['2027-01-06', null]);
    expect(lastDay()).toEqual(['2027-01-06', '2027-01-07']);
  });

  it('asks for the subdivision where its holidays move the last day, and only there', () => {
    const packs = [lawPack({ calendars: [german, bavarian] })];
    const order = { placedAt: '2026-12-20', shippedAt: '2026-12-21', deliveredAt: '2026-12-23' };
    const asked = ask(packs, { order, requestedAt: '2027-01-07' });
    expect(asked.verdict).toBe('needs-review');
    expect(asked.reasons).toMatchObject([{ code: 'window-may-extend', path: 'buyer.subdivision' }]);
    expect(asked.missing).toContainEqual({ fact: 'buyer.subdivision', affects: ['verdict', 'window'], presumed: null });
    const elsewhere = ask(packs, { order: { ...order, deliveredAt: '2026-12-22' }, requestedAt: '2026-12-24' });
    expect(elsewhere.missing.map(({ fact }) => fact)).not.toContain('buyer.subdivision');
    const working: PackRule['terms']['window'] = {
      closes: { kind: 'span', amount: 8, unit: 'business-days', from: 'delivered' },
    };
    const counted = ask([lawPack({ calendars: [german, bavarian], rules: [withWindow('eight', { window: working })] })], {
      order,
      requestedAt: '2026-12-24',
    });
    expect(counted.window).toMatchObject({ lastDay: '2027-01-06', mayExtendTo: '2027-01-07' });
    expect(counted.missing).toContainEqual({ fact: 'buyer.subdivision', affects: ['window'], presumed: null });
  });

  it('tries the first and last zone of a country', () => {
    const america = lawPack({
      countries: ['US'],
      calendars: [],
      rules: [withWindow('withdrawal', { window: { closes: fourteenDays } })],
    });
    const inAmerica = (requestedAt: string, timeZone?: string) =>
      ask([america], { buyer: { country: 'US', ...(timeZone === undefined ? {} : { timeZone }) }, requestedAt });
    // The last day is 2026-11-16; it ends at 05:00 UTC in New York and at 10:00 UTC in Honolulu.
    expect(inAmerica('2026-11-17T04:30:00Z').verdict).toBe('eligible');
    expect(inAmerica('2026-11-17T08:00:00Z').verdict).toBe('needs-review');
    expect(inAmerica('2026-11-17T08:00:00Z').missing.map(({ fact }) => fact)).toContain('buyer.timeZone');
    expect(inAmerica('2026-11-17T08:00:00Z', 'Pacific/Honolulu').verdict).toBe('eligible');
    expect(inAmerica('2026-11-17T10:30:00Z').verdict).toBe('ineligible');
    expect(inAmerica('2026-11-05T10:00:00Z').window?.closesAt).toBe('2026-11-17T04:59:59.999Z');
  });

  it('tries every subdivision the rules name', () => {
    const california = rule({
      id: 'posting',
      rights: ['voluntary'],
      when: { country: ['US-CA'] },
      terms: { window: { closes: { kind: 'unlimited' } } },
    });
    const packs = [lawPack({ id: 'law:US', countries: ['US'], calendars: [], rules: [california] })];
    const inState = (subdivision?: string) =>
      ask(packs, {
        buyer: { country: 'US', timeZone: 'America/Los_Angeles', ...(subdivision === undefined ? {} : { subdivision }) },
      });
    expect([inState('US-CA').verdict, inState('US-NY').verdict, inState().verdict]).toEqual([
      'eligible',
      'ineligible',
      'needs-review',
    ]);
    expect(inState().missing).toContainEqual(expect.objectContaining({ fact: 'buyer.subdivision', presumed: null }));
  });
});

describe('facts about the case that nobody told', () => {
  it('a parcel known to be on its way keeps the window from running', () => {
    const parcels = [{ deliveredAt: '2026-11-02' }, { isPending: true }];
    expect(ask([lawPack()], { order: { parcels } })).toMatchObject({
      verdict: 'eligible',
      window: { state: 'not-running', lastDay: null },
    });
  });

  it('a reason without meaning is every reason it could be', () => {
    const decision = ask([lawPack()], { reason: 'other' });
    expect(decision).toMatchObject({ verdict: 'eligible', liable: 'unknown', recommended: 'withdrawal/law:EU' });
    const seller = {
      aftersale: 'policy/v1',
      id: 'house',
      rules: [{ id: 'any', when: { reasonClass: 'withdrawal' }, window: { days: 9 } }],
    };
    const open = decide(compilePolicy([seller]), factsWith({ reason: 'other' }), at);
    expect(open).toMatchObject({ verdict: 'needs-review' });
    expect(open.missing).toContainEqual(expect.objectContaining({ fact: 'reason' }));
  });

  it('tags and member tiers are unknown, traits and category are presumed ordinary', () => {
    const seller = {
      aftersale: 'policy/v1',
      id: 'house',
      rules: [
        {
          id: 'any',
          window: { days: 9 },
          pays: { return: 'seller' },
          except: [
            { id: 'sale', when: { tags: 'sale' }, exclude: 'sale' },
            { id: 'gold', when: { memberTier: 'gold' }, window: { days: 20 } },
          ],
        },
      ],
    };
    const { tags: _tags, ...item } = factsWith({}).item;
    const decision = decide(compilePolicy([seller]), { ...factsWith({}), item }, at);
    expect(decision.verdict).toBe('needs-review');
    expect(decision.window).toMatchObject({ lastDay: '2026-11-11', mayExtendTo: '2026-11-22' });
    expect(decision.missing.map(({ fact }) => fact)).toEqual(['buyer.memberTier', 'item.tags']);
    expect(decide(compilePolicy([seller]), { ...factsWith({}), item: { ...item, tags: [] } }, at).verdict).toBe('eligible');
  });

  it('too many of them are for a person, and named', () => {
    const names = [
      'withdrawalRight',
      'returnCost',
      'exclusion',
      'contractCopy',
      'sellerAddress',
      'policyPosted',
      'returnTermsInAd',
      'writtenConsent',
    ] as const;
    const except = names.map((name, index) => ({
      id: name.toLowerCase(),
      when: { [`disclosures.${name}`]: false },
      terms: { extend: { kind: 'span', amount: 20 + index, unit: 'days', from: 'delivered' } as const },
    }));
    const decision = ask([lawPack({ rules: [{ ...plain, except }] })], {});
    expect(decision.verdict).toBe('needs-review');
    expect(decision.reasons.filter(({ code }) => code === 'too-many-unknowns')).toEqual([
      { code: 'too-many-unknowns', path: 'disclosures.writtenConsent', right: null },
    ]);
    expect(decision.missing).toContainEqual({
      fact: 'disclosures.writtenConsent',
      affects: ['verdict', 'window', 'pays', 'refund', 'deadlines'],
      presumed: null,
    });
  });
});

describe('holidays that no calendar tells', () => {
  it('promise the earliest day and review what lies behind', () => {
    const packs = [
      lawPack({
        calendars: [],
        rules: [withWindow('five', { window: { closes: { ...fourteenDays, amount: 5, unit: 'business-days' } } })],
      }),
    ];
    const decision = ask(packs, { requestedAt: '2026-11-12' });
    expect(decision.window?.lastDay).toBe('2026-11-09');
    expect(decision.verdict).toBe('needs-review');
    expect(ask(packs, { requestedAt: '2026-11-09' }).verdict).toBe('eligible');
    expect(ask(packs, { requestedAt: '2026-12-30' }).verdict).toBe('ineligible');
  });

  it('count another weekend where there is one', () => {
    const israel = lawPack({
      countries: ['IL'],
      calendars: [],
      rules: [withWindow('five', { window: { closes: { ...fourteenDays, amount: 5, unit: 'business-days' } } })],
    });
    // Delivered Monday 2026-11-02: Tue, Wed, Thu, then Friday and Saturday are closed, Sun, Mon.
    expect(ask([israel], { buyer: { country: 'IL' } }).window?.lastDay).toBe('2026-11-09');
    expect(ask([israel], { buyer: { country: 'IL' }, order: { deliveredAt: '2026-11-05' } }).window?.lastDay).toBe('2026-11-12');
  });
});
