import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { createSandbox, type Sandbox, type ShopeeCaseSnapshot } from '../../../src/sandbox/index.js';
import { caseOf, connect, currentOf, day, hour, passBy, renew } from '../shopee-client.js';
import { startSandbox } from '../with-sandbox.js';

const entriesOf = (sandbox: Sandbox, { returnSn }: ShopeeCaseSnapshot) =>
  sandbox.ledger().entries.filter(({ caseId }) => caseId === returnSn);

/** Everything of the kind in the first shop. */
const entire = (sandbox: Sandbox, wanted: (candidate: ShopeeCaseSnapshot) => boolean): readonly ShopeeCaseSnapshot[] =>
  sandbox.marketplaces.shopee.cases().filter(wanted);

describe('silence', () => {
  it('past due_date accepts a request and refunds it, at its own second', async () => {
    const sandbox = await startSandbox();
    const urgent = caseOf(sandbox, 'requested-urgent');
    await sandbox.advance(Date.parse(urgent.dueAt ?? '') - sandbox.clock.now());
    expect(currentOf(sandbox, urgent).status).toBe('REQUESTED');
    await sandbox.advance(1000);
    expect(currentOf(sandbox, urgent)).toMatchObject({ status: 'ACCEPTED', paid: urgent.refund });
    const dueSecond = new Date(Date.parse(urgent.dueAt ?? '') + 1000).toISOString();
    expect(entriesOf(sandbox, urgent)).toMatchObject([
      { at: dueSecond, kind: 'refund', cause: 'silence', amount: urgent.refund },
    ]);
  });

  it('refunds every open request of every shop, each once, except where the buyer still owes evidence', async () => {
    const sandbox = await startSandbox();
    const open = entire(
      sandbox,
      ({ status, negotiationStatus, scenario }) =>
        status === 'REQUESTED' && negotiationStatus === '' && scenario !== 'refund-about-to-be-withdrawn',
    );
    await sandbox.advance(5 * day);
    for (const before of open) {
      const isWaiting = before.scenario === 'awaiting-buyer-evidence';
      expect(currentOf(sandbox, before).status).toBe(isWaiting ? 'CANCELLED' : 'ACCEPTED');
      expect(entriesOf(sandbox, before).filter(({ kind }) => kind === 'refund')).toHaveLength(isWaiting ? 0 : 1);
    }
  });

  it('after the parcel has arrived refunds three days later', async () => {
    const sandbox = await startSandbox();
    const inspected = caseOf(sandbox, 'inspection');
    await passBy(sandbox, inspected.sellerDueAt);
    expect(currentOf(sandbox, inspected)).toMatchObject({ status: 'ACCEPTED', paid: inspected.refund });
    expect(entriesOf(sandbox, inspected)).toMatchObject([{ cause: 'silence' }]);
  });

  it('of a seller who was to fetch the parcel refunds the buyer', async () => {
    const sandbox = await startSandbox();
    const { TW } = sandbox.marketplaces.shopee.accounts;
    const arranged = caseOf(sandbox, 'seller-arranged', TW);
    await sandbox.advance(11 * day);
    expect(entriesOf(sandbox, arranged)).toMatchObject([{ cause: 'not-collected' }]);
  });
});

describe('a return of goods', () => {
  it('travels from the label to the seller, one status after the other', async () => {
    const sandbox = await startSandbox();
    const awaited = caseOf(sandbox, 'awaiting-shipment');
    const statuses = new Set<string>();
    for (let step = 0; step < 160; step += 1) {
      statuses.add(currentOf(sandbox, awaited).logisticsStatus);
      await sandbox.advance(hour);
    }
    expect([...statuses]).toEqual([
      'LOGISTICS_PENDING_ARRANGE',
      'LOGISTICS_READY',
      'LOGISTICS_REQUEST_CREATED',
      'LOGISTICS_PICKUP_DONE',
      'LOGISTICS_DELIVERY_DONE',
    ]);
    const delivered = currentOf(sandbox, awaited);
    expect(Date.parse(delivered.sellerDueAt ?? '') - Date.parse(delivered.updatedAt)).toBe(3 * day);
  });

  it.each([
    ['pickup-retried', 'LOGISTICS_PICKUP_RETRY', 'LOGISTICS_PICKUP_DONE'],
    ['delivery-failed', 'LOGISTICS_DELIVERY_FAILED', 'LOGISTICS_DELIVERY_DONE'],
    ['in-transit-request', 'Preparing', 'Delivered'],
  ])('of the kind %s goes on from %s to %s', async (scenario, before, after) => {
    const sandbox = await startSandbox();
    const found = caseOf(sandbox, scenario);
    expect(found.logisticsStatus).toBe(before);
    const reached = new Set<string>();
    for (let step = 0; step < 30; step += 1) {
      await sandbox.advance(4 * hour);
      reached.add(currentOf(sandbox, found).logisticsStatus);
    }
    expect(reached).toContain(after);
  });

  it('that is lost on the way is refunded, and the seller may ask for money', async () => {
    const sandbox = await startSandbox();
    const lost = caseOf(sandbox, 'parcel-lost');
    expect(lost.logisticsStatus).toBe('LOGISTICS_LOST');
    await sandbox.advance(2 * day);
    expect(currentOf(sandbox, lost)).toMatchObject({ status: 'ACCEPTED', compensationStatus: 'PENDING_REQUEST' });
    await sandbox.advance(8 * day);
    expect(currentOf(sandbox, lost).compensationStatus).toBe('NOT_REQUIRED');
  });

  it('that the buyer never ships is canceled', async () => {
    const sandbox = await startSandbox();
    const before = caseOf(sandbox, 'never-shipped');
    expect(before).toMatchObject({ status: 'CANCELLED', paid: { minor: 0 } });
  });

  it('through the warehouse is paid by the warehouse and sent on to the seller', async () => {
    const sandbox = await startSandbox();
    const inbound = caseOf(sandbox, 'warehouse-inbound');
    await sandbox.advance(2 * day);
    expect(currentOf(sandbox, inbound).status).toBe('ACCEPTED');
    expect(entriesOf(sandbox, inbound)).toMatchObject([{ cause: 'warehouse-ruling' }]);
    const onward = caseOf(sandbox, 'warehouse-onward');
    await sandbox.advance(3 * day);
    await renew(sandbox);
    const path = '/api/v2/returns/get_reverse_tracking_info';
    const { response } = (await connect(sandbox).get(path, { return_sn: onward.returnSn })).body;
    expect(response.post_return_logistics_status).toBe('POST_RETURN_LOGISTICS_DELIVERY_DONE');
  });
});

describe('a negotiation', () => {
  it('ends when nobody answers in time, and the request is still the seller’s to answer', async () => {
    const sandbox = await startSandbox();
    const failed = caseOf(sandbox, 'negotiation-failed');
    expect(failed).toMatchObject({ status: 'REQUESTED', negotiationStatus: 'TERMINATED' });
    await passBy(sandbox, failed.dueAt);
    expect(entriesOf(sandbox, failed)).toMatchObject([{ cause: 'silence', amount: failed.refund }]);
  });

  it('may end with the buyer withdrawing', async () => {
    const sandbox = await startSandbox();
    const leaving = caseOf(sandbox, 'refund-about-to-be-withdrawn');
    await sandbox.advance(2 * day);
    expect(currentOf(sandbox, leaving)).toMatchObject({ status: 'CANCELLED', paid: { minor: 0 } });
  });
});

describe('any life', () => {
  const over = new Set(['CLOSED', 'CANCELLED']);

  it('pays at most what was asked for, at most once, and never leaves its end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 1000 }),
        fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 6 }),
        async (seed, steps) => {
          const sandbox = await createSandbox({ marketplaces: ['shopee'], seed });
          try {
            const start = sandbox.marketplaces.shopee.cases();
            let before = start;
            for (const hours of steps) {
              await sandbox.advance(hours * hour);
              const after = sandbox.marketplaces.shopee.cases();
              for (const [index, was] of before.entries()) {
                const is = after[index];
                expect(Date.parse(is?.updatedAt ?? '')).toBeGreaterThanOrEqual(Date.parse(was.updatedAt));
                expect(Date.parse(is?.updatedAt ?? '')).toBeLessThanOrEqual(sandbox.clock.now());
                if (over.has(was.status)) expect(is?.status).toBe(was.status);
                if (was.paid.minor > 0) expect(is?.paid).toEqual(was.paid);
                expect(is?.paid.minor).toBeLessThanOrEqual(Math.max(was.refund.minor, is?.refund.minor ?? 0));
              }
              before = after;
            }
            for (const { count } of Object.values(sandbox.ledger().refunds)) expect(count).toBe(1);
          } finally {
            await sandbox.close();
          }
        },
      ),
      { numRuns: 8 },
    );
  });

  it('comes to rest: after a season nothing is open', async () => {
    const sandbox = await startSandbox();
    await sandbox.advance(60 * day);
    const open = entire(sandbox, ({ status }) => !['ACCEPTED', 'CLOSED', 'CANCELLED'].includes(status));
    expect(open).toEqual([]);
  });

  it('does not depend on how the time is sliced', async () => {
    const [whole, sliced] = [await startSandbox({ seed: 5 }), await startSandbox({ seed: 5 })];
    await whole.advance(6 * day);
    for (let count = 0; count < 36; count += 1) await sliced.advance(4 * hour);
    expect(sliced.marketplaces.shopee.cases()).toEqual(whole.marketplaces.shopee.cases());
    expect(sliced.ledger()).toEqual(whole.ledger());
  });
});
