import { money, noCurrency } from '../../../core/money.js';
import type { Order, OrderItem, OrderParcel, OrderStatus } from '../../../core/order.js';
import { present } from '../../../core/present.js';
import { toInstant, type Instant } from '../../../core/time.js';
import { translate } from '../../../core/translated.js';
import type { Programme } from '../../../core/vocabulary.js';
import { marketplace } from '../classify.js';
import { amazonMarketplaces } from '../marketplaces.js';
import { sumOf } from '../merge/observe-money.js';
import type { WireOrder, WireOrderItem, WireOrderPackage } from '../wire/orders.js';
import { toAmount, toCount, toText, toTime } from './values.js';

/** Orders say nothing of returns: an order whose goods came back stays SHIPPED. */
const statuses: Readonly<Record<string, OrderStatus>> = {
  PENDING_AVAILABILITY: 'pending',
  PENDING: 'pending',
  UNSHIPPED: 'ready-to-ship',
  PARTIALLY_SHIPPED: 'partially-shipped',
  SHIPPED: 'shipped',
  CANCELLED: 'cancelled',
};

const programmes: Readonly<Record<string, Programme>> = {
  AMAZON: 'fulfilled-by-marketplace',
  MERCHANT: 'fulfilled-by-seller',
};

type Breakdowns = NonNullable<WireOrder['proceeds']>['breakdowns'];

const partsOf = (breakdowns: Breakdowns, types: readonly string[]): Order['total'] =>
  sumOf(
    (breakdowns ?? [])
      .filter(({ type }) => types.includes(type ?? ''))
      .map(({ subtotal }) => toAmount(subtotal?.amount, subtotal?.currencyCode)),
  );

/** What was paid for the goods, discounts taken off, by unit; the price in the list where the proceeds do not divide. */
const priceOf = ({ product, proceeds, quantityOrdered }: WireOrderItem, currency: string): OrderItem['price'] => {
  const listed = toAmount(product?.price?.unitPrice?.amount, product?.price?.unitPrice?.currencyCode);
  const paid = partsOf(proceeds?.breakdowns, ['ITEM', 'DISCOUNT']);
  const quantity = toCount(quantityOrdered) ?? 1;
  const perUnit = paid === undefined ? Number.NaN : paid.minor / quantity;
  if (paid !== undefined && Number.isSafeInteger(perUnit)) return money(perUnit, paid.currency);
  return listed ?? money(0, currency);
};

const toItem = (item: WireOrderItem, currency: string): OrderItem =>
  present({
    id: item.orderItemId,
    sku: toText(item.product?.sellerSku),
    name: toText(item.product?.title),
    quantity: toCount(item.quantityOrdered) ?? 1,
    price: priceOf(item, currency),
  });

const toParcel = (parcel: WireOrderPackage, index: number): OrderParcel =>
  present({
    id: toText(parcel.packageReferenceId) ?? String(index + 1),
    status: toText(parcel.packageStatus?.detailedStatus) ?? toText(parcel.packageStatus?.status),
    carrier: toText(parcel.carrier),
    trackingNumber: toText(parcel.trackingNumber),
    shippedAt: toTime(parcel.shipTime),
  });

const earliest = (parcels: readonly OrderParcel[]): Instant | undefined =>
  parcels.flatMap(({ shippedAt }) => shippedAt ?? []).sort((left, right) => (left < right ? -1 : 1))[0];

/** The currency of an order without amounts is that of its store. */
const currencyOf = (wire: WireOrder): string =>
  toText(wire.proceeds?.grandTotal?.currencyCode) ??
  toText(
    wire.orderItems?.find(({ product }) => toText(product?.price?.unitPrice?.currencyCode))?.product?.price?.unitPrice
      ?.currencyCode,
  ) ??
  amazonMarketplaces.get(wire.salesChannel?.marketplaceId ?? '')?.currency ??
  noCurrency;

/** No moment of delivery is on the wire, only the status of a parcel. */
export const toOrder = (wire: WireOrder): Order => {
  const currency = currencyOf(wire);
  const parcels = (wire.packages ?? []).map(toParcel);
  const breakdowns = wire.proceeds?.breakdowns;
  const fulfilledBy = toText(wire.fulfillment?.fulfilledBy);
  return present({
    id: wire.orderId,
    marketplace,
    status: translate(statuses, toText(wire.fulfillment?.fulfillmentStatus) ?? ''),
    currency,
    items: (wire.orderItems ?? []).map((item) => toItem(item, currency)),
    parcels,
    placedAt: toTime(wire.createdTime) ?? toInstant(0),
    shippedAt: earliest(parcels),
    estimatedDeliveryAt: toTime(wire.fulfillment?.deliverByWindow?.latestDateTime),
    total: toAmount(wire.proceeds?.grandTotal?.amount, wire.proceeds?.grandTotal?.currencyCode),
    shippingPaid: partsOf(breakdowns, ['SHIPPING']),
    taxPaid: partsOf(breakdowns, ['TAX']),
    site: amazonMarketplaces.get(wire.salesChannel?.marketplaceId ?? '')?.country,
    programme: fulfilledBy === undefined ? undefined : programmes[fulfilledBy],
  });
};
