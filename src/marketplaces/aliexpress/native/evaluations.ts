import { present } from '../../../core/present.js';
import { toCount, toIdentifier, toText } from '../mappers/values.js';
import type { WireEvaluation } from '../wire/application.js';

/** What a buyer wrote about a line of an order. The texts are personal data: do not log them. */
export interface AliExpressEvaluation {
  readonly orderId?: string;
  readonly childOrderId?: string;
  readonly productId?: string;
  readonly stars?: number;
  readonly feedback?: string;
  readonly sellerReply?: string;
}

export const toEvaluation = (wire: WireEvaluation): AliExpressEvaluation =>
  present({
    orderId: toIdentifier(wire.parent_order_id),
    childOrderId: toIdentifier(wire.order_id),
    productId: toIdentifier(wire.product_id),
    stars: toCount(wire.buyer_evaluation),
    feedback: toText(wire.buyer_feedback),
    sellerReply: toText(wire.seller_reply),
  });
