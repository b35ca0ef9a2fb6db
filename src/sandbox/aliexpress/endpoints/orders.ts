import type { JsonObject } from '../../json.js';
import type { OrderRecord, OrderStatus } from '../order-record.js';
import { fromPacificText } from '../pacific-time.js';
import type { Seconds } from '../record.js';
import { invalidParameter } from '../refusals.js';
import { toOrderDetail, toOrderRow } from '../wire/order.js';
import { listOf } from '../wire/wire-list.js';
import type { BusinessCall, BusinessMethod } from '../world.js';
import { idOf, itemsOn, pageOf, required, requiredId, requiredObject, textOf } from './input.js';

const largestPage = 50;
const day = 86_400;

const boundOf = (query: JsonObject, name: string, absent: number): number => {
  const text = textOf(query[name]);
  const at = text === '' ? absent : fromPacificText(text);
  if (at === undefined) throw invalidParameter(`${name} must look like 2026-11-02 10:00:00`);
  return at;
};

const statusesOf = (query: JsonObject): readonly string[] => {
  const single = textOf(query['order_status']);
  const list = query['order_status_list'];
  return [...(single === '' ? [] : [single]), ...(Array.isArray(list) ? list.map(textOf) : [])];
};

/** Orders of the last 180 days unless told otherwise; ended ones only where they are asked for on their own. */
const toFilter = (call: BusinessCall, query: JsonObject): ((order: OrderRecord) => boolean) => {
  const [from, until] = [boundOf(query, 'create_date_start', call.now - 180 * day), boundOf(query, 'create_date_end', Infinity)];
  const [changedFrom, changedUntil] = [boundOf(query, 'modified_date_start', 0), boundOf(query, 'modified_date_end', Infinity)];
  const statuses = statusesOf(query);
  const buyer = textOf(query['buyer_login_id']);
  const statusOf = (order: OrderRecord): OrderStatus => call.world.orders.statusOf(order);
  const updatedAtOf = (order: OrderRecord): Seconds => call.world.orders.updatedAtOf(order);
  return (order) =>
    order.createdAt >= from &&
    order.createdAt <= until &&
    updatedAtOf(order) >= changedFrom &&
    updatedAtOf(order) <= changedUntil &&
    (buyer === '' || order.buyerLoginId === buyer) &&
    (statuses.length === 0 ? statusOf(order) !== 'FINISH' : statuses.includes(statusOf(order)));
};

/** The third layer of errors: HTTP 200, no `error_response`, and a result that says no. */
const listRefused: JsonObject = {
  result: { success: false, error_code: 'PARAM_ERROR', error_message: 'modified_date needs create_date_start beside it' },
};

const list = (call: BusinessCall): JsonObject => {
  const query = requiredObject(call, 'param_aeop_order_query');
  if (textOf(query['modified_date_start']) !== '' && textOf(query['create_date_start']) === '') return listRefused;
  const page = pageOf(query, largestPage);
  const found = call.world.orders.ofSeller(call.seller.sellerId).filter(toFilter(call, query));
  const rows = itemsOn(found, page).map((order) => toOrderRow(call.world, order, call.now));
  return {
    result: {
      success: true,
      current_page: page.number,
      page_size: page.size,
      total_count: found.length,
      total_page: Math.ceil(found.length / page.size),
      time_stamp: String(call.now * 1000),
      target_list: listOf('aeop_order_item_dto', rows),
    },
  };
};

const findOrder = (call: BusinessCall, orderId: string): OrderRecord | undefined => {
  const order = call.world.orders.find(orderId);
  return order?.seller.sellerId === call.seller.sellerId ? order : undefined;
};

const find = (call: BusinessCall): JsonObject => {
  const orderId = idOf(requiredObject(call, 'param1')['order_id'], 'order_id');
  const order = findOrder(call, orderId);
  return order === undefined ? {} : { target: toOrderDetail(call.world, order) };
};

const failed = (code: number, memo: string): JsonObject => ({ is_success: false, sub_error_code: code, memo });

/** No more than this in all; the real limit is not documented. */
const mostExtraDays = 30;

const extend = (call: BusinessCall): JsonObject => {
  const order = findOrder(call, requiredId(call, 'param0'));
  const extraDays = Number(required(call, 'param1'));
  if (order === undefined) return failed(100, 'no such order');
  if (order.status !== 'WAIT_BUYER_ACCEPT_GOODS') return failed(210, 'not allowed in this state');
  if (!Number.isInteger(extraDays) || extraDays < 1 || order.extendedDays + extraDays > mostExtraDays)
    return failed(201, 'longer than the system allows');
  order.extendedDays += extraDays;
  order.acceptBy += extraDays * day;
  order.updatedAt = call.now;
  return { is_success: true };
};

const answerCancellation =
  (answer: 'accept' | 'refuse') =>
  (call: BusinessCall): JsonObject => {
    const input = requiredObject(call, 'param_order_cancel_request');
    const order = findOrder(call, idOf(input['order_id'], 'order_id'));
    const fail = (code: string, message: string): JsonObject => ({
      result: { success: false, target: false, error_code: code, error_message: message },
    });
    if (order?.buyerLoginId !== textOf(input['buyer_login_id'])) return fail('ORDER_NOT_EXIST', 'the order does not exist');
    if (order.status !== 'IN_CANCEL') return fail('ORDER_STATUS_ERROR', 'the buyer has not asked to cancel this order');
    order.status = answer === 'accept' ? 'FINISH' : 'WAIT_SELLER_SEND_GOODS';
    order.endReason = answer === 'accept' ? 'buyer_cancel_order_in_risk_time' : '';
    order.updatedAt = call.now;
    if (answer === 'accept') call.world.refundOrder(order, call.now);
    return { result: { success: true, target: true } };
  };

export const orderMethods: readonly BusinessMethod[] = [
  { name: 'aliexpress.trade.seller.orderlist.get', answer: list },
  { name: 'aliexpress.trade.new.redefining.findorderbyid', answer: find },
  { name: 'aliexpress.trade.redefining.extendsbuyeracceptgoodstime', answer: extend },
  { name: 'aliexpress.trade.seller.order.acceptcancel', answer: answerCancellation('accept') },
  { name: 'aliexpress.trade.seller.order.refusecancel', answer: answerCancellation('refuse') },
];
