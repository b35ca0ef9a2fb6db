import * as z from 'zod';
import { optionalIdentifier, optionalNumber, optionalText } from './fields.js';

const amount = z.lazy(() => z.object({ CurrencyCode: optionalText, CurrencyAmount: optionalNumber }).nullish());

const charge = z.lazy(() => z.object({ ChargeType: optionalText, ChargeAmount: amount }));
const fee = z.lazy(() => z.object({ FeeType: optionalText, FeeAmount: amount }));
const promotion = z.lazy(() => z.object({ PromotionType: optionalText, PromotionId: optionalText, PromotionAmount: amount }));

const item = z.lazy(() =>
  z.object({
    SellerSKU: optionalText,
    OrderItemId: optionalIdentifier,
    /** The id of this very refund, claim or chargeback. */
    OrderAdjustmentItemId: optionalIdentifier,
    QuantityShipped: optionalNumber,
    ItemChargeAdjustmentList: z.array(charge).nullish(),
    ItemFeeAdjustmentList: z.array(fee).nullish(),
    ItemTaxWithheldList: z.array(z.object({ TaxesWithheld: z.array(charge).nullish() })).nullish(),
    PromotionAdjustmentList: z.array(promotion).nullish(),
  }),
);
export type WireFinancialItem = z.infer<typeof item>;

/** Refunds, guarantee claims and chargebacks share the shape of a shipment. */
const event = z.lazy(() =>
  z.object({
    AmazonOrderId: optionalIdentifier,
    SellerOrderId: optionalIdentifier,
    MarketplaceName: optionalText,
    PostedDate: optionalText,
    OrderChargeAdjustmentList: z.array(charge).nullish(),
    ShipmentItemAdjustmentList: z.array(item).nullish(),
  }),
);
export type WireFinancialEvent = z.infer<typeof event>;

const safeT = z.lazy(() =>
  z.object({
    PostedDate: optionalText,
    SAFETClaimId: optionalIdentifier,
    ReimbursedAmount: amount,
    ReasonCode: optionalText,
    SAFETReimbursementItemList: z
      .array(z.object({ itemChargeList: z.array(charge).nullish(), quantity: optionalNumber }))
      .nullish(),
  }),
);
export type WireSafeTEvent = z.infer<typeof safeT>;

export const wireFinancialEvents = z.lazy(() =>
  z.object({
    RefundEventList: z.array(event).nullish(),
    GuaranteeClaimEventList: z.array(event).nullish(),
    ChargebackEventList: z.array(event).nullish(),
    SAFETReimbursementEventList: z.array(safeT).nullish(),
  }),
);
export type WireFinancialEvents = z.infer<typeof wireFinancialEvents>;

export const wireFinancialEventsAnswer = z.lazy(() =>
  z.object({
    payload: z.object({ NextToken: optionalText, FinancialEvents: wireFinancialEvents.nullish() }),
  }),
);
