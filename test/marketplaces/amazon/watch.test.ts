import { afterEach, expect, test } from 'vitest';
import { createFakeClock } from 'aftersale/testing';
import { createClient, createMemoryCaseStore, toCivilDate, toInstant, type CaseChange } from 'aftersale';
import { observeSellerReturn } from '../../../src/marketplaces/amazon/merge/observe-returns.js';
import { openLiveAmazon, type LiveAmazon } from './live-amazon.js';

const day = 24 * 3_600_000;

let live: LiveAmazon | undefined;
afterEach(() => live?.close());

test('a key that comes late makes one case of two that the watch has told, and it tells so', async () => {
  const clock = createFakeClock({ startAt: '2026-11-21T00:00:00Z', autoAdvance: true });
  const caseStore = createMemoryCaseStore();
  live = await openLiveAmazon({ clock, settings: { caseStore } });
  const { adapter, snapshots } = live;
  const { orderId, sku, requestedAt, rmaId } = snapshots().find(({ scenario }) => scenario === 'in-transit')!;
  const account = `amazon:sandbox:${adapter.sellerId}`;
  const date = toCivilDate(toInstant(Date.parse(requestedAt) - 3 * day).slice(0, 10));
  const row = {
    source: 'prime-returns',
    orderId,
    requestedAt: { date },
    status: 'Approved',
    sku,
    quantity: 1,
    returnType: 'C-Returns',
  } as const;
  const [seen] = observeSellerReturn(row, toInstant(clock.now()));
  await caseStore.add(account, [seen!]);

  const controller = new AbortController();
  const changes: CaseChange[] = [];
  const client = createClient({ accounts: { us: adapter }, clock });
  for await (const change of client.watch({ signal: controller.signal, intervalInMs: 3_600_000 })) {
    changes.push(change);
    const ofOrder = changes.filter((told) => told.change !== 'merged' && told.case.order.id === orderId);
    // Once both are told, the number of the return that they share becomes known.
    if (ofOrder.length === 2)
      await caseStore.add(account, observeSellerReturn({ ...row, rmaId: rmaId! }, toInstant(clock.now())));
    if (change.change === 'merged') break;
  }
  controller.abort();
  const merged = changes.at(-1)!;
  const ids = changes.filter((told) => told.change === 'opened' && told.case.order.id === orderId).map((told) => told.case.id);
  expect(ids).toHaveLength(2);
  expect(merged).toMatchObject({ change: 'merged', case: { order: { id: orderId } } });
  expect(merged.change === 'merged' ? [merged.from, merged.into].sort() : []).toEqual([...ids].sort());
  expect(Object.keys(merged.checkpoint.accounts['us']!.known).filter((id) => ids.some((told) => told === id))).toHaveLength(1);
}, 30_000);
