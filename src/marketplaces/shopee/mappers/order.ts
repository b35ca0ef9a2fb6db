import type { Order, OrderItem, OrderParcel, OrderStatus } from '../../../core/order.js';
import { toInstant } from '../../../core/time.js';
import { translate } from '../../../core/translated.js';
import type { TrackingEvent } from '../../../core/operations.js';
import type { Programme } from '../../../core/vocabulary.js';
import { money } from '../../../core/money.js';
import { present } from '../../../core/present.js';
import { marketplace } from '../classify.js';
import type { WireOrder, WireOrderItem, WireParcel } from '../wire/orders.js';
import { itemIdOf } from './parts.js';
import { siteOf } from './sites.js';
import { toAmount, toCount, toText, toTime } from './values.js';

const statuses: Readonly<Record<string, OrderStatus>> = {
  UNPAID: 'unpaid',
  PENDING: 'pending',
  INVOICE_PENDING: 'pending',
  READY_TO_SHIP: 'ready-to-ship',
  PROCESSED: 'ready-to-ship',
  RETRY_SHIP: 'ready-to-ship',
  SHIPPED: 'shipped',
  TO_CONFIRM_RECEIVE: 'delivered',
  IN_CANCEL: 'in-cancellation',
  CANCELLED: 'cancelled',
  TO_RETURN: 'in-return',
  COMPLETED: 'completed',
};

const programmes: Readonly<Record<string, Programme>> = {
  fulfilled_by_shopee: 'fulfilled-by-marketplace',
  fulfilled_by_cb_seller: 'cross-border',
  fulfilled_by_local_seller: 'fulfilled-by-seller',
};

/** A bundle deal has no discounted price of its own. */
const priceOf = (item: WireOrderItem, currency: string): OrderItem['price'] => {
  const discounted = toAmount(item.model_discounted_price, currency);
  if (discounted !== undefined && discounted.minor > 0) return discounted;
  return toAmount(item.model_original_price, currency) ?? discounted ?? money(0, currency);
};

const toItem = (item: WireOrderItem, currency: string): OrderItem =>
  present({
    id: itemIdOf(item),
    sku: toText(item.model_sku) ?? toText(item.item_sku),
    name: toText(item.item_name),
    quantity: toCount(item.model_quantity_purchased) ?? 1,
    price: priceOf(item, currency),
    returnedQuantity: toCount(item.returned_qty),
  });

const toParcel = (parcel: WireParcel): readonly OrderParcel[] => {
  const id = toText(parcel.package_number);
  return id === undefined
    ? []
    : [present({ id, status: toText(parcel.logistics_status), carrier: toText(parcel.shipping_carrier) })];
};

/** `delivered` is in no field of the order; the parcel's events tell it. */
const deliveredAtOf = (events: readonly TrackingEvent[]): Order['deliveredAt'] =>
  events.find(({ status, direction }) => direction === 'outbound' && status.unified === 'delivered')?.at;

export const toOrder = (wire: WireOrder, events: readonly TrackingEvent[]): Order => {
  const { currency } = wire;
  const flag = toText(wire.fulfillment_flag);
  return present({
    id: wire.order_sn,
    marketplace,
    status: translate(statuses, toText(wire.order_status) ?? ''),
    currency,
    items: (wire.item_list ?? []).map((item) => toItem(item, currency)),
    parcels: (wire.package_list ?? []).flatMap(toParcel),
    placedAt: toTime(wire.create_time) ?? toInstant(0),
    paidAt: toTime(wire.pay_time),
    shippedAt: toTime(wire.pickup_done_time),
    deliveredAt: deliveredAtOf(events),
    returnableUntil: toTime(wire.return_request_due_date),
    total: toAmount(wire.total_amount, currency),
    site: toText(wire.region) ?? siteOf(currency),
    programme: flag !== undefined && Object.hasOwn(programmes, flag) ? programmes[flag] : undefined,
  });
};
