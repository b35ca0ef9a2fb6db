import { readFileSync } from 'node:fs';
import { compilePolicy, decide, type CaseFacts, type Refund, type ReturnDecision } from 'aftersale/policy';
import { parsePolicyDocument } from 'aftersale/policy/yaml';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { validFacts } from './arbitrary-facts.js';
import { at, factsWith, plainFacts } from './sample-facts.js';
import { lawPack, rule, sitePack } from './sample-packs.js';

// Many random cases: a slow machine needs the time.
vi.setConfig({ testTimeout: 120_000 });

const read = (name: string) => parsePolicyDocument(readFileSync(`examples/policies/${name}.yaml`, 'utf8'), { file: name });
const handbook = read('handbook');
const house = read('house');
const site = sitePack([
  rule({
    id: 'thirty-days',
    rights: ['voluntary'],
    terms: {
      window: { closes: { kind: 'span', amount: 30, unit: 'days', from: 'delivered' } },
      pays: { return: { payer: 'marketplace' } },
      refund: { item: 10_000, form: 'store-credit' },
    },
  }),
]);
const policies = [compilePolicy([handbook]), compilePolicy([house], { packs: [lawPack(), site] }), compilePolicy([])];
const policy = fc.constantFrom(...policies);

const verdicts = ['eligible', 'needs-review', 'ineligible'];

const addsUp = ({ total, lines, unknownLines }: Refund): boolean =>
  total === null ? unknownLines.length > 0 : lines.reduce((sum, { amount }) => sum + amount.minor, 0) === total.minor;

const isKnownVerdict = (decision: ReturnDecision): boolean => verdicts.includes(decision.verdict);

describe('decide', () => {
  it('answers every valid case, always the same, equal after a JSON round trip, with lines that add up', () => {
    fc.assert(
      fc.property(policy, validFacts, (each, facts) => {
        const decision = decide(each, facts, at);
        expect(decision.reasons.map(({ code }) => code)).not.toContain('facts-invalid');
        expect(isKnownVerdict(decision)).toBe(true);
        expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
        expect(decide(each, facts, at)).toEqual(decision);
        expect([decision, ...decision.rights, ...decision.alternatives].every(({ refund }) => addsUp(refund))).toBe(true);
        expect(decision.deadlines.every(({ by, startsWhen }) => (by === null) === (startsWhen !== null))).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it('reads null as absent', () => {
    fc.assert(
      fc.property(policy, validFacts, (each, facts) => {
        const withNulls: CaseFacts = JSON.parse(
          JSON.stringify({ ...facts, remedy: null, agreed: null, order: { ...facts.order, incoterm: null, parcels: null } }),
        );
        expect(decide(each, withNulls, at)).toEqual(decide(each, facts, at));
      }),
      { numRuns: 300 },
    );
  });

  it('is certain only of what every way to fill an unknown agrees on', () => {
    fc.assert(
      fc.property(
        validFacts,
        fc.constantFrom([], ['sale'], ['gift']),
        fc.constantFrom('America/New_York', 'America/Chicago', 'Pacific/Honolulu'),
        (facts, tags, timeZone) => {
          const seller = {
            aftersale: 'policy/v1',
            id: 'shop',
            rules: [{ id: 'any', window: { days: 30 }, except: [{ id: 'sale', when: { tags: 'sale' }, exclude: 'sale' }] }],
          };
          const shop = compilePolicy([seller]);
          const { tags: _tags, ...item } = facts.item;
          const { timeZone: _timeZone, ...buyer } = facts.buyer;
          const vague = decide(shop, { ...facts, buyer: { ...buyer, country: 'US' }, item }, at);
          const told = decide(shop, { ...facts, buyer: { ...buyer, country: 'US', timeZone }, item: { ...item, tags } }, at);
          if (vague.verdict !== 'needs-review') expect(told.verdict).toBe(vague.verdict);
          if (vague.pays.return !== 'unknown' && told.verdict === vague.verdict) expect(told.pays.return).toBe(vague.pays.return);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(policy, fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }), (each, facts) => {
        const decision: ReturnDecision = Reflect.apply(decide, undefined, [each, facts, at]);
        expect(decision.verdict).toBe('needs-review');
        expect(decision.reasons).toMatchObject([{ code: 'facts-invalid' }]);
      }),
      { numRuns: 300 },
    );
  });

  it('nor on valid facts with one thing broken', () => {
    const paths = ['buyer', 'order', 'item', 'reason', 'seller', 'events', 'disclosures', 'requestedAt', 'rates'];
    fc.assert(
      fc.property(validFacts, fc.constantFrom(...paths), fc.anything(), (facts, path, value) => {
        const decision: ReturnDecision = Reflect.apply(decide, undefined, [policies[0], { ...facts, [path]: value }, at]);
        expect(isKnownVerdict(decision)).toBe(true);
        expect(JSON.parse(JSON.stringify(decision))).toEqual(decision);
      }),
      { numRuns: 300 },
    );
  });
});

describe('facts that make no sense', () => {
  const [first] = policies;
  it.each([
    ['a negative price', factsWith({ item: { price: { minor: -1, currency: 'EUR' } } }), 'item.price.minor'],
    ['an unknown country', factsWith({ buyer: { country: 'XX' } }), 'buyer.country'],
    ['an unknown site', factsWith({ marketplace: 'amazon', site: 'XX' }), 'site'],
    [
      'a delivery before the order',
      factsWith({ order: { placedAt: '2026-11-10', shippedAt: '2026-11-10' } }),
      'order.deliveredAt',
    ],
    ['a shipment before the order', factsWith({ order: { placedAt: '2026-10-31' } }), 'order.shippedAt'],
    [
      'a parcel delivered before it was sent',
      factsWith({ order: { deliveredAt: '2026-11-10', parcels: [{ shippedAt: '2026-11-05', deliveredAt: '2026-11-01' }] } }),
      'order.parcels.0.deliveredAt',
    ],
    ['goods back before they came', factsWith({ events: { goodsReturnedAt: '2026-10-30' } }), 'events.goodsReturnedAt'],
    ['a request before the order', factsWith({ requestedAt: '2026-10-20' }), 'requestedAt'],
    ['more units than were ordered', factsWith({ item: { quantity: 2 } }), 'item.quantity'],
    [
      'an amount no number holds',
      factsWith({ item: { price: { minor: Number.MAX_SAFE_INTEGER, currency: 'EUR' }, quantity: 2, quantityOrdered: 2 } }),
      'item.quantity',
    ],
    ['half a unit', factsWith({ item: { quantity: 0.5 } }), 'item.quantity'],
    ['a subdivision of another country', factsWith({ buyer: { subdivision: 'FR-75' } }), 'buyer.subdivision'],
    [
      'a seller’s subdivision of another country',
      factsWith({ seller: { country: 'DE', subdivision: 'FR-75' } }),
      'seller.subdivision',
    ],
    ['an unknown zone', factsWith({ buyer: { timeZone: 'Mars/Olympus' } }), 'buyer.timeZone'],
    ['a day that does not exist', factsWith({ requestedAt: '2026-02-30' }), 'requestedAt'],
    ['a time without a zone', factsWith({ requestedAt: '2026-11-05T10:00:00' }), 'requestedAt'],
    ['an unknown key', factsWith({ item: { colour: 'red' } }), 'item.colour'],
    ['a rate that is none', factsWith({ rates: { 'EUR/USD': '0' } }), 'rates.EUR/USD'],
    ['a pair that is none', factsWith({ rates: { EURUSD: '1.1' } }), 'rates.EURUSD'],
  ])('%s', (_name, facts, path) => {
    expect(decide(first!, facts, at)).toMatchObject({
      verdict: 'needs-review',
      reasons: [{ code: 'facts-invalid', path, right: null }],
      rights: [],
    });
  });

  it.each([
    ['an invented reason', { ...plainFacts, reason: 'because' }, 'reason'],
    ['no buyer', { ...plainFacts, buyer: undefined }, 'buyer'],
    ['a buyer without a country', { ...plainFacts, buyer: {} }, 'buyer.country'],
    ['a list for an object', { ...plainFacts, item: [] }, 'item'],
    ['a word for a list', { ...plainFacts, evidence: 'photo' }, 'evidence'],
    [
      'a getter that throws',
      Object.defineProperty({ ...plainFacts }, 'reason', {
        get: () => {
          throw new Error('no');
        },
        enumerable: true,
      }),
      '',
    ],
  ])('%s', (_name, facts, path) => {
    const decision: ReturnDecision = Reflect.apply(decide, undefined, [first, facts, at]);
    expect(decision.reasons).toEqual([{ code: 'facts-invalid', path, right: null }]);
  });

  it.each([undefined, null, {}, { at: 'yesterday' }, { at: 5 }])('`at` that is %o', (options) => {
    const decision: ReturnDecision = Reflect.apply(decide, undefined, [first, plainFacts, options]);
    expect(decision.reasons).toMatchObject([{ code: 'facts-invalid' }]);
  });

  it('one day of slack is for zones', () => {
    expect(
      decide(
        first!,
        factsWith({ order: { placedAt: '2026-11-03T08:00:00Z', shippedAt: '2026-11-02', deliveredAt: '2026-11-03' } }),
        at,
      ).rights,
    ).toHaveLength(1);
  });
});
