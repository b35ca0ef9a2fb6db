import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { caseOf, connect, currentOf, day, decimal, hour, refundFeed, startAmazon, submitFeed } from '../amazon-client.js';

/** Moves the time to `milliseconds` past an instant. */
const pass = (sandbox: Sandbox, instant: string | undefined, milliseconds: number): Promise<void> =>
  sandbox.advance(Date.parse(instant ?? '') - sandbox.clock.now() + milliseconds);

describe('a return’s life', () => {
  it('goes from the request over the label and the carrier to Amazon’s refund, if the seller is silent', async () => {
    const sandbox = await startAmazon();
    const wanted = caseOf(sandbox, 'pending-approval');
    expect(wanted).toMatchObject({ status: 'PendingApproval', refunded: { minor: 0 } });
    expect(wanted).not.toHaveProperty('rmaId');
    await pass(sandbox, wanted.requestedAt, 30 * hour);
    expect(currentOf(sandbox, wanted)).toMatchObject({ status: 'Approved', rmaId: expect.stringMatching(/^D\w{8}RRMA$/) });
    await sandbox.advance(6 * day);
    const delivered = currentOf(sandbox, wanted);
    expect(delivered.deliveredAt).toBeDefined();
    await sandbox.advance(4 * day);
    expect(currentOf(sandbox, wanted)).toMatchObject({ status: 'Closed', refundedBy: 'amazon', refunded: wanted.paid });
    const entries = sandbox.ledger().entries.filter(({ caseId }) => caseId === `${wanted.orderId}/${wanted.orderItemId}`);
    expect(entries).toEqual([expect.objectContaining({ cause: 'silence', amount: wanted.paid })]);
  });

  it('leaves the seller two business days after the delivery, to the last second', async () => {
    const sandbox = await startAmazon();
    const wanted = caseOf(sandbox, 'delivered');
    // Delivered on a Sunday: Monday and Tuesday count.
    expect([wanted.deliveredAt?.slice(0, 10), wanted.refundDueAt?.slice(0, 10)]).toEqual(['2026-11-01', '2026-11-03']);
    await pass(sandbox, wanted.refundDueAt, 0);
    expect(currentOf(sandbox, wanted).status).toBe('Approved');
    await pass(sandbox, wanted.refundDueAt, 1000);
    expect(currentOf(sandbox, wanted)).toMatchObject({ status: 'Closed', refundedBy: 'amazon' });
  });

  it('is not refunded twice when the seller was in time', async () => {
    const sandbox = await startAmazon();
    const wanted = caseOf(sandbox, 'delivered');
    await submitFeed(
      sandbox,
      refundFeed(wanted.orderId, [{ orderItemId: wanted.orderItemId, amounts: { Principal: decimal(100) } }]),
    );
    await sandbox.advance(30 * day);
    expect(sandbox.ledger().refunds[`${wanted.orderId}/${wanted.orderItemId}`]).toMatchObject({
      count: 1,
      amount: { minor: 100 },
    });
  });

  it('loses an A-to-z claim that nobody answers, three days after it was opened', async () => {
    const sandbox = await startAmazon();
    const wanted = caseOf(sandbox, 'claimed');
    expect(wanted.claim).toBe('open');
    await pass(sandbox, wanted.requestedAt, (48 + 72) * hour);
    expect(currentOf(sandbox, wanted)).toMatchObject({
      claim: 'granted',
      status: 'Closed',
      refundedBy: 'claim',
      refunded: wanted.paid,
    });
    expect(sandbox.marketplaces.amazon.ledger().entries.map(({ cause }) => cause)).toContain('a-to-z');
  });

  it('wins the claim by refunding in full before it is decided, and pays once', async () => {
    const sandbox = await startAmazon();
    const wanted = caseOf(sandbox, 'claimed');
    const { body } = await connect(sandbox).get(`/orders/2026-01-01/orders/${wanted.orderId}`, { includedData: 'PROCEEDS' });
    const parts = body.order.orderItems[0].proceeds.breakdowns as { type: string; subtotal: { amount: string } }[];
    const components: Readonly<Record<string, string>> = { ITEM: 'Principal', SHIPPING: 'Shipping', TAX: 'Tax' };
    const amounts = Object.fromEntries(parts.map(({ type, subtotal }) => [components[type] ?? type, subtotal.amount]));
    const line = { orderItemId: wanted.orderItemId, amounts, currency: wanted.paid.currency };
    await submitFeed(sandbox, refundFeed(wanted.orderId, [line]));
    await sandbox.advance(10 * day);
    expect(currentOf(sandbox, wanted)).toMatchObject({ claim: 'denied', refundedBy: 'seller', refunded: wanted.paid });
    expect(sandbox.ledger().refunds[`${wanted.orderId}/${wanted.orderItemId}`]).toEqual({ count: 1, amount: wanted.paid });
  });

  it.each([
    ['returnless', 'ReturnlessRefund', 'amazon'],
    ['refunded-at-first-scan', 'RefundAtFirstScan', 'amazon'],
    ['refunded-by-seller', 'StandardRefund', 'seller'],
    ['claim-granted', 'StandardRefund', 'claim'],
    ['charged-back', 'StandardRefund', 'chargeback'],
  ])('before the start, %s, was played and moved no money of the ledger', async (scenario, resolution, refundedBy) => {
    const sandbox = await startAmazon();
    const wanted = caseOf(sandbox, scenario);
    expect(wanted).toMatchObject({ resolution, refundedBy, refunded: wanted.paid });
    expect(sandbox.ledger().entries).toEqual([]);
  });

  it('has no refund where a replacement was sent, which is an order of its own', async () => {
    const sandbox = await startAmazon();
    const wanted = caseOf(sandbox, 'replaced');
    expect(wanted).toMatchObject({ status: 'Closed', refunded: { minor: 0 } });
    const query = { createdAfter: wanted.requestedAt, includedData: 'PROCEEDS' };
    const { body } = await connect(sandbox).get('/orders/2026-01-01/orders', query);
    const later = body.orders as { associatedOrders?: { orderId: string }[] }[];
    const replacement = later.find(({ associatedOrders }) => associatedOrders?.[0]?.orderId === wanted.orderId);
    expect(replacement?.associatedOrders).toEqual([{ orderId: wanted.orderId, associationType: 'REPLACEMENT_ORIGINAL_ID' }]);
  });
});

describe('the world', () => {
  it('is the same for the same seed, and another for another', async () => {
    const [first, second, third] = await Promise.all([
      startAmazon({ seed: 3 }),
      startAmazon({ seed: 3 }),
      startAmazon({ seed: 4 }),
    ]);
    expect(second.marketplaces.amazon.cases()).toEqual(first.marketplaces.amazon.cases());
    expect(third.marketplaces.amazon.cases()).not.toEqual(first.marketplaces.amazon.cases());
  });

  it('shows every status, payer, resolution and kind of return, and every source', async () => {
    const sandbox = await startAmazon();
    const cases = sandbox.marketplaces.amazon.cases();
    const wordsOf = (read: (snapshot: (typeof cases)[number]) => string | undefined) => new Set(cases.map(read));
    const own = new Set(cases.filter(({ source }) => source === 'seller-fulfilled').map(({ status }) => status));
    expect(own).toEqual(new Set(['PendingApproval', 'Approved', 'Closed', 'Rejected', 'Cancelled', 'Completed', 'OnHold']));
    expect(wordsOf(({ labelPayer }) => labelPayer)).toEqual(new Set(['Customer', 'Seller', 'Amazon', undefined]));
    expect(wordsOf(({ resolution }) => resolution)).toEqual(
      new Set(['StandardRefund', 'ReturnlessRefund', 'RefundAtFirstScan', 'Replacement', 'StoreCreditPlus', undefined]),
    );
    expect(wordsOf(({ returnType }) => returnType)).toEqual(new Set(['C-Returns', 'Undelivered', 'Rejected', undefined]));
    expect(wordsOf(({ safeTState }) => safeTState)).toEqual(new Set(['Pending', 'Approved', 'Denied', undefined]));
    expect(wordsOf(({ source }) => source)).toEqual(new Set(['seller-fulfilled', 'external', 'fba']));
    expect(wordsOf(({ paid }) => paid.currency).size).toBeGreaterThan(4);
  });

  it('holds as many seller-fulfilled returns as it was asked for', async () => {
    for (const count of [0, 1, 19, 500]) {
      const sandbox = await startAmazon({ seed: { cases: count } });
      const own = sandbox.marketplaces.amazon
        .cases()
        .filter(({ region, source }) => region === 'na' && source === 'seller-fulfilled');
      expect(own).toHaveLength(count);
      expect(new Set(own.map(({ orderItemId, requestedAt }) => orderItemId + requestedAt)).size).toBe(count);
    }
  });
});
