import type { JsonObject } from '../../json.js';
import type { Item, ReturnRecord } from '../record.js';
import { toMajor } from '../regions.js';

const toItem = ({ claim, quirks }: ReturnRecord, item: Item): JsonObject => ({
  model_id: item.modelId,
  name: item.name,
  images: claim.images.slice(0, 1),
  amount: item.quantity,
  item_price: toMajor(item.priceMinor, claim.currency),
  is_add_on_deal: false,
  is_main_item: false,
  add_on_deal_id: 0,
  item_id: item.itemId,
  item_sku: item.sku,
  variation_sku: item.variationSku,
  refund_amount: toMajor(item.refundMinor, claim.currency),
  hot_listing_item: quirks.hasExtraFields ? false : undefined,
});

const followUpsOf = ({ claim, warehouse }: ReturnRecord): readonly JsonObject[] => {
  const action = warehouse?.action;
  if (action === undefined) return [];
  return claim.items.map(({ itemId, modelId, quantity }) => ({
    item_id: itemId,
    model_id: modelId,
    qty: quantity,
    current_status: action,
    related_order_sn_list: [],
    resell_failed_next_step: '',
  }));
};

/** The fields the reference added since September 2025; older shapes are without them, as long as they say nothing special. */
export const toNewerFields = (record: ReturnRecord): JsonObject => {
  const { claim, quirks, warehouse, shop } = record;
  const isPlain = claim.requestType === 0 && warehouse === undefined && !claim.isSellerArranged;
  if (quirks.isOldShape && isPlain) return {};
  return {
    reassessed_request_reason: claim.reassessedReason,
    is_seller_arrange: claim.isSellerArranged,
    is_shipping_proof_mandatory: claim.isSellerArranged,
    return_refund_request_type: claim.requestType,
    validation_type: claim.validation,
    is_arrived_at_warehouse: warehouse?.arrival,
    follow_up_action_list: warehouse && followUpsOf(record),
    is_partial_quantity_return: claim.items.some(({ quantity }) => quantity > 1),
    is_refund_amount_adjusted: record.refundMinor < claim.requestedMinor,
    shipping_fee_responsibility: shop.region === 'BR' ? 'Pending' : undefined,
  };
};

/** `null` before a dispute, then English texts, or the bare id as in the reference's sample. */
const toDisputeReason = ({ dispute, quirks }: ReturnRecord, texts: DisputeTexts): unknown => {
  if (dispute === undefined) return null;
  return quirks.disputeReasonForm === 'number' ? dispute.reasonId : [texts(dispute.reasonId)];
};

const toDisputeText = ({ dispute, quirks }: ReturnRecord): unknown => {
  if (dispute === undefined) return quirks.disputeReasonForm === 'number' ? '' : [];
  return quirks.disputeReasonForm === 'number' ? dispute.text : [dispute.text];
};

export type DisputeTexts = (reasonId: number) => string;

/** What a list row and a detail say alike about the request. */
export const toClaimFields = (record: ReturnRecord, texts: DisputeTexts): JsonObject => {
  const { claim } = record;
  return {
    image: claim.images,
    reason: claim.reason,
    text_reason: claim.textReason,
    return_sn: record.returnSn,
    refund_amount: toMajor(record.refundMinor, claim.currency),
    currency: claim.currency,
    create_time: record.createdAt,
    update_time: record.updatedAt,
    status: record.status,
    tracking_number: record.parcel.trackingNumber,
    dispute_reason: toDisputeReason(record, texts),
    dispute_text_reason: toDisputeText(record),
    needs_logistics: record.solution === 'RETURN_REFUND',
    amount_before_discount: toMajor(claim.beforeDiscountMinor, claim.currency),
    user: { username: claim.buyer.username, email: claim.buyer.email, portrait: claim.buyer.portrait },
    item: claim.items.map((item) => toItem(record, item)),
    order_sn: record.orderSn,
    return_refund_type: claim.refundType,
    return_solution: record.solution === 'RETURN_REFUND' ? 0 : 1,
    hot_listing_order: record.quirks.hasExtraFields ? true : undefined,
  };
};
