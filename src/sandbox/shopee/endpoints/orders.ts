import type { Reply } from '../../exchange.js';
import type { JsonObject } from '../../json.js';
import { Refusal } from '../envelope.js';
import { hours } from '../lifecycle/durations.js';
import type { Item, ReturnRecord, Seconds } from '../record.js';
import { toMajor } from '../regions.js';
import type { Endpoint, ShopeeCall } from '../world.js';
import { respond, shopOf, wrongParameter } from './input.js';

/** An order exists here because something of it is returned; its returns, oldest first. */
type Order = readonly [ReturnRecord, ...ReturnRecord[]];

const orderOf = (call: ShopeeCall, orderSn: string): Order | undefined => {
  const [first, ...others] = call.world.returns.ofOrder(orderSn);
  return first?.shop.shopId === shopOf(call).shopId ? [first, ...others] : undefined;
};

const isOpen = ({ status }: ReturnRecord): boolean => !['ACCEPTED', 'CLOSED', 'CANCELLED'].includes(status);

const sum = (records: Order, amountOf: (record: ReturnRecord) => number): number =>
  records.reduce((total, record) => total + amountOf(record), 0);

const toOrderItem = (record: ReturnRecord, item: Item, position: number): JsonObject => {
  const price = toMajor(item.priceMinor, record.claim.currency);
  const isReturned = record.status === 'ACCEPTED' ? item.quantity : 0;
  return {
    item_id: item.itemId,
    item_name: item.name,
    item_sku: item.sku,
    model_id: item.modelId,
    model_name: item.variationSku,
    model_sku: item.variationSku,
    model_quantity_purchased: item.quantity,
    model_original_price: price,
    model_discounted_price: price,
    order_item_id: item.itemId,
    line_item_id: position + 1,
    // 64 bits, as the reference types it: no double holds this number.
    promotion_id: 9_007_199_254_740_993n + BigInt(position),
    active_qty: item.quantity,
    cancel_requested_qty: 0,
    cancelled_qty: 0,
    return_requested_qty: item.quantity,
    returned_qty: isReturned,
  };
};

const deliveredAtOf = ({ createdAt, claim }: ReturnRecord): Seconds =>
  Math.max(claim.orderedAt + hours(60), createdAt - hours(30));

const optionalFields = (order: Order): JsonObject => {
  const [first] = order;
  const { claim, orderSn } = first;
  const isCompleted = !order.some(isOpen);
  return {
    buyer_user_id: claim.buyer.username === '****' ? undefined : claim.buyer.userId,
    buyer_username: claim.buyer.username,
    item_list: order.flatMap((record) => record.claim.items.map((item, position) => toOrderItem(record, item, position))),
    total_amount: toMajor(
      sum(order, (record) => record.claim.requestedMinor),
      claim.currency,
    ),
    pay_time: claim.orderedAt + 240,
    pickup_done_time: claim.orderedAt + hours(20),
    package_list: [
      { package_number: `OFG${orderSn}`, logistics_status: 'LOGISTICS_DELIVERY_DONE', shipping_carrier: 'Standard Express' },
    ],
    actual_shipping_fee: 0,
    reverse_shipping_fee: 0,
    return_request_due_date: isCompleted ? deliveredAtOf(first) + hours(15 * 24) : undefined,
    fulfillment_flag: 'fulfilled_by_local_seller',
  };
};

const toOrder = (order: Order, wanted: ReadonlySet<string>): JsonObject => {
  const [first] = order;
  const chosen = Object.entries(optionalFields(order)).filter(([name]) => wanted.has(name));
  return {
    order_sn: first.orderSn,
    region: first.shop.region,
    currency: first.claim.currency,
    order_status: order.some(isOpen) ? 'TO_RETURN' : 'COMPLETED',
    create_time: first.claim.orderedAt,
    update_time: Math.max(...order.map(({ updatedAt }) => updatedAt)),
    cod: false,
    days_to_ship: 2,
    ...Object.fromEntries(chosen),
  };
};

const split = (text: string | null): readonly string[] => (text ?? '').split(',').filter((word) => word !== '');

const getOrderDetail = (call: ShopeeCall): Reply => {
  const { query } = call.request;
  const numbers = split(query.get('order_sn_list'));
  if (numbers.length < 1 || numbers.length > 50) throw wrongParameter('order_sn_list should have 1 to 50 entries');
  const orders = numbers.map((number) => orderOf(call, number)).filter((order) => order !== undefined);
  if (orders.length === 0) throw new Refusal('error_not_found', 'Wrong parameters, detail: the order is not found.');
  const wanted = new Set(split(query.get('response_optional_fields')));
  return respond(call, { order_list: orders.map((order) => toOrder(order, wanted)) });
};

const requireOrder = (call: ShopeeCall, code: string): Order => {
  const order = orderOf(call, call.request.query.get('order_sn') ?? '');
  if (order === undefined) throw new Refusal(code, 'Wrong parameters, detail: the order is not found.');
  return order;
};

const getEscrowDetail = (call: ShopeeCall): Reply => {
  const order = requireOrder(call, 'order_not_found');
  const [first] = order;
  const money = (minor: number): number => toMajor(minor, first.claim.currency);
  const [sold, refunded] = [sum(order, ({ claim }) => claim.requestedMinor), sum(order, ({ paidMinor }) => paidMinor)];
  const compensation = sum(order, (record) => record.compensation.amountMinor);
  return respond(call, {
    order_sn: first.orderSn,
    buyer_user_name: first.claim.buyer.username,
    return_order_sn_list: order.map(({ returnSn }) => returnSn),
    order_income: {
      escrow_amount: money(sold - refunded),
      // Below zero once the buyer was refunded, as measured on live shops.
      seller_return_refund: money(0 - refunded),
      drc_adjustable_refund: 0,
      reverse_shipping_fee: 0,
      seller_lost_compensation: money(compensation),
      order_adjustment: [],
      total_adjustment_amount: 0,
      escrow_amount_after_adjustment: money(sold - refunded + compensation),
    },
  });
};

const getTrackingInfo = (call: ShopeeCall): Reply => {
  const [first] = requireOrder(call, 'error_not_found');
  const { claim, solution, shop } = first;
  const event = (at: Seconds, description: string, status: string) => ({
    update_time: at,
    description,
    logistics_status: status,
  });
  const shipped = [event(claim.orderedAt + hours(20), 'Parcel collected from the seller', 'PICKED_UP')];
  const isUndelivered = shop.region === 'BR' && claim.reason === 'NOT_RECEIPT' && solution === 'REFUND';
  // Measured: a parcel that never reached the buyer comes back on its original tracking, not as a return.
  const later = isUndelivered
    ? [
        event(first.createdAt - hours(40), 'Delivery given up', 'RETURN_STARTED'),
        event(first.createdAt - hours(10), 'Parcel back at the seller', 'RETURNED'),
      ]
    : [event(deliveredAtOf(first), 'Parcel delivered', 'DELIVERED')];
  return respond(call, {
    order_sn: first.orderSn,
    package_number: `OFG${first.orderSn}`,
    logistics_status: isUndelivered ? 'RETURNED' : 'DELIVERED',
    tracking_info: [...shipped, ...later].reverse(),
  });
};

export const orderEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/api/v2/order/get_order_detail', type: 'shop', answer: getOrderDetail },
  { method: 'GET', path: '/api/v2/payment/get_escrow_detail', type: 'shop', answer: getEscrowDetail },
  { method: 'GET', path: '/api/v2/logistics/get_tracking_info', type: 'shop', answer: getTrackingInfo },
];
