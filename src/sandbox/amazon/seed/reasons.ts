/** Reason codes observed in seller-fulfilled returns reports, and one that nobody has listed: the list is open. */
export const returnReasons: readonly string[] = [
  'CR-ORDERED_WRONG_ITEM',
  'CR-DEFECTIVE',
  'CR-FOUND_BETTER_PRICE',
  'CR-DAMAGED_BY_CARRIER',
  'CR-NO_REASON_GIVEN',
  'CR-QUALITY_UNACCEPTABLE',
  'CR-NOT_COMPATIBLE',
  'CR-DAMAGED_BY_FC',
  'CR-MISSED_ESTIMATED_DELIVERY',
  'CR-MISSING_PARTS',
  'CR-SWITCHEROO',
  'CR-EXTRA_ITEM',
  'CR-UNWANTED_ITEM',
  'CR-UNAUTHORIZED_PURCHASE',
  'AMZ-PG-BAD-DESC',
  'AMZ-PG-MISORDERED',
  'AMZ-PG-BAD-ITEM',
  'AMZ-PG-DAMAGED',
  'AMZ-PG-APP-TOO-SMALL',
  'AMZ-PG-APP-TOO-LARGE',
  'AMZ-PG-APP-STYLE',
  'AMZ-PG-APP-TOO-LATE',
  'AMZ-PG-WJ-TOO-SMALL',
  'POOR_FIT',
  'DID_NOT_LIKE_COLOR',
  'DID_NOT_LIKE_FABRIC',
  'NOT_AS_PHOTO',
  'NOT_AS_DESCRIBED',
  'APPAREL_STYLE',
  'APPAREL_TOO_SMALL',
  'APPAREL_TOO_LARGE',
  'CR-REASON_OF_NEXT_YEAR',
];

/** For parcels that never reached the buyer. */
export const undeliveredReasons: readonly string[] = ['UNDELIVERABLE_UNKNOWN', 'UNDELIVERABLE_REFUSED', 'UND-UNKNOWN'];

/** FBA reports use the bare form. */
export const fbaReasons: readonly string[] = [
  'DEFECTIVE',
  'UNWANTED_ITEM',
  'NOT_COMPATIBLE',
  'ORDERED_WRONG_ITEM',
  'DAMAGED_BY_CARRIER',
  'MISSING_PARTS',
  'SWITCHEROO',
  'UNDELIVERABLE_UNKNOWN',
];
