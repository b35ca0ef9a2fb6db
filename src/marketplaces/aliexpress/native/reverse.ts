import { present } from '../../../core/present.js';
import { toInstant, type Instant } from '../../../core/time.js';
import { toCount, toIdentifier, toText } from '../mappers/values.js';
import type { WireNumber } from '../wire/fields.js';
import type { WireReverseLine, WireReverseOrder, WireReverseReason } from '../wire/reverse.js';

/** A line of a reverse order at Arise or Miravia. Amounts as the platform sends them; their unit is documented nowhere. */
export interface AliExpressReverseLine {
  readonly id: string;
  readonly tradeOrderLineId?: string;
  readonly status: string;
  readonly goodsStatus?: string;
  readonly reasonId?: string;
  readonly reasonText?: string;
  readonly refundAmount?: number;
  readonly sellerSku?: string;
  readonly openedAt?: Instant;
  readonly updatedAt?: Instant;
}

/** A return at Arise or Miravia: one request of a buyer, with a line for each of the goods. */
export interface AliExpressReverseOrder {
  readonly id: string;
  readonly tradeOrderId?: string;
  /** `RETURN` or `ONLY_REFUND`. */
  readonly requestType: string;
  readonly lines: readonly AliExpressReverseLine[];
}

/** A reason that an answer to a reverse order may give, by the id to send. */
export interface AliExpressReverseReason {
  readonly id: string;
  readonly text: string;
}

const latestEpochInMs = 253_402_300_799_000;

const toEpochTime = (value: WireNumber): Instant | undefined => {
  const time = toCount(value);
  return time === undefined || time <= 0 || time > latestEpochInMs ? undefined : toInstant(time);
};

const toLine = (wire: WireReverseLine): AliExpressReverseLine =>
  present({
    id: toIdentifier(wire.reverse_order_line_id) ?? '',
    tradeOrderLineId: toIdentifier(wire.trade_order_line_id),
    status: toText(wire.reverse_status) ?? '',
    goodsStatus: toText(wire.goods_status),
    reasonId: toIdentifier(wire.reason_code),
    reasonText: toText(wire.reason_text),
    refundAmount: toCount(wire.refund_amount),
    sellerSku: toText(wire.seller_sku_id),
    openedAt: toEpochTime(wire.return_order_line_gmt_create),
    updatedAt: toEpochTime(wire.return_order_line_gmt_modified),
  });

export const toReverseOrder = (wire: WireReverseOrder): AliExpressReverseOrder =>
  present({
    id: toIdentifier(wire.reverse_order_id) ?? '',
    tradeOrderId: toIdentifier(wire.trade_order_id),
    requestType: toText(wire.request_type) ?? '',
    lines: (wire.reverse_order_line_dtolist ?? []).map(toLine),
  });

export const toReverseReason = (wire: WireReverseReason): AliExpressReverseReason => ({
  id: toIdentifier(wire.reason_id) ?? '',
  text: toText(wire.text) ?? toText(wire.muti_language_text) ?? '',
});
