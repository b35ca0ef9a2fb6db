import type { Observation } from '../../../core/observation.js';
import { present } from '../../../core/present.js';
import { toInstant, type Instant } from '../../../core/time.js';
import { toAmount, toCount, toText, toTime } from '../mappers/values.js';
import type { WireOrder, WireOrderItem, WireOrderPackage } from '../wire/orders.js';
import type { OrderFact } from './facts.js';
import { orderGroupOf } from './identity.js';

const toItem = (item: WireOrderItem): OrderFact['items'][number] =>
  present({
    orderItemId: item.orderItemId,
    sku: toText(item.product?.sellerSku),
    asin: toText(item.product?.asin),
    name: toText(item.product?.title),
    quantity: toCount(item.quantityOrdered),
    price: toAmount(item.product?.price?.unitPrice?.amount, item.product?.price?.unitPrice?.currencyCode),
    total: toAmount(item.proceeds?.proceedsTotal?.amount, item.proceeds?.proceedsTotal?.currencyCode),
  });

const toPackage = (parcel: WireOrderPackage, index: number): OrderFact['packages'][number] =>
  present({
    id: toText(parcel.packageReferenceId) ?? String(index + 1),
    status: toText(parcel.packageStatus?.status),
    detailedStatus: toText(parcel.packageStatus?.detailedStatus),
    carrier: toText(parcel.carrier),
    trackingId: toText(parcel.trackingNumber),
    shippedAt: toTime(parcel.shipTime),
  });

export const toOrderFact = (wire: WireOrder): OrderFact =>
  present({
    kind: 'order' as const,
    orderId: wire.orderId,
    placedAt: toTime(wire.createdTime) ?? toInstant(0),
    marketplaceId: toText(wire.salesChannel?.marketplaceId),
    fulfilledBy: toText(wire.fulfillment?.fulfilledBy),
    programs: wire.programs ?? [],
    items: (wire.orderItems ?? []).map(toItem),
    packages: (wire.packages ?? []).map(toPackage),
  });

/** The order beside its cases. It makes no case of its own. */
export const observeOrder = (wire: WireOrder, readAt: Instant): Observation => {
  const group = orderGroupOf(wire.orderId);
  return { key: `order ${wire.orderId}`, group, nativeId: group, readAt, body: toOrderFact(wire) };
};
