/** Reasons whose buyer has nothing to send back. */
export const refundOnlyReasons = [
  'NOT_RECEIPT',
  'ITEM_MISSING',
  'SPILLED_CONTENTS',
  'SUSPICIOUS_PARCEL',
  'LONG_DELIVERY_TIME',
  'SPOILED_ROTTEN',
  'EXPIRED_PRODUCT',
  'NONE',
  'NONRECEIPT',
] as const;

/** Every other word of the reference's two lists, with those measured outside them. */
export const returnReasons = [
  'WRONG_ITEM',
  'FUNCTIONAL_DMG',
  'CHANGE_MIND',
  'PHYSICAL_DMG',
  'DIFFERENT_DESCRIPTION',
  'ITEM_NOT_FIT',
  'BROKEN_PRODUCTS',
  'ITEM_FAKE',
  'EXPECTATION_FAILED',
  'ITEM_DAMAGED',
  'MUTUAL_AGREE',
  'OTHER',
  'DAMAGED_OTHERS',
  'DIFF_DESC',
  'SIZE_DEVIATION',
  'LOOK_DEVIATION',
  'DATE_DEVIATION',
  'SCRATCHED',
  'DAMAGED_PACKAGE',
  'USED',
  'SELLER_SENT_WRONG_ITEM',
  'NO_REASON',
  'CHANGE_OF_MIND',
  'WRONG_ORDER_INFO',
  'WRONG_ADDRESS',
  'MUITAL_AGREE',
  'SLIGHT_SCRATCH_DENTS',
  'OUTER_DAMAGED_PACKAGE',
] as const;

/** Used on Vietnamese shops only. */
export const vietnameseReason = 'ITEM_WRONGDAMAGED';

export type RequestKind = 'return' | 'refund-only';

export const reasonsOf = (kind: RequestKind): readonly string[] => (kind === 'return' ? returnReasons : refundOnlyReasons);
