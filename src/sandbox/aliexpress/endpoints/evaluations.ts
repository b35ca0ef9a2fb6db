import type { JsonObject } from '../../json.js';
import type { Evaluation, OrderRecord } from '../order-record.js';
import { toPacificText } from '../pacific-time.js';
import { invalidParameter } from '../refusals.js';
import { idOnWire, listOf } from '../wire/wire-list.js';
import type { BusinessCall, BusinessMethod } from '../world.js';
import { idOf, required, requiredId, requiredObject, textOf } from './input.js';

const mostOrders = 50;

const toEvaluation = (order: OrderRecord, evaluation: Evaluation): JsonObject => ({
  order_id: idOnWire(evaluation.childOrderId),
  parent_order_id: idOnWire(order.orderId),
  product_id: idOnWire(order.lines[0]?.product.productId ?? '0'),
  buyer_evaluation: evaluation.stars,
  buyer_feedback: evaluation.feedback,
  seller_reply: evaluation.sellerReply,
  valid_date: toPacificText(evaluation.validAt),
});

const orderIdsOf = (input: JsonObject): readonly string[] => {
  const ids = input['parent_order_ids'];
  if (ids === undefined || ids === null) return [];
  if (!Array.isArray(ids) || ids.length > mostOrders) throw invalidParameter(`parent_order_ids must be up to ${mostOrders} ids`);
  return ids.map((id: unknown) => idOf(id, 'parent_order_ids'));
};

const list = (call: BusinessCall): JsonObject => {
  const wanted = orderIdsOf(requiredObject(call, 'trade_evaluation_request'));
  const found = call.world.orders
    .ofSeller(call.seller.sellerId)
    .filter(({ orderId }) => wanted.length === 0 || wanted.includes(orderId))
    .flatMap((order) => order.evaluations.map((evaluation) => toEvaluation(order, evaluation)));
  return { target_list: listOf('trade_evaluation_open_dto', found), time_stamp: toPacificText(call.now) };
};

/** The buyer and everybody else reads it. */
const reply = (call: BusinessCall): JsonObject => {
  const order = call.world.orders.find(requiredId(call, 'parent_order_id'));
  const childOrderId = requiredId(call, 'child_order_id');
  const text = textOf(required(call, 'text'));
  const own = order?.seller.sellerId === call.seller.sellerId ? order : undefined;
  const evaluation = own?.evaluations.find((candidate) => candidate.childOrderId === childOrderId);
  if (evaluation?.sellerReply !== '') return { target: false };
  evaluation.sellerReply = text;
  return { target: true };
};

export const evaluationMethods: readonly BusinessMethod[] = [
  { name: 'aliexpress.evaluation.listorderevaluation.get', answer: list },
  { name: 'aliexpress.evaluation.evaluation.reply', answer: reply },
];
