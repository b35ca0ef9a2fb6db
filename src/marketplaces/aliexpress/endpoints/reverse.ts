import { toReverseOrder, toReverseReason } from '../native/reverse.js';
import { wireAnswered } from '../wire/orders.js';
import { wireReversePage, wireReverseReasons } from '../wire/reverse.js';
import { defineRead, defineWrite, nothing } from './define.js';

/** Whose orders: Arise and Miravia shops sell through a channel of the same gateway. */
export interface ReverseChannel {
  /** From `global.seller.relation.query`. */
  readonly channel: string;
  readonly channelSellerId: string;
}

export interface ReverseListInput extends ReverseChannel {
  readonly page: number;
  readonly pageSize: number;
  readonly reverseOrderId?: string;
  readonly tradeOrderId?: string;
  readonly statuses?: readonly string[];
  /** Epoch milliseconds. */
  readonly changedFrom?: number;
  readonly changedUntil?: number;
}

export type ReverseReasonsInput = ReverseChannel & {
  readonly locale?: 'zh_CN' | 'en_US';
} & ({ readonly reverseOrderLineId: string } | { readonly of: 'cancellations' });

export type ReverseAction =
  'InstantRefund' | 'agreeReturn' | 'refuseReturn' | 'agreeRefund' | 'refuseRefund' | 'confirmDelivery' | 'forwardToAgent';

interface ReverseStatement {
  readonly reasonId?: string;
  /** Demanded to refuse and to forward, with at least one picture. */
  readonly comment?: string;
  readonly images?: readonly { readonly name: string; readonly url: string }[];
}

export interface ReverseUpdateInput extends ReverseChannel, ReverseStatement {
  readonly action: ReverseAction;
  readonly reverseOrderId: string;
  readonly lineIds: readonly string[];
}

export interface ReverseCancellationInput extends ReverseChannel, ReverseStatement {
  readonly action: 'agreeCancel' | 'refuseCancel';
  readonly tradeOrderId: string;
  /** All lines of one package. */
  readonly lineIds: readonly string[];
}

const toId = (digits: string | undefined): bigint | undefined => (digits === undefined ? undefined : BigInt(digits));

const channelOf = ({ channel, channelSellerId }: ReverseChannel): { channel: string; channel_seller_id: bigint } => ({
  channel,
  channel_seller_id: BigInt(channelSellerId),
});

const statementOf = ({ reasonId, comment, images }: ReverseStatement): object => ({
  reason_id: toId(reasonId),
  comment,
  image_infos: images,
});

export const queryReverseOrders = defineRead({
  method: 'arise.reverse.order.query',
  parameters: (input: ReverseListInput) => ({
    param: {
      ...channelOf(input),
      page_no: input.page,
      page_size: input.pageSize,
      reverse_order_id: toId(input.reverseOrderId),
      trade_order_id: toId(input.tradeOrderId),
      reverse_status_list: input.statuses,
      reverse_order_line_time_range_start_time_stamp: input.changedFrom,
      reverse_order_line_time_range_end_time_stamp: input.changedUntil,
    },
  }),
  response: wireReversePage,
  parse: ({ result }) => ({
    total: Number(result.page_info?.total ?? 0),
    orders: (result.data_source ?? []).map(toReverseOrder),
  }),
});

export const listReverseReasons = defineRead({
  method: 'arise.reverse.order.reason.list',
  parameters: (input: ReverseReasonsInput) => ({
    param: {
      ...channelOf(input),
      locale: input.locale ?? 'en_US',
      ...('of' in input ? { reverse_type: 1 } : { reverse_order_line_id: BigInt(input.reverseOrderLineId) }),
    },
  }),
  response: wireReverseReasons,
  parse: ({ result }) => (result.data ?? []).map(toReverseReason),
});

/** Decides on lines of a reverse order. `InstantRefund` and `agreeRefund` move money and cannot be undone. */
export const updateReverseOrder = defineWrite({
  method: 'arise.reverse.order.return.update',
  parameters: (input: ReverseUpdateInput) => ({
    param0: {
      ...channelOf(input),
      action: input.action,
      reverse_order_id: BigInt(input.reverseOrderId),
      reverse_order_item_ids: input.lineIds.map(BigInt),
      ...statementOf(input),
    },
  }),
  response: wireAnswered,
  parse: nothing,
});

/** Answers a cancellation before shipment. `agreeCancel` refunds and cannot be undone. */
export const answerReverseCancellation = defineWrite({
  method: 'arise.reverse.order.cancel.response',
  parameters: (input: ReverseCancellationInput) => ({
    param0: {
      ...channelOf(input),
      action: input.action,
      trade_order_id: BigInt(input.tradeOrderId),
      trade_order_line_ids: input.lineIds.map(BigInt),
      ...statementOf(input),
    },
  }),
  response: wireAnswered,
  parse: nothing,
});
