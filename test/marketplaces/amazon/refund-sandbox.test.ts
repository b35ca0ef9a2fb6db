import nock from 'nock';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createFakeClock } from 'aftersale/testing';
import type { Case, Refund, WriteAttempt } from 'aftersale';
import { openLiveAmazon, type LiveAmazon } from './live-amazon.js';

beforeAll(() => {
  nock.enableNetConnect('127.0.0.1');
});

let live: LiveAmazon | undefined;
afterEach(async () => {
  await live?.close();
  live = undefined;
});

const hour = 3_600_000;

const start = async (): Promise<LiveAmazon> => {
  live = await openLiveAmazon({ clock: createFakeClock({ startAt: '2026-11-01T12:00:00Z', autoAdvance: true }), cases: 40 });
  return live;
};

/** The first case of the list that offers a refund now. */
const refundable = async ({ adapter, snapshots }: LiveAmazon): Promise<Case> => {
  const fresh = new Set(
    snapshots()
      .filter(({ source, refunded }) => source === 'seller-fulfilled' && refunded.minor === 0)
      .map(({ orderId }) => orderId),
  );
  for await (const summary of adapter.cases.list()) {
    if (!fresh.has(summary.order.id)) continue;
    const found = await adapter.cases.get(summary.id);
    if (found.actions.some(({ operation }) => operation === 'refund')) return found;
  }
  throw new Error('no case can be refunded');
};

const refundOf = ({ items }: Case, minor: number): Refund => ({
  reason: 'defective',
  lines: items.slice(0, 1).map(({ id }) => ({ itemId: id, parts: [{ component: 'item', amount: { minor, currency: 'USD' } }] })),
});

describe('against the emulated Amazon', () => {
  test('a refund is one feed, and applied once Finances shows its money', async () => {
    const amazon = await start();
    const found = await refundable(amazon);
    const attempts: WriteAttempt[] = [];
    const receipt = await amazon.adapter.cases.refund(found.id, refundOf(found, 500), {
      onAttempt: (attempt) => void attempts.push(attempt),
    });
    expect(receipt.state).toBe('pending');
    const attempt = attempts[0]!;
    // Another process, after a restart: only the store and the journal are left.
    const later = amazon.open();
    let settlement = await later.cases.settle(attempt);
    for (let tries = 0; tries < 40 && settlement.state !== 'applied' && settlement.state !== 'not-applied'; tries += 1) {
      await amazon.sandbox.advance(2 * hour);
      settlement = await later.cases.settle(attempt);
    }
    expect(settlement).toMatchObject({ state: 'applied' });
    later.native.close();
    expect(amazon.sentTo('/feeds/2021-06-30/feeds', 'POST')).toBe(1);
    const paid = amazon.sandbox.marketplaces.amazon.moneyEvents().filter(({ cause }) => cause.includes('feed'));
    expect(paid.filter(({ orderId }) => orderId === found.order.id)).toHaveLength(1);
  }, 30_000);

  test('a message reaches the buyer', async () => {
    const amazon = await start();
    for await (const summary of amazon.adapter.cases.list()) {
      const found = await amazon.adapter.cases.get(summary.id);
      if (!found.actions.some(({ operation }) => operation === 'message')) continue;
      if (!(await amazon.adapter.native.messages.kinds(found.order.id)).includes('unexpectedProblem')) continue;
      await amazon.adapter.cases.message(found.id, { text: 'Your refund is on its way.' });
      expect(amazon.sandbox.marketplaces.amazon.messages()).toMatchObject([
        { orderId: found.order.id, kind: 'unexpectedProblem', text: 'Your refund is on its way.' },
      ]);
      return;
    }
    throw new Error('no case takes a message');
  }, 30_000);

  test('a return of an order that Amazon shipped for another shop is made', async () => {
    const amazon = await start();
    const { fulfillmentReturns } = amazon.adapter.native;
    const [order] = amazon.sandbox.marketplaces.amazon.fulfillmentOrders();
    const { sellerFulfillmentOrderId, sellerFulfillmentOrderItemId, amazonShipmentId, sku } = order!;
    const [reason] = await fulfillmentReturns.reasons({ sellerSku: sku, sellerFulfillmentOrderId });
    const item = { sellerReturnItemId: 'r-1', sellerFulfillmentOrderItemId, amazonShipmentId, returnReasonCode: reason!.code };
    await expect(fulfillmentReturns.create({ sellerFulfillmentOrderId, items: [item] })).resolves.toMatchObject({
      state: 'done',
      value: { items: [{ sellerReturnItemId: 'r-1', status: 'New' }], refused: [] },
    });
    await expect(fulfillmentReturns.get(sellerFulfillmentOrderId)).resolves.toMatchObject({
      items: [{ sellerReturnItemId: 'r-1' }],
    });
  });
});
