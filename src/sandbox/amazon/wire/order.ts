import type { JsonObject } from '../../json.js';
import { hours } from '../lifecycle/durations.js';
import { toDecimalText } from '../money.js';
import type { OrderItem, OrderRecord } from '../record.js';

const toTime = (at: number): string => new Date(at).toISOString();

const money = (minor: number, { marketplace }: OrderRecord): JsonObject => ({
  amount: toDecimalText(minor, marketplace.currency),
  currencyCode: marketplace.currency,
});

export const totalOf = ({ paid }: OrderItem): number => paid.Principal + paid.Tax + paid.Shipping + paid.ShippingTax;

const breakdownsOf = ({ paid }: OrderItem, order: OrderRecord): readonly JsonObject[] => {
  const tax = paid.Tax + paid.ShippingTax;
  const detail = (subtype: string, minor: number): JsonObject => ({ subtype, value: money(minor, order) });
  return [
    { type: 'ITEM', subtotal: money(paid.Principal, order) },
    { type: 'SHIPPING', subtotal: money(paid.Shipping, order) },
    {
      type: 'TAX',
      subtotal: money(tax, order),
      detailedBreakdowns: [detail('ITEM', paid.Tax), detail('SHIPPING', paid.ShippingTax)],
    },
  ].filter(({ subtotal }) => Number(subtotal['amount']) !== 0);
};

const toItem = (order: OrderRecord, item: OrderItem, wanted: ReadonlySet<string>): JsonObject => ({
  orderItemId: item.orderItemId,
  quantityOrdered: item.quantity,
  product: {
    asin: item.asin,
    title: item.title,
    sellerSku: item.sku,
    condition: { conditionType: 'NEW', conditionSubtype: 'NEW' },
    price: { unitPrice: money(Math.round(item.paid.Principal / item.quantity), order) },
  },
  proceeds: wanted.has('PROCEEDS')
    ? { proceedsTotal: money(totalOf(item), order), breakdowns: breakdownsOf(item, order) }
    : undefined,
  fulfillment: wanted.has('FULFILLMENT') ? { quantityFulfilled: item.quantity, quantityUnfulfilled: 0 } : undefined,
});

const wordsOnTheWayBack: Readonly<Record<string, string>> = {
  REJECTED_BY_BUYER: 'UNDELIVERABLE',
  UNDELIVERABLE: 'UNDELIVERABLE',
};

const toPackage = (order: OrderRecord, at: number): JsonObject => {
  const isThere = at >= order.deliveredAt;
  const status = isThere ? (wordsOnTheWayBack[order.packageStatus] ?? 'DELIVERED') : 'IN_TRANSIT';
  return {
    packageReferenceId: '1',
    createdTime: toTime(order.shippedAt),
    packageStatus: { status, detailedStatus: isThere ? order.packageStatus : 'PICKED_UP' },
    carrier: order.carrier,
    shipTime: toTime(order.shippedAt),
    shippingService: 'Standard',
    trackingNumber: order.trackingId,
    packageItems: order.items.map(({ orderItemId, quantity }) => ({ orderItemId, quantity })),
  };
};

const toFulfillment = ({ fulfilledBy, createdAt, shippedAt }: OrderRecord, at: number): JsonObject => ({
  // A returned order stays SHIPPED: orders know nothing of returns.
  fulfillmentStatus: at >= shippedAt ? 'SHIPPED' : 'UNSHIPPED',
  fulfilledBy,
  fulfillmentServiceLevel: 'STANDARD',
  shipByWindow: { earliestDateTime: toTime(createdAt), latestDateTime: toTime(createdAt + hours(48)) },
  deliverByWindow: { earliestDateTime: toTime(createdAt + hours(48)), latestDateTime: toTime(createdAt + hours(144)) },
});

const toBuyer = ({ buyerName, fulfilledBy, orderId }: OrderRecord): JsonObject => ({
  buyerName,
  buyerEmail: fulfilledBy === 'MERCHANT' ? `${orderId.slice(-7)}@marketplace.example` : undefined,
});

const toProceeds = (order: OrderRecord): JsonObject => ({
  grandTotal: money(
    order.items.reduce((sum, item) => sum + totalOf(item), 0),
    order,
  ),
});

const toRecipient = ({ buyerName, marketplace }: OrderRecord): JsonObject => ({
  deliveryAddress: {
    name: buyerName,
    addressLine1: '1 Sample Street',
    city: 'Sampleton',
    postalCode: '10001',
    countryCode: marketplace.country,
  },
});

export const toWireOrder = (order: OrderRecord, wanted: ReadonlySet<string>, at: number): JsonObject => {
  const { marketplace, fulfillmentOrderId, replaces } = order;
  const isShipped = at >= order.shippedAt;
  return {
    orderId: order.orderId,
    createdTime: toTime(order.createdAt),
    lastUpdatedTime: toTime(Math.min(at, order.updatedAt)),
    programs: order.isPrime ? ['PRIME'] : undefined,
    associatedOrders: replaces === undefined ? undefined : [{ orderId: replaces, associationType: 'REPLACEMENT_ORIGINAL_ID' }],
    salesChannel: { channelName: 'AMAZON', marketplaceId: marketplace.id, marketplaceName: marketplace.name },
    buyer: wanted.has('BUYER') ? toBuyer(order) : undefined,
    recipient: wanted.has('RECIPIENT') ? toRecipient(order) : undefined,
    proceeds: wanted.has('PROCEEDS') ? toProceeds(order) : undefined,
    fulfillment: wanted.has('FULFILLMENT') ? toFulfillment(order, at) : undefined,
    orderItems: order.items.map((item) => toItem(order, item, wanted)),
    packages: wanted.has('PACKAGES') && order.fulfilledBy === 'MERCHANT' && isShipped ? [toPackage(order, at)] : undefined,
    fulfillmentOrders:
      wanted.has('FULFILLMENT_ORDERS') && fulfillmentOrderId !== undefined ? [{ fulfillmentOrderId }] : undefined,
  };
};
