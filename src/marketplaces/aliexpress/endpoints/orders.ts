import { toAddress } from '../native/addresses.js';
import { toEvaluation } from '../native/evaluations.js';
import { toOrderPage } from '../native/orders.js';
import { wireAddresses, wireEvaluations } from '../wire/application.js';
import { wireAnswered, wireExtended, wireOrderAnswer, wireOrderPage, wireReplied, type WireOrder } from '../wire/orders.js';
import { defineRead, defineWrite, nothing } from './define.js';

export interface OrderInput {
  /** Digits; the order that the buyer paid, not one of its lines. */
  readonly orderId: string;
}

/** Times in the platform's own form and zone: `yyyy-MM-dd HH:mm:ss` in Los Angeles. */
export interface OrderListInput {
  readonly page: number;
  readonly pageSize: number;
  readonly createdFrom?: string;
  readonly createdUntil?: string;
  readonly modifiedFrom?: string;
  readonly modifiedUntil?: string;
  /** `IN_ISSUE`, `IN_CANCEL`, … `FINISH` must be asked for on its own. */
  readonly statuses?: readonly string[];
  readonly buyerLoginId?: string;
}

export interface ExtensionInput extends OrderInput {
  readonly days: number;
}

export interface EvaluationsInput {
  /** At most 50. */
  readonly orderIds: readonly string[];
}

export interface ReplyInput extends OrderInput {
  /** The order's line that was evaluated. */
  readonly childOrderId: string;
  readonly text: string;
}

export interface CancellationInput extends OrderInput {
  readonly buyerLoginId: string;
}

export const findOrder = defineRead({
  method: 'aliexpress.trade.new.redefining.findorderbyid',
  parameters: ({ orderId }: OrderInput) => ({ param1: { order_id: BigInt(orderId) } }),
  response: wireOrderAnswer,
  parse: ({ target }): WireOrder | undefined => target ?? undefined,
});

export const getOrderList = defineRead({
  method: 'aliexpress.trade.seller.orderlist.get',
  parameters: (input: OrderListInput) => ({
    param_aeop_order_query: {
      current_page: input.page,
      page_size: input.pageSize,
      create_date_start: input.createdFrom,
      create_date_end: input.createdUntil,
      modified_date_start: input.modifiedFrom,
      modified_date_end: input.modifiedUntil,
      order_status_list: input.statuses,
      buyer_login_id: input.buyerLoginId,
    },
  }),
  response: wireOrderPage,
  parse: toOrderPage,
});

/** The ids that an agreement to a return needs. Names, streets and telephone numbers of the answer are left behind. */
export const getReturnAddresses = defineRead({
  method: 'aliexpress.logistics.redefining.getlogisticsselleraddresses',
  parameters: (_input: undefined) => ({ seller_address_query: ['sender', 'pickup', 'refund'] }),
  response: wireAddresses,
  parse: ({ refund_seller_address_list: addresses }) => (addresses ?? []).map(toAddress),
});

/** Gives the buyer more days to confirm that the goods came. */
export const extendReceipt = defineWrite({
  method: 'aliexpress.trade.redefining.extendsbuyeracceptgoodstime',
  parameters: ({ orderId, days }: ExtensionInput) => ({ param0: orderId, param1: days }),
  response: wireExtended,
  parse: nothing,
});

export const getEvaluations = defineRead({
  method: 'aliexpress.evaluation.listorderevaluation.get',
  parameters: ({ orderIds }: EvaluationsInput) => ({ trade_evaluation_request: { parent_order_ids: orderIds.map(BigInt) } }),
  response: wireEvaluations,
  parse: ({ target_list: evaluations }) => (evaluations ?? []).map(toEvaluation),
});

/** Answers an evaluation where everybody can read it, and cannot be taken back. */
export const replyToEvaluation = defineWrite({
  method: 'aliexpress.evaluation.evaluation.reply',
  parameters: ({ orderId, childOrderId, text }: ReplyInput) => ({ child_order_id: childOrderId, parent_order_id: orderId, text }),
  response: wireReplied,
  parse: nothing,
});

/** Lets the buyer cancel an order that is not shipped yet. Refunds it, and cannot be undone. */
export const acceptCancellation = defineWrite({
  method: 'aliexpress.trade.seller.order.acceptcancel',
  parameters: ({ orderId, buyerLoginId }: CancellationInput) => ({
    param_order_cancel_request: { buyer_login_id: buyerLoginId, order_id: BigInt(orderId) },
  }),
  response: wireAnswered,
  parse: nothing,
});

/** Refuses to cancel: the order is to be shipped. */
export const refuseCancellation = defineWrite({
  method: 'aliexpress.trade.seller.order.refusecancel',
  parameters: ({ orderId, buyerLoginId, memo }: CancellationInput & { readonly memo: string }) => ({
    param_order_cancel_request: { buyer_login_id: buyerLoginId, memo, order_id: BigInt(orderId) },
  }),
  response: wireAnswered,
  parse: nothing,
});
