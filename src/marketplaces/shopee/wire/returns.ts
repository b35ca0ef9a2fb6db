import * as z from 'zod';
import { number, optionalFlag, optionalNumber, optionalText, optionalTexts } from './fields.js';

const serialNumber = z.string().regex(/^\S+$/);

const item = z.lazy(() =>
  z.object({
    item_id: optionalNumber,
    model_id: optionalNumber,
    name: optionalText,
    /** A quantity, not money. */
    amount: optionalNumber,
    item_price: optionalNumber,
    item_sku: optionalText,
    variation_sku: optionalText,
    refund_amount: optionalNumber,
  }),
);

const compensationPart = z.lazy(() => z.object({ compensation_type: optionalText, compensation_amount: optionalNumber }));

const compensation = z.lazy(() =>
  z.object({
    seller_compensation_status: optionalText,
    seller_compensation_due_date: optionalNumber,
    compensation_amount: optionalNumber,
    // Documented as an object, sent as an array.
    compensation_amount_list: z.union([z.array(compensationPart), compensationPart]).nullish(),
  }),
);

const negotiation = z.lazy(() =>
  z.object({
    negotiation_status: optionalText,
    latest_solution: optionalText,
    latest_offer_amount: optionalNumber,
    latest_offer_creator: optionalText,
    offer_due_date: optionalNumber,
  }),
);

const proof = z.lazy(() => z.object({ seller_proof_status: optionalText, seller_evidence_deadline: optionalNumber }));

const textOrTexts = z.lazy(() => z.union([z.array(z.union([z.string(), z.number()])), z.string(), z.number()]).nullish());

const goodsOnTheirWayBack = () => ({
  logistics_status: optionalText,
  // The table of the reference and its sample spell these two differently.
  reverse_logistics_status: optionalText,
  reverse_logistic_status: optionalText,
  reverse_logistics_channel_name: optionalText,
  reverse_logistic_channel_name: optionalText,
  return_pickup_address: z.object({ region: optionalText }).nullish(),
  is_seller_arrange: optionalFlag,
  has_uploaded_shipping_proof: optionalFlag,
  is_arrived_at_warehouse: optionalNumber,
});

/**
 * A return as `get_return_list` and `get_return_detail` send it. Rows of the list carry flat `*_status` fields by the
 * documentation and sometimes the nested objects of the detail as well, so both are read from one schema.
 */
export const wireReturn = z.lazy(() =>
  z.object({
    return_sn: serialNumber,
    order_sn: serialNumber,
    create_time: number,
    update_time: optionalNumber,
    status: optionalText,
    reason: optionalText,
    reassessed_request_reason: optionalText,
    text_reason: optionalText,
    image: optionalTexts,
    buyer_videos: z.array(z.object({ video_url: optionalText })).nullish(),
    refund_amount: optionalNumber,
    is_refund_amount_adjusted: optionalFlag,
    currency: optionalText,
    due_date: optionalNumber,
    return_ship_due_date: optionalNumber,
    return_seller_due_date: optionalNumber,
    tracking_number: optionalText,
    dispute_reason: textOrTexts,
    dispute_text_reason: textOrTexts,
    needs_logistics: optionalFlag,
    user: z.object({ username: optionalText }).nullish(),
    item: z.array(item).nullish(),
    negotiation_status: optionalText,
    negotiation: negotiation.nullish(),
    seller_proof_status: optionalText,
    seller_evidence_deadline: optionalNumber,
    seller_proof: proof.nullish(),
    seller_compensation_status: optionalText,
    seller_compensation: compensation.nullish(),
    ...goodsOnTheirWayBack(),
    return_refund_type: optionalText,
    return_solution: optionalNumber,
    return_refund_request_type: optionalNumber,
    validation_type: optionalText,
    shipping_fee_responsibility: optionalText,
  }),
);
export type WireReturn = z.infer<typeof wireReturn>;
export type WireReturnItem = z.infer<typeof item>;

/** Each row is read on its own, so that one that cannot be read does not hide the others. */
export const wireReturnPage = z.lazy(() => z.object({ more: z.unknown().optional(), return: z.unknown().optional() }));

const solution = z.lazy(() =>
  z.object({
    eligibility: optionalFlag,
    refund_amount_adjustable: optionalFlag,
    max_refund_amount: optionalNumber,
    min_refund_amount: optionalNumber,
  }),
);
export type WireSolution = z.infer<typeof solution>;

export const wireSolutions = z.lazy(() =>
  z.object({ offer_return_refund: solution.nullish(), offer_refund: solution.nullish() }),
);
export type WireSolutions = z.infer<typeof wireSolutions>;

const evidenceModule = z.lazy(() =>
  z.object({ module_index: optionalNumber, requirement: optionalText, is_required: optionalFlag }),
);

const disputeReason = z.lazy(() =>
  z.object({
    dispute_reason: number,
    dispute_reason_text: optionalText,
    dispute_requirement: optionalText,
    evidence_module_list: z.array(evidenceModule).nullish(),
  }),
);
export type WireDisputeReason = z.infer<typeof disputeReason>;

export const wireDisputeReasons = z.lazy(() => z.object({ dispute_reason_list: z.array(disputeReason).nullish() }));

/** What a write on a return answers: its own serial number. */
export const wireWritten = z.lazy(() => z.object({ return_sn: serialNumber }));

/** `dispute` and `cancel_dispute` also say in words how it went. */
export const wireDisputed = z.lazy(() => z.object({ return_sn: serialNumber, msg: optionalText, message: optionalText }));
