import { describe, expect, test } from 'vitest';
import { toCivilDate, toInstant, toKept, type Case, type Drift, type Observation } from 'aftersale';
import { toCase, type MappingContext } from '../../../src/marketplaces/amazon/mappers/case.js';
import { createCaseIds } from '../../../src/core/account-ids.js';
import { toReason } from '../../../src/marketplaces/amazon/mappers/reason.js';
import { joinGroup } from '../../../src/marketplaces/amazon/merge/join.js';
import { observeOrder } from '../../../src/marketplaces/amazon/merge/observe-order.js';
import { externalReturn, fbaReturn, moneyEvent, orderId, sellerReturn, sku } from './sample-facts.js';

const zone = 'America/Los_Angeles';
const account = { marketplace: 'amazon', environment: 'live', sellerId: 'A1' } as const;
const now = toInstant('2026-11-21T00:00:00Z');

const map = (told: readonly Observation[], change: Partial<MappingContext> = {}): Case => {
  const [joined, ...rest] = joinGroup(told.map(toKept), zone);
  expect(rest).toEqual([]);
  const context = {
    account,
    toId: createCaseIds(account),
    marketplaceIds: ['ATVPDKIKX0DER'],
    zone,
    clock: { now: () => Date.parse(now) },
  };
  return toCase(joined!, { ...context, drift: { report: () => undefined }, ...change });
};

const order = (price: string) =>
  observeOrder(
    {
      orderId,
      createdTime: '2026-10-20T10:00:00Z',
      salesChannel: { marketplaceId: 'A1PA6795UKMFR9' },
      fulfillment: { fulfilledBy: 'MERCHANT' },
      orderItems: [
        {
          orderItemId: '52986411826454',
          quantityOrdered: 1,
          product: { sellerSku: sku, price: { unitPrice: { amount: price, currencyCode: 'USD' } } },
        },
      ],
    },
    now,
  );

describe('where a case stands', () => {
  const delivered = { date: toCivilDate('2026-11-10') };
  test.each([
    [{ status: 'PendingApproval' }, 'return', 'requested', 'seller'],
    [{ status: 'Approved' }, 'return', 'awaiting-shipment', 'buyer'],
    [{ status: 'Approved', deliveredAt: delivered }, 'return', 'inspection', 'seller'],
    [{ status: 'Approved', resolution: 'ReturnlessRefund' }, 'refund-only', 'refund-pending', 'seller'],
    [{ status: 'Approved', returnType: 'Undelivered' }, 'not-received', 'in-transit', 'carrier'],
    [{ status: 'Approved', isClaimed: true }, 'return', 'disputed', 'unknown'],
    [{ status: 'Closed', resolution: 'Replacement' }, 'exchange', 'closed', 'nobody'],
    [{ status: 'Invented' }, 'return', 'unknown', 'unknown'],
  ] as const)('by the report: %j', (change, kind, phase, waitingOn) => {
    expect(map(sellerReturn(change))).toMatchObject({ kind, phase, waitingOn, native: { status: change.status } });
  });

  test('the live API is ahead of the report, except for a request that waits for approval', () => {
    const rma = { rmaId: 'DabcdefghRRMA' };
    const live = externalReturn({ status: 'DELIVERED' });
    expect(map([...sellerReturn(rma), ...live]).phase).toBe('inspection');
    expect(map([...sellerReturn({ ...rma, status: 'PendingApproval' }), ...live]).phase).toBe('requested');
  });

  test('goods in a warehouse leave nothing for the seller to do', () => {
    expect(map(fbaReturn())).toMatchObject({ phase: 'closed', programme: 'fulfilled-by-marketplace', actions: [] });
  });

  test('a claim or chargeback known by its money stays open for as long as reports reach back', () => {
    const claim = moneyEvent('GuaranteeClaimEventList');
    expect(map(claim)).toMatchObject({ kind: 'claim', phase: 'disputed', outcome: 'refunded' });
    const later = { now: () => Date.parse('2027-03-01T00:00:00Z') };
    expect(map(claim, { clock: later }).phase).toBe('closed');
    expect(map(moneyEvent('ChargebackEventList')).kind).toBe('chargeback');
  });
});

describe('money', () => {
  test('comes from Finances alone: the amounts of the report are nothing', () => {
    const row = sellerReturn({ refundedAmount: '12.50', orderAmount: '12.50' });
    expect(map(row)).toMatchObject({ refunds: [], requested: { remedy: 'refund' } });
    expect(map(row).outcome).toBeUndefined();
  });

  test('closes the case when all of it is back, and says partial only where the order tells the price', () => {
    const refunded = [...sellerReturn(), ...moneyEvent('RefundEventList')];
    expect(map(refunded)).toMatchObject({ phase: 'closed', outcome: 'refunded' });
    expect(map([...refunded, order('12.50')])).toMatchObject({ phase: 'closed', outcome: 'refunded' });
    const partly = map([...refunded, order('20.00')]);
    expect(partly).toMatchObject({ phase: 'awaiting-shipment', outcome: 'partially-refunded' });
    expect(partly.actions.map(({ operation }) => operation)).toEqual(['refund', 'message']);
    expect(partly.refunds).toEqual([
      { amount: { minor: 1250, currency: 'USD' }, state: 'paid', to: 'buyer', at: '2026-11-12T08:00:00.000Z', native: 'refund' },
    ]);
  });

  test('that is taken back again ends a claim for the seller', () => {
    const claim = moneyEvent('GuaranteeClaimEventList');
    const reversal = moneyEvent('GuaranteeClaimEventList', {
      amount: 12.5,
      adjustmentId: 'adj-9',
      postedAt: '2026-11-19T00:00:00Z',
    });
    expect(map([...claim, ...reversal])).toMatchObject({ phase: 'closed', outcome: 'rejected' });
  });

  test('of a refund at the first scan leaves the goods on their way', () => {
    const told = [...sellerReturn({ resolution: 'RefundAtFirstScan' }), ...moneyEvent('RefundEventList')];
    expect(map(told)).toMatchObject({ phase: 'awaiting-shipment', outcome: 'refunded' });
  });
});

describe('the rest of a case', () => {
  test('a day is its beginning in the zone of the store; a moment in the XML is taken as it is', () => {
    expect(map(sellerReturn()).openedAt).toBe('2026-11-01T07:00:00.000Z');
    const at = toInstant('2026-11-01T20:00:00Z');
    const xml = sellerReturn({ source: 'seller-returns-xml', requestedAt: { date: toCivilDate('2026-11-01'), at } });
    expect(map([...sellerReturn(), ...xml]).openedAt).toBe(at);
  });

  test('units are counted once, whoever tells of them', () => {
    const told = [...sellerReturn({ quantity: 2 }), ...sellerReturn({ source: 'seller-returns-xml', quantity: 2 })];
    expect(map(told).items).toMatchObject([{ sku, quantity: 2 }]);
    expect(map([...fbaReturn(), ...fbaReturn({ licensePlate: 'LPN2' })]).items).toMatchObject([{ quantity: 2 }]);
  });

  test('the order adds its day, its store and the number of the goods', () => {
    expect(map([...sellerReturn(), order('12.50')])).toMatchObject({
      site: 'DE',
      order: { id: orderId, placedAt: '2026-10-20T10:00:00.000Z' },
      items: [{ id: '52986411826454', price: { minor: 1250, currency: 'USD' } }],
    });
  });

  test('words that nobody knows are kept and reported once each', () => {
    const drifts: Omit<Drift, 'marketplace'>[] = [];
    const drift = { report: (finding: { path: string; operation: string; kind: Drift['kind'] }) => void drifts.push(finding) };
    const found = map(sellerReturn({ status: 'Odd', resolution: 'New', returnType: 'Other', reason: 'CR-NEW' }), { drift });
    expect(found.native).toMatchObject({ status: 'Odd', resolution: 'New', returnType: 'Other' });
    expect(found.reason).toEqual({ unified: 'unknown', raw: 'CR-NEW' });
    expect(drifts.map(({ path }) => path)).toEqual(['status', 'resolution', 'returnType', 'reason']);
  });

  test.each([
    ['CR-DEFECTIVE', 'defective'],
    ['DEFECTIVE', 'defective'],
    ['AMZ-PG-BAD-DESC', 'not-as-described'],
    ['AMZ-PG-APP-TOO-SMALL', 'does-not-fit'],
    ['AMZ-PG-WJ-TOO-SMALL', 'does-not-fit'],
    ['UND-UNKNOWN', 'not-received'],
    ['Missed', 'unknown'],
  ])('the reason %s is %s', (raw, unified) => {
    expect(toReason(raw)).toEqual({ unified, raw });
  });
});
