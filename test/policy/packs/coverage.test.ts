import { compilePolicy, decide, type CaseFacts } from 'aftersale/policy';
import type { LawPack, Pack, PackRule } from 'aftersale/policy/packs';
import { allPacks, lawPacks, marketplacePacks } from 'aftersale/policy/packs';
import { describe, expect, it } from 'vitest';
import { coverageOf, statutoryRights } from '../../../scripts/docs/law-coverage.js';
import { lawLoaders } from '../../../src/policy/packs/law/loaders.js';
import { siteLoaders } from '../../../src/policy/packs/marketplaces/loaders.js';

const everyRule = (rules: readonly PackRule[]): readonly Omit<PackRule, 'rights'>[] =>
  rules.flatMap((rule) => [rule, ...nested(rule.except ?? [])]);

const nested = (exceptions: NonNullable<PackRule['except']>): readonly Omit<PackRule, 'rights'>[] =>
  exceptions.flatMap((exception) => [
    { source: 'inherited', confidence: 'text', ...exception },
    ...nested(exception.except ?? []),
  ]);

describe('every pack', () => {
  it.each(allPacks.map((pack) => [pack.id, pack] as const))(
    '%s compiles, without two rules that contradict each other',
    (_id, pack) => {
      expect(compilePolicy([], { packs: [pack] }).sources.map(({ id }) => id)).toEqual([pack.id]);
    },
  );

  it.each(allPacks.map((pack) => [pack.id, pack] as const))(
    '%s names where each figure was read',
    (_id, { sources = {}, rules }) => {
      const cited = everyRule(rules)
        .map(({ source }) => source.split(' ')[0] ?? '')
        .filter((word) => word !== 'inherited');
      expect(cited.filter((word) => !Object.hasOwn(sources, word.replace(/[,;]$/, '')))).toEqual([]);
      expect(Object.keys(sources)).not.toEqual([]);
      for (const { url, readOn } of Object.values(sources)) {
        expect(url).toMatch(/^https?:\/\//);
        expect(readOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }
    },
  );

  it.each(allPacks.map((pack) => [pack.id, pack] as const))('%s names each rule once', (_id, { rules }) => {
    const ids = everyRule(rules).map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

const money = ['pays.return', 'pays.outbound', 'refund.item'];

describe('law by country and right', () => {
  const places = lawPacks.flatMap((pack): readonly (readonly [string, LawPack])[] =>
    pack.countries.map((country) => [country, pack] as const),
  );

  it.each(places)('of %s has one value or an explicit unknown for each right on each day', (country, pack) => {
    for (const right of statutoryRights) {
      for (const { from, states } of coverageOf(pack, country, right)) {
        expect(`${right} from ${from ?? 'ever'}: ${String(states.length)}`).toBe(`${right} from ${from ?? 'ever'}: 1`);
      }
    }
  });

  it('says on each day with a known window who pays and what is refunded, or that it is not known', () => {
    for (const [country, pack] of places) {
      for (const right of statutoryRights) {
        const known = coverageOf(pack, country, right).filter(
          ({ states }) => states[0]?.state === 'known' || states[0]?.state === 'secondary',
        );
        const sets = new Set(known.map(({ parameters }) => parameters.filter((name) => money.includes(name)).join(' ')));
        expect([country, right, [...sets]]).toEqual([country, right, [...sets].slice(0, 1)]);
      }
    }
  });
});

const rightKinds = [...statutoryRights, 'voluntary'] as const;
const placesOf = (pack: Pack): readonly string[] => (pack.layer === 'law' ? pack.countries : [pack.site]);

const ofRefund = (name: string): boolean => name === 'remedies' || name.startsWith('refund.');

/** Days from which a parameter that the pack sets on another day is set by nothing, though the right itself is known. */
const gapsIn = (pack: Pack): readonly string[] =>
  placesOf(pack).flatMap((place) =>
    rightKinds.flatMap((right) => {
      const spans = coverageOf(pack, place, right);
      const all = [...new Set(spans.flatMap(({ parameters }) => parameters))];
      return spans
        .filter(({ states: [first] }) => first?.state !== 'unknown' && first?.state !== 'none')
        .flatMap(({ from = 'ever', parameters, isRefundUnknown }) =>
          all
            .filter((name) => !parameters.includes(name) && !(isRefundUnknown && ofRefund(name)))
            .map((name) => `${place} ${right} ${name} from ${from}`),
        );
    }),
  );

// That no parameter has two values on one day is seen to by `compilePolicy`, which refuses rules that disagree.
describe('every parameter of every pack', () => {
  it.each(allPacks.map((pack) => [pack.id, pack] as const))(
    'of %s has a value or an explicit unknown on each day',
    (_id, pack) => {
      expect(gapsIn(pack)).toEqual([]);
    },
  );

  it('is missed where a pack leaves it out before a day', () => {
    const law = lawPacks.find(({ id }) => id === 'law:CO');
    const rules = law?.rules.filter(({ id }) => id !== 'withdrawal-refund-before') ?? [];
    const holed = law === undefined ? [] : gapsIn({ ...law, calendars: [], rules });
    expect(holed).toEqual(['CO withdrawal deadline.refund.seller from ever']);
  });

  it.each(allPacks.map((pack) => [pack.id, pack] as const))(
    'of %s holds on some day: its first day is not after its last',
    (_id, pack) => {
      for (const { valid } of everyRule(pack.rules))
        expect([valid?.from ?? '', valid?.to ?? '9999'].sort()[0]).toBe(valid?.from ?? '');
    },
  );
});

const channels = ['distance', 'doorstep', 'direct-marketing', 'public-auction'] as const;

describe('a law', () => {
  it.each(lawPacks.flatMap((pack) => channels.map((channel) => [pack.id, channel, pack] as const)))(
    'as %s speaks of sales by %s, if only to say that it was not read',
    (_id, channel, pack) => {
      const [country = ''] = pack.countries;
      const facts: CaseFacts = {
        buyer: { country },
        contract: { channel },
        order: { placedAt: '2026-10-30', deliveredAt: '2026-11-02' },
        item: { price: { minor: 8000, currency: 'EUR' }, quantity: 1 },
        reason: 'no-reason',
        requestedAt: '2026-11-03',
      };
      const { rights } = decide(compilePolicy([], { packs: [pack] }), facts, { at: '2026-11-03T12:00:00Z' });
      expect(rights.map(({ kind }) => kind)).toEqual(['withdrawal']);
    },
  );
});

describe('the loaders', () => {
  it('name the countries of each pack', async () => {
    const loaded = await Promise.all(
      lawLoaders.map(async ({ countries, load }) => [[...countries].sort(), await load()] as const),
    );
    for (const [countries, pack] of loaded) expect([...pack.countries].sort()).toEqual(countries);
    expect(loaded.map(([, { id }]) => id).sort()).toEqual(lawPacks.map(({ id }) => id).sort());
  });

  it('load every site', async () => {
    const loaded = await Promise.all(siteLoaders.map(async ({ marketplace, load }) => [marketplace, await load()] as const));
    for (const [marketplace, packs] of loaded)
      expect(new Set(packs.map((pack) => pack.marketplace))).toEqual(new Set([marketplace]));
    expect(loaded.flatMap(([, packs]) => packs.map(({ id }) => id)).sort()).toEqual(marketplacePacks.map(({ id }) => id).sort());
  });
});
