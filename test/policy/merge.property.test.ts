import { compilePolicy, decide, type CaseFacts, type ReturnDecision } from 'aftersale/policy';
import type { LawPack, Pack, PackRule } from 'aftersale/policy/packs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Payer } from '../../src/core/vocabulary.js';
import { keepMaximal, type Candidate } from '../../src/policy/merge/join.js';
import { earliestOf, endless, latestEnd, latestOf, type Resolved } from '../../src/policy/rules/ending.js';
import { validFacts } from './arbitrary-facts.js';
import { at, factsWith } from './sample-facts.js';
import { lawPack, sitePack } from './sample-packs.js';

// Many random cases: a slow machine needs the time.
vi.setConfig({ testTimeout: 120_000 });

const family = fc.constantFrom('withdrawal', 'voluntary', 'conformity', 'non-delivery', 'late-delivery');

const grant = (id: string): fc.Arbitrary<PackRule> =>
  fc
    .record({
      right: family,
      days: fc.integer({ min: 1, max: 60 }),
      payer: fc.constantFrom('buyer' as const, 'seller' as const),
      outbound: fc.constantFrom('none' as const, 'full' as const),
      item: fc.constantFrom(5000, 9000, 10_000),
      fee: fc.constantFrom(0, 1500),
      excluded: fc.boolean(),
    })
    .map(({ right, days, payer, outbound, item, fee, excluded }) => ({
      id,
      source: id,
      confidence: 'text',
      rights: [right],
      terms: {
        window: { closes: { kind: 'span', amount: days, unit: 'days', from: 'delivered' } },
        pays: { return: { payer } },
        refund: { item, outbound, form: 'original-means', fees: fee === 0 ? [] : [{ kind: 'restocking', percent: fee }] },
        deadlines: [
          {
            duty: 'refund',
            party: 'seller',
            period: { closes: { kind: 'span', amount: days, unit: 'days', from: 'requested' } },
          },
        ],
      },
      except: excluded ? [{ id: `${id}-custom`, when: { traits: ['custom-made'] }, terms: { exclude: 'custom-made' } }] : [],
    }));

const law = (id: `law:${string}`): fc.Arbitrary<LawPack> =>
  grant(id).map((each) => lawPack({ id, calendars: [], rules: [each] }));
const packs = fc.tuple(
  law('law:A'),
  law('law:B'),
  grant('site').map((each) => sitePack([each])),
);

const facts = fc
  .record({
    day: fc.integer({ min: 3, max: 60 }),
    reason: fc.constantFrom('no-reason' as const, 'defective' as const, 'not-received' as const, 'arrived-late' as const),
    traits: fc.constantFrom([], ['custom-made' as const]),
  })
  .map(({ day, reason, traits }): CaseFacts =>
    factsWith({
      reason,
      item: { traits },
      requestedAt: new Date(Date.UTC(2026, 10, day)).toISOString(),
      marketplace: 'amazon',
      site: 'DE',
    }),
  );

const ask = (chosen: readonly Pack[], each: CaseFacts, documents: readonly object[] = []): ReturnDecision =>
  decide(compilePolicy(documents, { packs: chosen }), each, at);

const generosity: Readonly<Partial<Record<Payer, number>>> = { buyer: 0, nobody: 0, seller: 1 };
const familyOf = (id: string | null): string => {
  const kind = id?.split('/')[0] ?? '';
  return ({ withdrawal: 'mind', voluntary: 'mind', conformity: 'fault' } as Record<string, string>)[kind] ?? 'delivery';
};

describe('the order of documents, packs and rules', () => {
  const rules = [
    { id: 'a', when: { reasonClass: 'withdrawal' }, window: { days: 20 }, pays: { return: 'buyer' } },
    { id: 'b', when: { reasonClass: 'withdrawal', country: 'DE' }, window: { days: 30 } },
    { id: 'c', when: { reasonClass: 'conformity' }, window: { months: 6 }, pays: { return: 'seller' } },
    { id: 'd', when: { category: 'toys' }, extend: { until: '2027-01-31' } },
    { id: 'e', when: { traits: 'custom-made' }, exclude: 'custom-made' },
  ];
  const document = (order: readonly object[], id: string) => ({ aftersale: 'policy/v1', id, rules: order });

  it('never matters', () => {
    fc.assert(
      fc.property(packs, fc.shuffledSubarray(rules, { minLength: 5 }), validFacts, (chosen, shuffled, each) => {
        const expected = ask(chosen, each, [document(rules.slice(0, 2), 'x'), document(rules.slice(2), 'y')]);
        expect(
          ask([...chosen].reverse(), each, [
            document(
              shuffled.filter(({ id }) => id > 'b'),
              'y',
            ),
            document(
              shuffled.filter(({ id }) => id <= 'b'),
              'x',
            ),
          ]),
        ).toEqual(expected);
      }),
      { numRuns: 80 },
    );
  });
});

describe('adding a grant never hurts the buyer', () => {
  it('in any group of the family', () => {
    fc.assert(
      fc.property(packs, facts, ([first, second, site], each) => {
        const [before, after] = [ask([first, site], each), ask([first, second, site], each)];
        const ranks = ['ineligible', 'needs-review', 'eligible'];
        expect(ranks.indexOf(after.verdict)).toBeGreaterThanOrEqual(ranks.indexOf(before.verdict));
        if (before.verdict !== 'eligible' || familyOf(before.recommended) !== familyOf(after.recommended)) return;
        expect((after.window?.closesAt ?? '') >= (before.window?.closesAt ?? '')).toBe(true);
        expect(generosity[after.pays.return]).toBeGreaterThanOrEqual(generosity[before.pays.return] ?? 9);
        expect(generosity[after.pays.outbound]).toBeGreaterThanOrEqual(generosity[before.pays.outbound] ?? 9);
        expect(after.refund.total?.minor).toBeGreaterThanOrEqual(before.refund.total?.minor ?? Infinity);
        expect((after.deadlines[0]?.by ?? '') <= (before.deadlines[0]?.by ?? '')).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('nor does a seller who gives more days', () => {
    const shop = (days: number) => ({ aftersale: 'policy/v1', id: 'shop', rules: [{ id: 'any', window: { days } }] });
    fc.assert(
      fc.property(packs, facts, fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 40 }), (chosen, each, days, more) => {
        if (ask(chosen, each, [shop(days)]).verdict === 'eligible')
          expect(ask(chosen, each, [shop(days + more)]).verdict).toBe('eligible');
      }),
      { numRuns: 80 },
    );
  });
});

describe('joins', () => {
  type Offer = readonly [form: 'money' | 'credit', share: number];
  const offer = fc.tuple(fc.constantFrom<'money' | 'credit'>('money', 'credit'), fc.integer({ min: 0, max: 4 }));
  const atLeast = ([form, share]: Offer, [otherForm, otherShare]: Offer): boolean =>
    (form === otherForm || form === 'money') && share >= otherShare;
  const candidate = (value: Offer): Candidate<Offer> => ({ value, because: [], layer: 'law', right: value.join() });
  const join = (offers: readonly Offer[]): readonly Offer[] => {
    const joined = keepMaximal(offers.map(candidate), atLeast);
    return joined === null ? [] : [joined.main, ...joined.others].map(({ value }) => value);
  };
  const asSet = (offers: readonly Offer[]): readonly string[] => [...new Set(offers.map((each) => each.join()))].sort();

  it('of a partial order are associative, commutative and idempotent', () => {
    const offers = fc.array(offer, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(offers, offers, offers, (a, b, c) => {
        expect(asSet(join([...join([...a, ...b]), ...c]))).toEqual(asSet(join([...a, ...join([...b, ...c])])));
        expect(asSet(join([...a, ...b]))).toEqual(asSet(join([...b, ...a])));
        expect(asSet(join([...a, ...a]))).toEqual(asSet(join(a)));
        expect(join(a).length).toBe(asSet(join(a)).length);
      }),
    );
  });

  it('of windows are too', () => {
    const end = fc.record({ day: fc.integer({ min: 0, max: 9 }), milliseconds: fc.constant(null) });
    const resolved: fc.Arbitrary<Resolved> = fc.oneof(
      fc
        .tuple(end, end)
        .map(([a, b]): Resolved =>
          a.day <= b.day ? { kind: 'ends', earliest: a, latest: b } : { kind: 'ends', earliest: b, latest: a },
        ),
      fc
        .tuple(end, fc.constantFrom('order.deliveredAt', 'order.shippedAt'))
        .map(([earliest, openedBy]): Resolved => ({ kind: 'ends', earliest, latest: endless, openedBy })),
      fc.constantFrom<Resolved>({ kind: 'unlimited' }, { kind: 'waiting', fact: 'x' }, { kind: 'unknown', fact: 'x' }),
    );
    fc.assert(
      fc.property(fc.constantFrom(latestOf, latestEnd, earliestOf), resolved, resolved, resolved, (choose, a, b, c) => {
        expect(choose(choose(a, b), c)).toEqual(choose(a, choose(b, c)));
        expect(choose(a, b)).toEqual(choose(b, a));
        expect(choose(a, a)).toEqual(a);
      }),
    );
  });
});
