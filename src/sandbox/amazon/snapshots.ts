import type { Money } from '../../core/money.js';
import { toInstant } from '../instant.js';
import type { AmazonCaseSnapshot, AmazonMoneyEvent } from './amazon-sandbox.js';
import { sumOf, type MoneyEvent } from './money-book.js';
import type { ExternalReturn, FbaReturn, OrderItem, OrderRecord, ReturnRecord } from './record.js';
import { totalOf } from './wire/order.js';
import { createdAtOf, stepOf } from './wire/external-return.js';
import type { AmazonWorld } from './world.js';

const refundedOf = ({ refunded }: OrderItem): number => [...refunded.values()].reduce((sum, minor) => sum + minor, 0);

const lineOf = (order: OrderRecord, item: OrderItem) => {
  const money = (minor: number): Money => ({ minor, currency: order.marketplace.currency });
  return {
    orderId: order.orderId,
    orderItemId: item.orderItemId,
    sku: item.sku,
    sellerId: order.seller.sellerId,
    marketplaceId: order.marketplace.id,
    region: order.seller.region,
    paid: money(totalOf(item)),
    refunded: money(refundedOf(item)),
  };
};

const toSnapshot = (record: ReturnRecord, external: ExternalReturn | undefined, now: number): AmazonCaseSnapshot => {
  const { order, item, deliveredAt, refundDueAt, refundedBy, safeT, amazonRmaId } = record;
  const step = external && stepOf(external, now);
  return {
    ...lineOf(order, item),
    source: 'seller-fulfilled',
    scenario: record.scenario,
    status: record.status,
    reason: record.reason,
    quantity: record.quantity,
    requestedAt: toInstant(record.requestedAt),
    updatedAt: toInstant(record.updatedAt),
    resolution: record.resolution,
    returnType: record.returnType,
    labelPayer: record.labelPayer,
    claim: record.claim,
    ...(amazonRmaId !== '' && { rmaId: amazonRmaId }),
    ...(external && step && { externalReturnId: external.id, externalStatus: step.status }),
    ...(safeT && { safeTState: safeT.state }),
    ...(deliveredAt > 0 && { deliveredAt: toInstant(deliveredAt) }),
    ...(refundDueAt > 0 && { refundDueAt: toInstant(refundDueAt) }),
    ...(refundedBy !== '' && { refundedBy }),
  };
};

const fromExternal = (record: ExternalReturn, order: OrderRecord, now: number): readonly AmazonCaseSnapshot[] => {
  const step = stepOf(record, now);
  if (step === undefined) return [];
  return [
    {
      ...lineOf(order, order.items[0]),
      source: 'external',
      scenario: 'external-only',
      status: step.status,
      reason: record.reason,
      quantity: record.units,
      requestedAt: toInstant(createdAtOf(record)),
      updatedAt: toInstant(step.at),
      externalReturnId: record.id,
      externalStatus: step.status,
      ...(record.rmaId !== undefined && { rmaId: record.rmaId }),
    },
  ];
};

const fromFba = (row: FbaReturn, now: number): readonly AmazonCaseSnapshot[] =>
  row.processedAt > now
    ? []
    : [
        {
          ...lineOf(row.order, row.item),
          source: 'fba',
          scenario: 'fba-return',
          status: row.status,
          reason: row.reason,
          quantity: 1,
          requestedAt: toInstant(row.processedAt),
          updatedAt: toInstant(row.processedAt),
        },
      ];

/** Every return that exists at a time, each once, whatever source shows it. */
export const snapshotsOf = (
  { returns, externalReturns, fbaReturns, orders }: AmazonWorld,
  now: number,
): readonly AmazonCaseSnapshot[] => {
  const byOrder = new Map(externalReturns.map((record) => [record.orderId, record]));
  const linked = new Set(returns.all().map(({ order }) => order.orderId));
  return [
    ...returns.all().map((record) => toSnapshot(record, byOrder.get(record.order.orderId), now)),
    ...externalReturns.flatMap((record) => {
      const order = orders.get(record.orderId);
      return order === undefined || linked.has(record.orderId) ? [] : fromExternal(record, order, now);
    }),
    ...fbaReturns.flatMap((row) => fromFba(row, now)),
  ];
};

export const toMoneySnapshot = ({ id, kind, order, lines, at, visibleAt, cause }: MoneyEvent): AmazonMoneyEvent => ({
  id,
  kind,
  sellerId: order.seller.sellerId,
  orderId: order.orderId,
  orderItemIds: lines.map(({ item }) => item.orderItemId),
  at: toInstant(at),
  visibleAt: toInstant(visibleAt),
  amount: { minor: lines.reduce((sum, { charges }) => sum + sumOf(charges), 0), currency: order.marketplace.currency },
  cause,
});
