import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinKept, toCivilDate, toInstant, toKept, type KeptObservation, type Observation } from 'aftersale';
import { joinGroup } from '../../../../src/marketplaces/amazon/merge/join.js';
import { observeTransaction } from '../../../../src/marketplaces/amazon/merge/observe-transactions.js';
import type { JoinedCase } from '../../../../src/marketplaces/amazon/merge/joined-case.js';
import { externalReturn, fbaReturn, moneyEvent, orderId, safeTEvent, sellerReturn, transaction } from '../sample-facts.js';

const zone = 'America/Los_Angeles';
const own = `${orderId}/MUG%20BLUE%2F2`;
const day = (count: number) => toInstant(Date.UTC(2026, 10, 1 + count));

const keep = (observations: readonly Observation[]): readonly KeptObservation[] => {
  const kept = new Map<string, KeptObservation>();
  for (const observation of observations) {
    const [known, found] = [kept.get(observation.key), toKept(observation)];
    kept.set(observation.key, known === undefined ? found : joinKept(known, found));
  }
  return [...kept.values()];
};

const join = (...observations: readonly (readonly Observation[])[]): readonly JoinedCase[] =>
  joinGroup(keep(observations.flat()), zone);

const counts = ({ sellerReturns, externalReturns, fbaReturns, money }: JoinedCase) => [
  sellerReturns.length,
  externalReturns.length,
  fbaReturns.length,
  money.length,
];

describe('a return that several sources tell of', () => {
  test('is one case under the id that was seen first; the other ids are its aliases', () => {
    const rma = 'DabcdefghRRMA';
    const [found, ...rest] = join(
      externalReturn({}, day(3)),
      sellerReturn({ rmaId: rma }, day(4)),
      sellerReturn({ source: 'seller-returns-xml', rmaId: rma }, day(5)),
      moneyEvent('RefundEventList', {}, day(13)),
    );
    expect(rest).toEqual([]);
    expect(counts(found!)).toEqual([2, 1, 0, 1]);
    expect(found).toMatchObject({
      nativeId: `${own}/2026-11-03`,
      aliases: [`${own}/2026-11-01`, `${own}/2026-11-12/refund`],
    });
  });

  test('is two cases until a source names both: the one seen later becomes an alias', () => {
    const before = join(sellerReturn({}, day(1)), externalReturn({}, day(3)));
    expect(before.map(({ nativeId }) => nativeId)).toEqual([`${own}/2026-11-03`, `${own}/2026-11-01`]);
    const after = join(sellerReturn({}, day(1)), externalReturn({}, day(3)), sellerReturn({ rmaId: 'DabcdefghRRMA' }, day(4)));
    expect(after).toMatchObject([{ nativeId: `${own}/2026-11-01`, aliases: [`${own}/2026-11-03`] }]);
    expect(after[0]!.sellerReturns.map(({ rmaId }) => rmaId)).toEqual(['DabcdefghRRMA']);
  });

  test('is known by the day in either zone where it has no number', () => {
    const at = toInstant('2026-11-02T03:00:00Z');
    const xml = sellerReturn({ source: 'seller-returns-xml', requestedAt: { date: toCivilDate('2026-11-02'), at } });
    expect(join(sellerReturn(), xml)).toHaveLength(1);
  });

  test('is another one on another day, of other goods, and of another order', () => {
    const others = [{ requestedAt: { date: toCivilDate('2026-11-05') } }, { sku: 'OTHER', asin: 'B0OTHER' }];
    expect(join(sellerReturn(), ...others.map((change) => sellerReturn(change)))).toHaveLength(3);
  });

  test('keeps both numbers where the same goods come back twice on a day', () => {
    const [found] = join(sellerReturn({ rmaId: 'D1RRMA' }), sellerReturn({ rmaId: 'D2RRMA' }));
    expect(found!.sellerReturns.map(({ rmaId }) => rmaId)).toEqual(['D1RRMA', 'D2RRMA']);
  });

  test('counts each unit that a warehouse has received', () => {
    const [found, ...rest] = join(fbaReturn(), fbaReturn({ licensePlate: 'LPN2' }), fbaReturn());
    expect([rest.length, found!.fbaReturns.length]).toEqual([0, 2]);
  });
});

describe('money', () => {
  test('of the only return it can be of belongs to that case, also when it was seen first', () => {
    const [found, ...rest] = join(moneyEvent('GuaranteeClaimEventList', {}, day(1)), sellerReturn({}, day(20)));
    expect(rest).toEqual([]);
    expect(found).toMatchObject({ nativeId: `${own}/2026-11-12/guarantee-claim`, aliases: [`${own}/2026-11-01`] });
  });

  test.each([
    ['GuaranteeClaimEventList', 'guarantee-claim'],
    ['ChargebackEventList', 'chargeback'],
    ['RefundEventList', 'refund'],
  ] as const)('of no single return is a case of its own: %s', (list, type) => {
    expect(join(moneyEvent(list))).toMatchObject([{ nativeId: `${own}/2026-11-12/${type}`, sellerReturns: [] }]);
    const two = [sellerReturn(), sellerReturn({ requestedAt: { date: toCivilDate('2026-11-05') } })];
    expect(join(...two, moneyEvent(list)).map(counts)).toEqual([
      [1, 0, 0, 0],
      [1, 0, 0, 0],
      [0, 0, 0, 1],
    ]);
  });

  test('does not belong to a return that was asked for after it was paid', () => {
    const later = sellerReturn({ requestedAt: { date: toCivilDate('2026-11-16') } });
    expect(join(later, moneyEvent('RefundEventList'))).toHaveLength(2);
    expect(join(sellerReturn(), later, moneyEvent('RefundEventList')).map(counts)).toEqual([
      [1, 0, 0, 1],
      [1, 0, 0, 0],
    ]);
  });

  test('is counted once though both APIs tell of it, by the one that names its parts', () => {
    const [found] = join(sellerReturn(), transaction(), moneyEvent('RefundEventList'));
    expect(found!.money).toMatchObject([{ source: 'finances-v0', amount: { minor: 1250, currency: 'USD' }, state: 'paid' }]);
  });

  const newer = (items: object[], amount = -12.5): readonly Observation[] =>
    observeTransaction(
      {
        transactionType: 'Refund',
        transactionStatus: 'RELEASED',
        postedDate: '2026-11-12T08:00:00Z',
        relatedIdentifiers: [{ relatedIdentifierName: 'ORDER_ID', relatedIdentifierValue: orderId }],
        items,
        breakdowns: [{ breakdownType: 'ProductCharges', breakdownAmount: { currencyCode: 'USD', currencyAmount: amount } }],
      },
      day(14),
    );
  const part = (context: object) => ({
    relatedIdentifiers: [{ itemRelatedIdentifierName: 'ORDER_ADJUSTMENT_ITEM_ID', itemRelatedIdentifierValue: 'adj-1' }],
    contexts: [{ contextType: 'ProductContext', ...context }],
    breakdowns: [{ breakdownType: 'ProductCharges', breakdownAmount: { currencyCode: 'USD', currencyAmount: -12.5 } }],
  });
  const oneClaim = moneyEvent('GuaranteeClaimEventList');
  const twoItems = [
    ...moneyEvent('RefundEventList', { amount: -7.5 }),
    ...moneyEvent('RefundEventList', { sku: 'LID', amount: -5, adjustmentId: 'adj-2' }),
  ];
  test.each([
    ['names the goods by another number', oneClaim, newer([part({ asin: 'B0MUG00001' })]), 1],
    ['calls a claim a refund', oneClaim, newer([part({ sku: 'MUG BLUE/2' })]), 1],
    [
      'calls a claim a refund and gives it no number',
      oneClaim,
      newer([{ ...part({ sku: 'MUG BLUE/2' }), relatedIdentifiers: [] }]),
      1,
    ],
    ['tells two items in one sum', twoItems, newer([]), 2],
  ])('is counted once where the newer API %s', (_what, older, told, wanted) => {
    for (const observations of [
      [older, told],
      [told, older],
    ]) {
      const cases = join(...observations);
      expect(cases).toHaveLength(wanted);
      expect(cases.flatMap(({ money }) => money).every(({ source }) => source === 'finances-v0')).toBe(true);
      expect(cases.flatMap(({ money }) => money).reduce((sum, { amount }) => sum + (amount?.minor ?? 0), 0)).toBe(1250);
    }
  });

  test('that is held back is told by the newer API alone, and by the older one once it is released', () => {
    const held = transaction({ status: 'DEFERRED', adjustmentId: 'adj-2', amount: -3 });
    const [found] = join(sellerReturn(), moneyEvent('RefundEventList'), transaction(), held);
    expect(found!.money).toMatchObject([
      { source: 'finances-v0', state: 'paid' },
      { source: 'finances', state: 'agreed', amount: { minor: 300 } },
    ]);
  });

  test('of a SAFE-T claim belongs to the return that names the claim', () => {
    const claimId = '12345-12345-1234567';
    const [found, ...rest] = join(sellerReturn({ safeT: { claimId } }), safeTEvent(claimId));
    expect([rest.length, found!.money.length]).toEqual([0, 1]);
    expect(found!.money[0]!.amount).toEqual({ minor: -999, currency: 'USD' });
    expect(join(sellerReturn({ safeT: { claimId: 'another' } }), safeTEvent(claimId))).toHaveLength(2);
  });
});

describe('any observations of an order', () => {
  const rmas = [undefined, 'D1RRMA', 'D2RRMA'];
  const skus = ['A', 'B', 'C'];
  const days = fc.integer({ min: 0, max: 6 });
  const seen = fc.integer({ min: 0, max: 9 }).map((count) => day(count));
  const rma = fc.constantFrom(...rmas);
  const anySku = fc.constantFrom(...skus);
  const numbered = (rmaId: string | undefined) => (rmaId === undefined ? {} : { rmaId });
  const sellerRows = fc
    .tuple(days, anySku, rma, seen, fc.constantFrom('Approved', 'Closed'))
    .map(([count, sku, rmaId, at, status]) =>
      sellerReturn({ requestedAt: { date: toCivilDate(day(count).slice(0, 10)) }, sku, status, ...numbered(rmaId) }, at),
    );
  const externals = fc.tuple(days, anySku, rma, seen, fc.constantFrom('e1', 'e2')).map(([count, sku, rmaId, at, id]) =>
    externalReturn(
      {
        id: `${id}-${sku}-${count}`,
        creationDateTime: day(count),
        returnMetadata: { returnReason: 'x', ...numbered(rmaId) },
        marketplaceChannelDetails: { customerOrderId: orderId, channelSku: sku },
      },
      at,
    ),
  );
  const lists = fc.constantFrom('RefundEventList', 'GuaranteeClaimEventList', 'ChargebackEventList');
  const events = fc
    .tuple(lists, days, anySku, seen, fc.constantFrom('1', '2', '3'))
    .map(([list, count, sku, at, adjustmentId]) => moneyEvent(list, { postedAt: day(count), sku, adjustmentId }, at));
  const observations = fc
    .array(fc.oneof(sellerRows, externals, events), { minLength: 1, maxLength: 12 })
    .map((parts) => parts.flat());
  const shown = (cases: readonly JoinedCase[]) => new Map(cases.map((found) => [found.nativeId, { ...found }]));

  test('give the same cases with the same ids in any order and however often each is told', () => {
    fc.assert(
      fc.property(observations, fc.array(fc.nat(), { maxLength: 10 }), (told, picks) => {
        const again = [...picks.map((pick) => told[pick % told.length]!), ...told].reverse();
        expect(shown(joinGroup(keep(again), zone))).toEqual(shown(joinGroup(keep(told), zone)));
      }),
      { numRuns: 150 },
    );
  });

  test('are each in exactly one case, and no id names two', () => {
    fc.assert(
      fc.property(observations, (told) => {
        const [kept, cases] = [keep(told), joinGroup(keep(told), zone)];
        const placed = cases.flatMap((found) => found.observations.map(({ key }) => key));
        expect([...placed].sort()).toEqual(kept.map(({ key }) => key).sort());
        const names = cases.flatMap(({ nativeId, aliases }) => [nativeId, ...aliases]);
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: 150 },
    );
  });
});
