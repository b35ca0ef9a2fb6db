/**
 * Unit tests of your own after-sales code, without network, secrets or waiting.
 *
 * The memory marketplace keeps the same promises as a real adapter: it refuses what has changed, lets deadlines pass, loses answers
 * on demand, and counts the money.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareMoney, fingerprintOf, money, requireOperation, type MarketplaceAdapter, type Money } from 'aftersale';
import { createMemoryAdapter } from 'aftersale/marketplaces/memory';

/** The code under test: grants small refunds at once, and never sends a second time what may have been done. */
const grantSmallRefunds = async (adapter: MarketplaceAdapter, limit: Money): Promise<void> => {
  const accept = requireOperation(adapter, 'accept');
  const settle = requireOperation(adapter, 'settle');
  for await (const { id } of adapter.cases.list({ phase: 'requested' })) {
    const found = await adapter.cases.get(id);
    const { remedy, amount, goods } = found.requested;
    if (amount === undefined || goods !== 'kept-by-buyer' || compareMoney(amount, limit) > 0) continue;
    const receipt = await accept(id, { expected: { remedy, amount, goods } }, { seen: fingerprintOf(found) });
    if (receipt.state === 'uncertain') await settle(receipt.attempt);
  }
};

const limit = money(2000, 'USD');

void test('a small refund is granted, a large one is left to a person', async () => {
  const shop = createMemoryAdapter();
  const small = shop.native.open({ amount: money(1500, 'USD') });
  shop.native.open({ amount: money(90_000, 'USD') });
  await grantSmallRefunds(shop, limit);
  assert.deepEqual(
    shop.native.ledger().map(({ caseId }) => caseId),
    [small],
  );
});

void test('an answer that is lost does not pay twice', async () => {
  const shop = createMemoryAdapter();
  shop.native.open({ amount: money(1500, 'USD') });
  shop.native.failNext({ operation: 'accept', with: 'lost-response' });
  await grantSmallRefunds(shop, limit);
  await grantSmallRefunds(shop, limit);
  assert.equal(shop.native.ledger().length, 1);
});

void test('silence past the deadline pays the buyer', async () => {
  const shop = createMemoryAdapter();
  const id = shop.native.open({ amount: money(90_000, 'USD') });
  await shop.native.advance(3 * 86_400_000);
  assert.equal((await shop.cases.get(id)).outcome, 'refunded');
});
