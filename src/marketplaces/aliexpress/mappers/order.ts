import { money, type Money } from '../../../core/money.js';
import type { Order, OrderItem, OrderParcel, OrderStatus } from '../../../core/order.js';
import { present } from '../../../core/present.js';
import { translate } from '../../../core/translated.js';
import { marketplace } from '../classify.js';
import type { WireChildOrder, WireMoney, WireOrder, WireParcel } from '../wire/orders.js';
import { epoch } from './case.js';
import { toAmount, toCount, toIdentifier, toText, toTime } from './values.js';

const statuses: Readonly<Record<string, OrderStatus>> = {
  PLACE_ORDER_SUCCESS: 'unpaid',
  PAYMENT_PROCESSING: 'unpaid',
  RISK_CONTROL: 'pending',
  RISK_CONTROL_HOLD: 'pending',
  WAIT_SELLER_EXAMINE_MONEY: 'pending',
  WAIT_SELLER_SEND_GOODS: 'ready-to-ship',
  SELLER_PART_SEND_GOODS: 'partially-shipped',
  WAIT_BUYER_ACCEPT_GOODS: 'shipped',
  FUND_PROCESSING: 'completed',
  FINISH: 'completed',
  ARCHIVE: 'completed',
  IN_CANCEL: 'in-cancellation',
};

const amountOf = (value: WireMoney): Money | undefined => toAmount(value?.amount, value?.currency_code);

const toItem = (child: WireChildOrder, currency: string): readonly OrderItem[] => {
  const id = toIdentifier(child.child_id) ?? toIdentifier(child.id);
  if (id === undefined) return [];
  return [
    present({
      id,
      sku: toText(child.sku_code),
      name: toText(child.product_name),
      quantity: toCount(child.product_count) ?? 1,
      price: amountOf(child.product_price) ?? amountOf(child.product_unit_price) ?? money(0, currency),
    }),
  ];
};

const toParcel = (parcel: WireParcel): readonly OrderParcel[] => {
  const id = toText(parcel.logistics_no);
  if (id === undefined) return [];
  return [present({ id, trackingNumber: id, carrier: toText(parcel.logistics_service), shippedAt: toTime(parcel.gmt_send) })];
};

const currencyShape = /^[A-Z]{3}$/;

/** The order's own currency; USD, in which AliExpress settles, where the answer names none. */
const currencyOf = (wire: WireOrder): string =>
  [
    wire.order_amount?.currency_code,
    wire.pay_amount?.currency_code,
    ...(wire.child_order_list ?? []).map((child) => child.product_price?.currency_code),
  ]
    .map(toText)
    .find((code) => code !== undefined && currencyShape.test(code)) ?? 'USD';

/** The order under the id it was asked with. */
export const toOrder = (orderId: string, wire: WireOrder): Order => {
  const currency = currencyOf(wire);
  const parcels = (wire.logistic_info_list ?? []).flatMap(toParcel);
  return present({
    id: orderId,
    marketplace,
    status: translate(statuses, toText(wire.order_status) ?? ''),
    currency,
    items: (wire.child_order_list ?? wire.product_list ?? []).flatMap((child) => toItem(child, currency)),
    parcels,
    placedAt: toTime(wire.gmt_create) ?? epoch,
    paidAt: toTime(wire.gmt_pay_success) ?? toTime(wire.gmt_pay_time),
    shippedAt: toTime(wire.gmt_send_goods_time) ?? parcels.find(({ shippedAt }) => shippedAt !== undefined)?.shippedAt,
    completedAt: toTime(wire.gmt_trade_end),
    total: amountOf(wire.order_amount) ?? amountOf(wire.pay_amount),
    shippingPaid: amountOf(wire.logistics_amount),
    buyerCountry: toText(wire.receipt_address?.country) ?? toText(wire.buyer_info?.country),
  });
};
