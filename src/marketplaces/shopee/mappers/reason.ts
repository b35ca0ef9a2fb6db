import type { Reason } from '../../../core/reason.js';
import { translate, type Translated } from '../../../core/translated.js';
import type { WireReturn } from '../wire/returns.js';
import { toText } from './values.js';

/**
 * Both official spellings (guides 227 and 31) and the words seen on live shops only (SLIGHT_SCRATCH_DENTS, OUTER_DAMAGED_PACKAGE,
 * LONG_DELIVERY_TIME). The wire sends NOT_RECEIPT, guide 31 prints NONRECEIPT.
 */
const reasons: Readonly<Record<string, Reason>> = {
  NOT_RECEIPT: 'not-received',
  NONRECEIPT: 'not-received',
  LONG_DELIVERY_TIME: 'arrived-late',
  WRONG_ITEM: 'wrong-item',
  SELLER_SENT_WRONG_ITEM: 'wrong-item',
  ITEM_WRONGDAMAGED: 'wrong-item',
  ITEM_MISSING: 'missing-parts',
  SUSPICIOUS_PARCEL: 'empty-box',
  ITEM_DAMAGED: 'damaged-in-transit',
  PHYSICAL_DMG: 'damaged-in-transit',
  BROKEN_PRODUCTS: 'damaged-in-transit',
  SPILLED_CONTENTS: 'damaged-in-transit',
  DAMAGED_PACKAGE: 'damaged-in-transit',
  OUTER_DAMAGED_PACKAGE: 'damaged-in-transit',
  SCRATCHED: 'damaged-in-transit',
  SLIGHT_SCRATCH_DENTS: 'damaged-in-transit',
  DAMAGED_OTHERS: 'damaged-in-transit',
  SPOILED_ROTTEN: 'damaged-in-transit',
  FUNCTIONAL_DMG: 'defective',
  DIFF_DESC: 'not-as-described',
  DIFFERENT_DESCRIPTION: 'not-as-described',
  SIZE_DEVIATION: 'not-as-described',
  LOOK_DEVIATION: 'not-as-described',
  USED: 'not-as-described',
  EXPIRED_PRODUCT: 'expired',
  DATE_DEVIATION: 'expired',
  ITEM_FAKE: 'counterfeit',
  CHANGE_MIND: 'no-longer-needed',
  CHANGE_OF_MIND: 'no-longer-needed',
  NO_REASON: 'no-reason',
  ITEM_NOT_FIT: 'does-not-fit',
  EXPECTATION_FAILED: 'quality-below-expectation',
  WRONG_ORDER_INFO: 'ordered-by-mistake',
  WRONG_ADDRESS: 'delivery-failed-address',
  MUTUAL_AGREE: 'mutual-agreement',
  MUITAL_AGREE: 'mutual-agreement',
  OTHER: 'other',
  NONE: 'other',
};

const notReceived = new Set(['NOT_RECEIPT', 'NONRECEIPT']);

/** Shopee's agent may put a better word in place of the buyer's; `NONE` means that nobody did. */
export const isReassessed = (wire: WireReturn): boolean => (toText(wire.reassessed_request_reason) ?? 'NONE') !== 'NONE';

const reasonWordOf = (wire: WireReturn): string =>
  toText(isReassessed(wire) ? wire.reassessed_request_reason : wire.reason) ?? '';

export const isNotReceived = (wire: WireReturn): boolean => notReceived.has(reasonWordOf(wire));

/** What the platform holds to be the reason, the reassessed word first. A parcel refused at the door says so by its request type. */
export const toReason = (wire: WireReturn, requestType: number | undefined): Translated<Reason> => {
  const word = reasonWordOf(wire);
  const isUnstated = word === '' || word === 'NONE' || word === 'OTHER';
  return requestType === 2 && isUnstated ? { unified: 'delivery-refused', raw: word } : translate(reasons, word);
};
