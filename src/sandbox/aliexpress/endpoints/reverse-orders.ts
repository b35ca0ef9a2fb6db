import type { JsonObject } from '../../json.js';
import type { ReverseLine, ReverseOrder, ReverseStatus } from '../reverse-orders.js';
import { idOnWire, listOf } from '../wire/wire-list.js';
import { toReverseOrder } from '../wire/reverse-order.js';
import type { BusinessCall, BusinessMethod } from '../world.js';
import { idOf, itemsOn, requiredObject, textOf } from './input.js';

const failed = (code: string, message: string): JsonObject => ({
  result: { success: false, error_code: code, error_message: message },
});

const done = (data: unknown): JsonObject => ({ result: { success: true, data } });

/** These calls are for one shop of a newer channel: both have to be named. */
const isForChannel = ({ seller }: BusinessCall, input: JsonObject): boolean =>
  seller.channel === 'ARISE_ES' &&
  textOf(input['channel']) === seller.channel &&
  textOf(input['channel_seller_id']) === seller.channelSellerId;

const wrongChannel = failed('SELLER_NOT_EXIST', 'channel or channel_seller_id is wrong');

const textsOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(textOf) : []);

const toFilter = (input: JsonObject): ((order: ReverseOrder) => boolean) => {
  const statuses = textsOf(input['reverse_status_list']);
  const reverseOrderId = idOf(input['reverse_order_id'], 'reverse_order_id');
  const tradeOrderId = idOf(input['trade_order_id'], 'trade_order_id');
  const from = Number(input['reverse_order_line_time_range_start_time_stamp'] ?? 0);
  const until = Number(input['reverse_order_line_time_range_end_time_stamp'] ?? Infinity);
  return (order) =>
    (reverseOrderId === '' || order.reverseOrderId === reverseOrderId) &&
    (tradeOrderId === '' || order.tradeOrderId === tradeOrderId) &&
    (statuses.length === 0 || order.lines.some(({ status }) => statuses.includes(status))) &&
    order.createdAt * 1000 >= from &&
    order.createdAt * 1000 <= until;
};

const query = (call: BusinessCall): JsonObject => {
  const input = requiredObject(call, 'param');
  if (!isForChannel(call, input)) return wrongChannel;
  const page = { number: Number(input['page_no'] ?? 1), size: Number(input['page_size'] ?? 10) };
  const found = call.world.reverseOrders.ofSeller(call.seller.sellerId).filter(toFilter(input));
  return {
    result: {
      success: true,
      page_info: { current: page.number, total: found.length, page_size: page.size },
      data_source: listOf('data_source', itemsOn(found, page).map(toReverseOrder)),
    },
  };
};

const reasons = [
  { reason_id: 1000017, text: 'Product was used or damaged by the buyer', muti_language_text: 'Producto usado o dañado' },
  { reason_id: 1000018, text: 'Wrong item returned', muti_language_text: 'Artículo devuelto incorrecto' },
] as const;

const reasonList = (call: BusinessCall): JsonObject =>
  isForChannel(call, requiredObject(call, 'param')) ? done(listOf('reason', reasons)) : wrongChannel;

interface Action {
  readonly from: readonly ReverseStatus[];
  readonly to: ReverseStatus;
  /** Refusals and appeals need words and pictures. */
  readonly needsProof?: true;
}

const actions: Readonly<Record<string, Action>> = {
  InstantRefund: { from: ['REQUEST_INITIATE'], to: 'REFUND_SUCCESS' },
  agreeReturn: { from: ['REQUEST_INITIATE'], to: 'SELLER_AGREE_RETURN' },
  refuseReturn: { from: ['REQUEST_INITIATE'], to: 'REQUEST_REJECT', needsProof: true },
  confirmDelivery: { from: ['BUYER_RETURN_ITEM'], to: 'REFUND_PENDING' },
  agreeRefund: { from: ['REFUND_PENDING', 'BUYER_RETURN_ITEM'], to: 'REFUND_SUCCESS' },
  refuseRefund: { from: ['REFUND_PENDING', 'BUYER_RETURN_ITEM'], to: 'REQUEST_REJECT', needsProof: true },
  forwardToAgent: { from: ['REFUND_PENDING', 'BUYER_RETURN_ITEM'], to: 'CS_APPROVING', needsProof: true },
};

const hasProof = (input: JsonObject): boolean => {
  const images = input['image_infos'];
  return textOf(input['comment']) !== '' && Array.isArray(images) && images.length > 0;
};

const ownOrder = ({ world, seller }: BusinessCall, input: JsonObject): ReverseOrder | undefined => {
  const order = world.reverseOrders.find(idOf(input['reverse_order_id'], 'reverse_order_id'));
  return order?.seller.sellerId === seller.sellerId ? order : undefined;
};

interface Chosen {
  readonly order: ReverseOrder;
  readonly lines: readonly ReverseLine[];
}

const moveTo = (status: ReverseStatus, { order, lines }: Chosen, call: BusinessCall): void => {
  for (const line of lines) {
    line.status = status;
    line.updatedAt = call.now;
    if (status === 'REFUND_SUCCESS') call.world.refundReverseLine({ order, line, at: call.now });
  }
};

const update = (call: BusinessCall): JsonObject => {
  const input = requiredObject(call, 'param0');
  if (!isForChannel(call, input)) return wrongChannel;
  const order = ownOrder(call, input);
  if (order === undefined) return failed('112', 'no reverse order found');
  const action = actions[textOf(input['action'])];
  if (action === undefined) return failed('107', 'invalid action');
  const wanted = textsOf(input['reverse_order_item_ids']);
  const lines = order.lines.filter(({ lineId }) => wanted.includes(lineId));
  if (lines.length === 0 || lines.length < wanted.length) return failed('126', 'invalid reverse order lines');
  if (!lines.every(({ status }) => action.from.includes(status)))
    return failed('114', 'this reverse does not support this action');
  if (action.needsProof === true && !hasProof(input)) return failed('110', 'comment and images are needed');
  moveTo(action.to, { order, lines }, call);
  const moved = lines.map(({ lineId, refundMinor }) => ({
    reverse_order_line_id: idOnWire(lineId),
    refund_amount: refundMinor,
  }));
  return done({ reverse_order_id: idOnWire(order.reverseOrderId), reverse_order_line_dos: listOf('line', moved) });
};

const answerCancel = (call: BusinessCall): JsonObject => {
  const input = requiredObject(call, 'param0');
  if (!isForChannel(call, input)) return wrongChannel;
  const orderId = idOf(input['trade_order_id'], 'trade_order_id');
  const request = call.world.reverseOrders.cancelRequests().find(({ tradeOrderId }) => tradeOrderId === orderId);
  const lineIds = new Set(textsOf(input['trade_order_line_ids']));
  if (request?.status !== 'waitSellerConfirmCancel') return failed('131', 'no decision for this order');
  // All lines of a package are decided together.
  if (!request.lineIds.every((id) => lineIds.has(id))) return failed('123', 'invalid trade order lines');
  const isAgreed = textOf(input['action']) === 'agreeCancel';
  if (!isAgreed && (textOf(input['reason_id']) === '' || !hasProof(input)))
    return failed('108', 'reason, comment and images are needed');
  request.status = isAgreed ? 'canceled' : 'refused';
  return done(null);
};

export const reverseOrderMethods: readonly BusinessMethod[] = [
  { name: 'arise.reverse.order.query', answer: query },
  { name: 'arise.reverse.order.reason.list', answer: reasonList },
  { name: 'arise.reverse.order.return.update', answer: update },
  { name: 'arise.reverse.order.cancel.response', answer: answerCancel },
];
