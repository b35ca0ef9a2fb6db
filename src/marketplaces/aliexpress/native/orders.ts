import type { Money } from '../../../core/money.js';
import { present } from '../../../core/present.js';
import type { Instant } from '../../../core/time.js';
import { toAmount, toCount, toIdentifier, toText, toTime } from '../mappers/values.js';
import type { WireOrderPage, WireOrderRow } from '../wire/orders.js';

/** A row of the seller's orders, with the name under which its buyer logs in: personal data. */
export interface AliExpressOrderRow {
  readonly orderId: string;
  readonly status: string;
  /** `NO_ISSUE`, `IN_ISSUE`, `END_ISSUE`. */
  readonly issueStatus?: string;
  readonly buyerLoginId?: string;
  readonly placedAt?: Instant;
  readonly updatedAt?: Instant;
  readonly paid?: Money;
}

/** One page of the seller's orders; `total` counts those of all pages. */
export interface AliExpressOrderPage {
  readonly total?: number;
  readonly orders: readonly AliExpressOrderRow[];
}

const toRow = (wire: WireOrderRow): AliExpressOrderRow =>
  present({
    orderId: toIdentifier(wire.order_id) ?? '',
    status: toText(wire.order_status) ?? '',
    issueStatus: toText(wire.issue_status),
    buyerLoginId: toText(wire.buyer_login_id),
    placedAt: toTime(wire.gmt_create),
    updatedAt: toTime(wire.gmt_update),
    paid: toAmount(wire.pay_amount?.amount, wire.pay_amount?.currency_code),
  });

export const toOrderPage = ({ result }: WireOrderPage): AliExpressOrderPage =>
  present({ total: toCount(result.total_count), orders: (result.target_list ?? []).map(toRow) });
