import type { JsonObject } from '../../json.js';
import type { ReverseLine, ReverseOrder } from '../reverse-orders.js';
import { idOnWire, listOf } from './wire-list.js';

const toLine = ({ buyerId, createdAt, trackingNumber }: ReverseOrder, line: ReverseLine): JsonObject => ({
  reverse_order_line_id: idOnWire(line.lineId),
  trade_order_line_id: idOnWire(line.tradeLineId),
  reverse_status: line.status,
  ofc_status: line.status === 'REQUEST_REJECT' ? 'RETURN_CANCELED' : 'INITIAL',
  goods_status: line.goodsStatus,
  reason_code: line.reasonCode,
  reason_text: line.reasonText,
  refund_amount: line.refundMinor,
  item_unit_price: line.refundMinor,
  refund_payment_method: 'CARD',
  need_refund: true,
  dispute: line.status === 'CS_APPROVING',
  tracking_number: trackingNumber,
  seller_sku_id: line.sku,
  platform_sku_id: `${line.sku}-ES`,
  product_dto: { id: idOnWire(line.tradeLineId), sku: line.sku },
  buyer: { user_id: idOnWire(buyerId) },
  return_order_line_gmt_create: createdAt * 1000,
  return_order_line_gmt_modified: line.updatedAt * 1000,
});

/** Money in cents, times in milliseconds: this family counts otherwise than the issues do. */
export const toReverseOrder = (order: ReverseOrder): JsonObject => ({
  request_type: order.requestType,
  reverse_order_id: idOnWire(order.reverseOrderId),
  trade_order_id: idOnWire(order.tradeOrderId),
  shipping_type: 'DROP_OFF',
  reverse_order_line_dtolist: listOf(
    'reverse_order_line_dto',
    order.lines.map((line) => toLine(order, line)),
  ),
});
