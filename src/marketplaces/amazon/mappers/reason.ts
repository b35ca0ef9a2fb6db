import type { Reason } from '../../../core/reason.js';
import { translate, type Translated } from '../../../core/translated.js';

/**
 * Codes seen in reports, without their prefix. Amazon publishes no complete list, so it is open.
 * https://developer-docs.amazon.com/sp-api/docs/returns-reports-attributes
 */
export const reasons: Readonly<Record<string, Reason>> = {
  NO_REASON_GIVEN: 'no-reason',
  UNWANTED_ITEM: 'no-longer-needed',
  ORDERED_WRONG_ITEM: 'ordered-by-mistake',
  MISORDERED: 'ordered-by-mistake',
  FOUND_BETTER_PRICE: 'better-price',
  QUALITY_UNACCEPTABLE: 'quality-below-expectation',
  NOT_COMPATIBLE: 'not-compatible',
  DAMAGED_BY_FC: 'damaged-in-transit',
  DAMAGED_BY_CARRIER: 'damaged-in-transit',
  DAMAGED: 'damaged-in-transit',
  MISSED_ESTIMATED_DELIVERY: 'arrived-late',
  TOO_LATE: 'arrived-late',
  MISSING_PARTS: 'missing-parts',
  SWITCHEROO: 'wrong-item',
  DEFECTIVE: 'defective',
  BAD_ITEM: 'defective',
  EXTRA_ITEM: 'extra-item',
  UNAUTHORIZED_PURCHASE: 'unauthorised-purchase',
  BAD_DESC: 'not-as-described',
  NOT_AS_DESCRIBED: 'not-as-described',
  NOT_AS_PHOTO: 'not-as-described',
  POOR_FIT: 'does-not-fit',
  TOO_SMALL: 'does-not-fit',
  TOO_LARGE: 'does-not-fit',
  APPAREL_TOO_SMALL: 'does-not-fit',
  APPAREL_TOO_LARGE: 'does-not-fit',
  STYLE: 'style-or-colour',
  APPAREL_STYLE: 'style-or-colour',
  DID_NOT_LIKE_COLOR: 'style-or-colour',
  DID_NOT_LIKE_FABRIC: 'style-or-colour',
  UNDELIVERABLE_REFUSED: 'delivery-refused',
  UNDELIVERABLE_UNKNOWN: 'not-received',
  UND_UNKNOWN: 'not-received',
};

/** `AMZ-PG-APP-TOO-SMALL`: a prefix, a group of products that may be missing, and the reason. */
const bareWordsOf = (code: string): readonly string[] => {
  const bare = code.replace(/^(?:CR|AMZ-PG)-/, '');
  const withoutGroup = code.startsWith('AMZ-PG-') ? bare.replace(/^[A-Z]+-/, '') : bare;
  return [bare, withoutGroup].map((word) => word.replaceAll('-', '_'));
};

/** Our word for a reason code, in any of the spellings of the reports; free text stays as it is. */
export const toReason = (code: string): Translated<Reason> => {
  const word = bareWordsOf(code).find((bare) => Object.hasOwn(reasons, bare));
  return { unified: translate(reasons, word ?? code).unified, raw: code };
};
