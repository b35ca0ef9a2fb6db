import { compilePolicy, decide, loadPacks, policyJsonSchema, PolicyDocumentError } from 'aftersale/policy';
import { selectPacks } from 'aftersale/policy/packs';
import { describe, expect, it } from 'vitest';
import { exchange } from '../../src/policy/rules/exchange.js';
import { settleRefund } from '../../src/policy/rules/refund-lines.js';
import { at, factsWith } from './sample-facts.js';
import { lawPack, rule, sitePack, withdrawal } from './sample-packs.js';

describe('packs', () => {
  it('are picked by the buyer’s country and the site', () => {
    const packs = [lawPack(), sitePack([]), lawPack({ id: 'law:US', countries: ['US-CA'] })];
    expect(selectPacks(packs, { countries: ['FR'] }).map(({ id }) => id)).toEqual(['law:EU']);
    expect(selectPacks(packs, { countries: ['US'], sites: ['amazon:DE'] }).map(({ id }) => id)).toEqual(['amazon:DE', 'law:US']);
    expect(selectPacks(packs, {})).toEqual([]);
  });

  it('are loaded as they are needed, with the holidays of those countries', async () => {
    const packs = await loadPacks({ countries: ['DE'], sites: ['amazon:DE'] });
    expect(packs.map(({ id }) => id)).toEqual(['law:EU', 'amazon:DE']);
    const calendars = packs.flatMap((pack) => pack.calendars ?? []);
    expect(new Set(calendars.map(({ id }) => id.slice(0, 2)))).toEqual(new Set(['DE']));
  });

  it('that are not there leave a warning', async () => {
    const packs = await loadPacks({ countries: ['AQ'], sites: ['amazon:AQ'] });
    expect(packs).toEqual([]);
    const facts = factsWith({ buyer: { country: 'AQ' }, marketplace: 'amazon', site: 'AQ' });
    const { warnings } = decide(compilePolicy([], { packs }), facts, at);
    expect(warnings.map(({ code }) => code)).toEqual(['law-not-loaded', 'marketplace-rules-not-loaded']);
  });

  it('whose rules contradict each other are refused like documents', () => {
    const clash = (id: string, category: string | null, days: number) =>
      rule({
        id,
        rights: ['withdrawal'],
        when: category === null ? { isInternational: true } : { category: [category] },
        terms: { window: { closes: { kind: 'span', amount: days, unit: 'months', from: 'delivered' } } },
      });
    const packs = [lawPack({ rules: [clash('toys', 'toys', 2), clash('abroad', null, 3)] })];
    expect(() => compilePolicy([], { packs })).toThrow(PolicyDocumentError);
    expect(() => compilePolicy([], { packs })).toThrow(
      "'abroad' and 'toys' both apply to toys, isInternational true and set window differently: 3 months from delivered, 2 months from delivered",
    );
  });

  it('with a rule that can never apply are a mistake of their author', () => {
    const never = { id: 'never', when: { country: ['JP'] }, terms: { exclude: 'x' } };
    expect(() => compilePolicy([], { packs: [lawPack({ rules: [{ ...withdrawal, except: [never] }] })] })).toThrow(RangeError);
  });

  it('given twice count once', () => {
    const pack = lawPack();
    expect(compilePolicy([], { packs: [pack, pack] }).sources[0]?.rules).toHaveLength(2);
  });
});

describe('money', () => {
  it.each([
    [{ minor: 200_000, currency: 'ILS' }, { 'ILS/EUR': '0.2451' }, 'EUR', 49_020],
    [{ minor: 1000, currency: 'JPY' }, { 'JPY/EUR': '0.0061' }, 'EUR', 610],
    [{ minor: 1999, currency: 'EUR' }, { 'EUR/JPY': '163.5' }, 'JPY', 3268],
    [{ minor: 1, currency: 'EUR' }, { 'EUR/USD': '0.5' }, 'USD', 1],
    [{ minor: 100, currency: 'EUR' }, undefined, 'EUR', 100],
    [{ minor: 100, currency: 'EUR' }, { 'USD/EUR': '1.1' }, 'USD', undefined],
    [{ minor: Number.MAX_SAFE_INTEGER, currency: 'EUR' }, { 'EUR/USD': '2' }, 'USD', undefined],
  ])('%o by %o is %s %s', (amount, rates, currency, minor) => {
    expect(exchange(amount, currency, rates)?.minor).toBe(minor);
  });

  it('lines are rounded one by one and still add up, by a line of their own', () => {
    const third = { kind: 'item', amount: 3333n * 3333n, cap: null, because: [] } as const;
    const fees = { kind: 'restocking', amount: -5000n, cap: null, because: [] } as const;
    const refund = settleRefund([third, fees], 'original-means', 'EUR');
    expect(refund.lines.map(({ kind, amount }) => [kind, amount.minor])).toEqual([
      ['item', 1111],
      ['restocking', -1],
    ]);
    const halves = settleRefund([fees, { ...fees, kind: 'use' }], 'original-means', 'EUR');
    expect(halves).toMatchObject({
      total: { minor: -1 },
      lines: [{ amount: { minor: -1 } }, { amount: { minor: -1 } }, { kind: 'rounding', amount: { minor: 1 } }],
    });
  });

  it('adds up at the edge of what numbers hold, and tells nothing beyond it', () => {
    const line = (kind: 'item' | 'outbound-shipping' | 'use', minor: number) =>
      ({ kind, amount: BigInt(minor) * 10_000n, cap: null, because: [] }) as const;
    const edge = [line('item', 5), line('outbound-shipping', Number.MAX_SAFE_INTEGER)];
    const held = settleRefund([...edge, line('use', -5)], 'original-means', 'EUR');
    expect([held.total?.minor, held.lines.map(({ kind }) => kind)]).toEqual([
      Number.MAX_SAFE_INTEGER,
      ['item', 'outbound-shipping', 'use'],
    ]);
    const beyond = settleRefund(edge, 'original-means', 'EUR');
    expect([beyond.total, beyond.lines.map(({ kind }) => kind)]).toEqual([null, ['item', 'outbound-shipping']]);
  });

  const shop = (refund: object) =>
    compilePolicy([
      {
        aftersale: 'policy/v1',
        id: 'shop',
        rules: [
          {
            id: 'any',
            window: { days: 30 },
            pays: { outbound: 'buyer', return: 'buyer' },
            refund: { item: '100%', form: 'original-means', ...refund },
          },
        ],
      },
    ]);
  const totalOf = (refund: object, changes: Parameters<typeof factsWith>[0]) =>
    decide(shop(refund), factsWith(changes), at).refund;

  it.each([
    ['a share', { kind: 'restocking', percent: '5%' }, 199_900, -9995],
    ['a share below its cap', { kind: 'restocking', percent: '5%', cap: '100.00 EUR' }, 199_900, -9995],
    ['a share at its cap', { kind: 'restocking', percent: '5%', cap: '100.00 EUR' }, 200_000, -10_000],
    ['a share above its cap', { kind: 'restocking', percent: '5%', cap: '100.00 EUR' }, 300_000, -10_000],
    ['a fixed fee', { kind: 'fixed-fee', amount: '3.00 EUR' }, 8000, -300],
    ['never more than the goods', { kind: 'fixed-fee', amount: '3.00 EUR' }, 200, -200],
  ])('%s', (_name, fee, minor, expected) => {
    const { lines, total } = totalOf({ fees: [fee] }, { item: { price: { minor, currency: 'EUR' } } });
    expect(lines[1]?.amount.minor).toBe(expected);
    expect(total?.minor).toBe(minor + expected);
  });

  it('of a cap in another currency is known only with a rate', () => {
    const refund = { fees: [{ kind: 'restocking', percent: '5%', cap: '100.00 ILS' }] };
    const item = { price: { minor: 300_000, currency: 'EUR' } };
    expect(totalOf(refund, { item })).toMatchObject({ total: null, unknownLines: ['restocking'] });
    expect(totalOf(refund, { item, rates: { 'ILS/EUR': '0.25' } })).toMatchObject({ total: { minor: 297_500 } });
  });

  it('of the way back is taken where a fee says so, and asked for when unknown', () => {
    const refund = { fees: [{ kind: 'return-shipping' }] };
    expect(totalOf(refund, { returnShipping: { cost: { minor: 550, currency: 'EUR' } } }).total?.minor).toBe(7450);
    expect(totalOf(refund, {}).unknownLines).toEqual(['return-shipping']);
  });

  it('of tax comes back with the goods, of a partial return it is not known', () => {
    expect(totalOf({}, { order: { taxPaid: { minor: 700, currency: 'EUR' } } }).lines.map(({ kind }) => kind)).toEqual([
      'item',
      'tax',
    ]);
    expect(totalOf({}, { order: { taxPaid: { minor: 700, currency: 'EUR' }, isWhole: false } }).unknownLines).toEqual(['tax']);
  });

  it('of the first delivery: none, cheapest, full, unknown', () => {
    const shipping = { paid: { minor: 900, currency: 'EUR' }, cheapestStandard: { minor: 490, currency: 'EUR' } };
    const outbound = (scope: string, order: object) => {
      const policy = compilePolicy([
        {
          aftersale: 'policy/v1',
          id: 'shop',
          rules: [{ id: 'any', window: { days: 30 }, refund: { item: '100%', outbound: scope } }],
        },
      ]);
      return decide(policy, factsWith({ order }), at).refund.total?.minor;
    };
    expect([outbound('none', { shipping }), outbound('cheapest', { shipping }), outbound('full', { shipping })]).toEqual([
      8000, 8490, 8900,
    ]);
    expect(outbound('cheapest', { shipping: { paid: shipping.paid } })).toBeUndefined();
    expect(outbound('cheapest', { shipping: { paid: shipping.paid }, deliveryMode: 'standard' })).toBe(8900);
    expect(outbound('full', { shipping, isWhole: false })).toBeUndefined();
    expect(outbound('full', { shipping: undefined })).toBeUndefined();
  });
});

describe('liability', () => {
  const policy = compilePolicy([]);
  it.each([
    [{ reason: 'no-reason' }, 'buyer'],
    [{ reason: 'defective' }, 'seller'],
    [{ reason: 'quality-below-expectation' }, 'unknown'],
    [{ reason: 'quality-below-expectation', hasSellerFault: true }, 'seller'],
    [{ reason: 'customs-hold' }, 'unknown'],
    [{ reason: 'customs-hold', order: { incoterm: 'DDP' } }, 'seller'],
    [{ reason: 'customs-hold', order: { incoterm: 'DAP' } }, 'buyer'],
    [{ reason: 'customs-refused-or-duty-unpaid' }, 'buyer'],
    [{ reason: 'customs-refused-or-duty-unpaid', order: { incoterm: 'DDP' } }, 'seller'],
  ] as const)('%o: %s', (changes, liable) => {
    expect(decide(policy, factsWith(changes), at).liable).toBe(liable);
  });
});

describe('the JSON Schema of the document', () => {
  it('is strict and knows the words', async () => {
    const schema = JSON.stringify(await policyJsonSchema());
    expect(schema).toContain('"additionalProperties":false');
    expect(schema).toContain('"goods-returned"');
    expect(schema).toContain('"policy/v1"');
  });
});
