import { writeJson, type JsonObject } from '../../json.js';
import { centFactorOf, fromDollarMinor, toMajorText } from '../currencies.js';
import type { OrderLine, OrderRecord } from '../order-record.js';
import { toPacificText } from '../pacific-time.js';
import type { IssueRecord } from '../record.js';
import type { AliExpressWorld } from '../world.js';
import { idOnWire, listOf } from './wire-list.js';

const amount = (minor: number, currency: string): JsonObject => ({
  amount: toMajorText(minor, currency),
  currency_code: currency,
});

const issueOf = ({ issues }: AliExpressWorld, { orderId }: OrderRecord, line: OrderLine): IssueRecord | undefined =>
  issues.ofOrder(orderId).find((issue) => issue.orderId === line.childOrderId);

/** The orders' own words for what the issues call processing and finished. */
const issueWordOf = (issue: IssueRecord | undefined): string => {
  if (issue === undefined) return 'NO_ISSUE';
  return issue.status === 'processing' ? 'IN_ISSUE' : 'END_ISSUE';
};

const toLine = (world: AliExpressWorld, order: OrderRecord, line: OrderLine): JsonObject => ({
  child_id: idOnWire(line.childOrderId),
  order_id: idOnWire(order.orderId),
  product_id: idOnWire(line.product.productId),
  sku_code: `SKU-${line.product.productId.slice(-4)}`,
  product_name: line.product.name,
  product_count: line.product.quantity,
  product_unit_price: amount(fromDollarMinor(line.product.priceMinor, line.currency), line.currency),
  total_product_amount: amount(line.amountMinor, line.currency),
  son_order_status: world.orders.statusOf(order),
  show_status: world.orders.statusOf(order),
  issue_status: issueWordOf(issueOf(world, order, line)),
  can_submit_issue: order.sentAt > 0,
  fund_status: 'PAY_SUCCESS',
  delivery_time: '3-7',
  send_goods_time: toPacificText(order.sentAt),
  extend_map: writeJson({ orderBusinessModel: 'SELF' }),
});

const logisticsOf = ({ sentAt, status }: OrderRecord): string => {
  if (sentAt === 0) return 'WAIT_SELLER_SEND_GOODS';
  return status === 'FINISH' ? 'BUYER_ACCEPT_GOODS' : 'SELLER_SEND_GOODS';
};

const payAmountOf = ({ lines }: OrderRecord): JsonObject => {
  const total = lines.reduce((sum, line) => sum + line.amountMinor, 0);
  return amount(total, lines[0]?.currency ?? 'USD');
};

const orderIssueWord = (world: AliExpressWorld, order: OrderRecord): string => {
  const words = world.issues.ofOrder(order.orderId).map(issueWordOf);
  if (words.includes('IN_ISSUE')) return 'IN_ISSUE';
  return words.length > 0 ? 'END_ISSUE' : 'NO_ISSUE';
};

/** One order as the list has it. `timeout_left_time` counts milliseconds and goes below zero. */
export const toOrderRow = (world: AliExpressWorld, order: OrderRecord, now: number): JsonObject => ({
  order_id: idOnWire(order.orderId),
  order_status: world.orders.statusOf(order),
  issue_status: orderIssueWord(world, order),
  frozen_status: 'NO_FROZEN',
  fund_status: 'PAY_SUCCESS',
  logistics_status: logisticsOf(order),
  timeout_left_time: (order.acceptBy - now) * 1000,
  pay_amount: payAmountOf(order),
  gmt_create: toPacificText(order.createdAt),
  gmt_update: toPacificText(world.orders.updatedAtOf(order)),
  gmt_pay_time: toPacificText(order.paidAt),
  gmt_send_goods_time: toPacificText(order.sentAt),
  buyer_login_id: order.buyerLoginId,
  end_reason: order.endReason,
  product_list: listOf(
    'aeop_order_product_dto',
    order.lines.map((line) => toLine(world, order, line)),
  ),
});

const toRefundInfo = (issue: IssueRecord | undefined): JsonObject => {
  if (issue === undefined) return {};
  const { currency } = issue.claim;
  const isPaid = issue.paidMinor > 0;
  return {
    refund_info: {
      refund_status: isPaid ? 'refund_ok' : issue.status === 'processing' ? 'wait_refund' : 'close',
      refund_type: 'c',
      refund_cash_amt: { ...amount(issue.paidMinor, currency), cent: issue.paidMinor, cent_factor: centFactorOf(currency) },
      refund_reason: issue.claim.reasonEnglish,
      refund_time: isPaid ? toPacificText(issue.updatedAt) : '',
    },
  };
};

const toChild = (world: AliExpressWorld, order: OrderRecord, line: OrderLine): JsonObject => {
  const issue = issueOf(world, order, line);
  return {
    id: idOnWire(line.childOrderId),
    product_id: idOnWire(line.product.productId),
    product_name: line.product.name,
    product_count: line.product.quantity,
    product_price: amount(fromDollarMinor(line.product.priceMinor, line.currency), line.currency),
    init_order_amt: amount(line.amountMinor, line.currency),
    issue_status: issueWordOf(issue),
    ...(issue && {
      child_issue_info: { issue_status: issue.status, issue_model: 'seller', issue_time: toPacificText(issue.createdAt) },
    }),
    ...toRefundInfo(issue),
  };
};

/** One order by its id. */
export const toOrderDetail = (world: AliExpressWorld, order: OrderRecord): JsonObject => ({
  id: idOnWire(order.orderId),
  order_status: world.orders.statusOf(order),
  issue_status: orderIssueWord(world, order),
  frozen_status: 'NO_FROZEN',
  fund_status: 'PAY_SUCCESS',
  logistics_status: logisticsOf(order),
  buyerloginid: order.buyerLoginId,
  buyer_info: { login_id: order.buyerLoginId, country: order.country },
  order_amount: payAmountOf(order),
  gmt_create: toPacificText(order.createdAt),
  gmt_modified: toPacificText(world.orders.updatedAtOf(order)),
  gmt_pay_success: toPacificText(order.paidAt),
  over_time_left: toPacificText(order.acceptBy),
  order_end_reason: order.endReason,
  ...toRefundInfo(world.issues.ofOrder(order.orderId).find(({ paidMinor }) => paidMinor > 0)),
  ...(order.status === 'IN_CANCEL' && { cancel_request_reason: order.cancelReason }),
  child_order_list: listOf(
    'aeop_tp_child_order_dto',
    order.lines.map((line) => toChild(world, order, line)),
  ),
});
