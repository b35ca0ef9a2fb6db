import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFakeClock, type FakeClock } from 'aftersale/testing';
import { createClient, InvalidInputError, NotFoundError, toCaseId, toInstant } from 'aftersale';
import { openLiveAmazon, readPages, type LiveAmazon, type LiveSettings } from './live-amazon.js';

let clock: FakeClock;
let live: LiveAmazon;

const open = async (settings: Partial<LiveSettings> = {}): Promise<void> => {
  live = await openLiveAmazon({ clock, ...settings });
};

beforeEach(() => {
  clock = createFakeClock({ startAt: '2026-11-21T00:00:00Z', autoAdvance: true });
});
afterEach(() => live.close());

const reportsMade = (): number => live.sentTo('/reports/2021-06-30/reports', 'POST');

describe('listing', () => {
  test('tells every return of every source once, and money without a return as a claim or chargeback', async () => {
    await open();
    const found = (await readPages(live.adapter.cases.list().byPage())).flatMap(({ items }) => items);
    const names = found.map(({ order, items }) => `${order.id} ${items[0]?.sku ?? ''}`);
    expect(live.snapshots().filter(({ orderId, sku }) => !names.includes(`${orderId} ${sku}`))).toEqual([]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    expect(
      found
        .filter(({ kind }) => kind === 'claim' || kind === 'chargeback')
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['chargeback', 'claim']);
  });

  test('costs two reports, and none again within a quarter of an hour', async () => {
    await open();
    await readPages(live.adapter.cases.list().byPage());
    const made = reportsMade();
    expect(made).toBe(2);
    await readPages(live.adapter.cases.list({ open: true }).byPage());
    expect(reportsMade()).toBe(made);
    await live.sandbox.advance(3_600_000);
    await readPages(live.adapter.cases.list().byPage());
    expect(reportsMade()).toBe(made + 2);
    expect(await live.adapter.native.refresh({ sources: ['seller-returns'] })).toEqual([]);
    expect(reportsMade()).toBe(made + 3);
  });

  test('reads the reports in XML too when they are named, and makes no other case of what they say again', async () => {
    await open();
    const idsOf = async () =>
      (await readPages(live.adapter.cases.list().byPage())).flatMap(({ items }) => items.map(({ id }) => id));
    const before = await idsOf();
    const sources = ['seller-returns-xml', 'prime-returns'] as const;
    expect(await live.adapter.native.refresh({ sources })).toEqual([]);
    expect((await idsOf()).sort()).toEqual([...before].sort());
  });

  test('tells the others when a source fails', async () => {
    await open({ settings: { maxRetries: 0 } });
    live.sandbox.faults.add({ kind: 'server-error', operation: 'listFinancialEvents', times: 1 });
    const pages = await readPages(live.adapter.cases.list().byPage());
    expect(pages.flatMap(({ failures }) => failures.map(({ error }) => error.code))).toEqual(['unavailable']);
    expect(pages.flatMap(({ items }) => items).length).toBeGreaterThan(20);
  });

  test('refuses a filter that is none', async () => {
    await open();
    const misspelt = { opened: toInstant(0) };
    expect(() => live.adapter.cases.list(misspelt as object)).toThrow(InvalidInputError);
  });
});

describe('getting', () => {
  test('finds a case that the store does not know, by the day in its id', async () => {
    await open();
    const wanted = live.snapshots().find(({ scenario }) => scenario === 'delivered')!;
    const nativeId = `${wanted.orderId}/${wanted.sku}/${toInstant(Date.parse(wanted.requestedAt) - 8 * 3_600_000).slice(0, 10)}`;
    const id = toCaseId({ marketplace: 'amazon', environment: 'sandbox', sellerId: live.adapter.sellerId, nativeId });
    expect(await live.adapter.cases.get(id)).toMatchObject({ id, phase: 'inspection', order: { id: wanted.orderId } });
  });

  test('takes an alias, refuses the id of another seller, and knows what it does not know', async () => {
    await open();
    const pages = await readPages(live.adapter.cases.list().byPage());
    const joined = pages.flatMap(({ items }) => items).find(({ aliases = [] }) => aliases.length > 0)!;
    expect((await live.adapter.cases.get(joined.aliases![0]!)).id).toBe(joined.id);
    const sent = live.sandbox.requests().length;
    const parts = { marketplace: 'amazon', environment: 'sandbox', sellerId: 'A9OTHER', nativeId: '1/2/2026-11-01' } as const;
    await expect(live.adapter.cases.get(toCaseId(parts))).rejects.toSatisfy(InvalidInputError.isInstance);
    expect(live.sandbox.requests().length).toBe(sent);
    const unknown = toCaseId({ ...parts, sellerId: live.adapter.sellerId, nativeId: 'no-such-thing' });
    await expect(live.adapter.cases.get(unknown)).rejects.toSatisfy(NotFoundError.isInstance);
  });
});

test('the inbox of a client shows the open cases, none of them with a deadline of its own', async () => {
  await open({ cases: 10 });
  const client = createClient({ accounts: { us: live.adapter } });
  const { entries, withoutDeadline, failures } = await client.inbox();
  expect([entries.length, failures]).toEqual([0, []]);
  expect(withoutDeadline.length).toBeGreaterThan(3);
});
