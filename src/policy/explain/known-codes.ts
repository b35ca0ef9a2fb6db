/** Codes the engine itself says. A seller's document may say others: those are shown as they are written. */
export const judgementCodes = [
  'within-window',
  'window-closed',
  'window-not-open',
  'window-unknown',
  'window-may-extend',
  'abuse-suspected',
  'fault-disputed',
  'depends-on-missing-facts',
  'too-many-unknowns',
  'facts-invalid',
  'no-right',
  'no-rule-applies',
] as const;

/** What ends a right, or leaves it to a person, in the packs. */
export const packCodes = [
  'activated-high-loss',
  'air-travel-only',
  'alcohol-futures',
  'betting',
  'carrier-chosen-by-buyer',
  'change-of-mind-unconfirmed',
  'custom-made',
  'customised-goods-unconfirmed',
  'damaged-by-buyer',
  'dated-leisure',
  'delivery-disputed',
  'digital',
  'digital-begun',
  'displaced-by-posted-policy',
  'displaced-by-shown-terms',
  'exclusions-not-read',
  'hygiene-sealed',
  'hygiene-unsealed',
  'law-unconfirmed',
  'listed-countries-unconfirmed',
  'listed-without-returns',
  'market-price',
  'media-unsealed',
  'mixes-inseparably',
  'near-expiry-only',
  'near-expiry-or-flawed',
  'newspaper',
  'no-statutory-right',
  'only-before-shipping',
  'only-cash-on-delivery',
  'perishable',
  'public-auction',
  'scope-unconfirmed',
  'service-may-be-performed',
  'shorter-for-perishables',
  'unsuitable-by-nature',
  'urgent-repair',
  'used-with-high-loss',
] as const;

export const warningCodes = ['law-not-loaded', 'marketplace-rules-not-loaded', 'remedy-not-offered'] as const;

/** Codes with something after a colon; in their sentence it stands as `{of}`. */
export const openCodes = [
  'condition-broken',
  'condition-unknown',
  'reason-may-also-be',
  'deadline-differs',
  'deadline-estimated',
  'calendar-missing',
  'calendar-estimated',
  'part-not-settled',
  'platform-disagrees',
] as const;

export const requirementCodes = [
  'local-return-address',
  'prepaid-return-label',
  'proof-of-purchase',
  'signature-confirmation',
  'withdrawal-function',
] as const;

type Code =
  | (typeof judgementCodes)[number]
  | (typeof packCodes)[number]
  | (typeof warningCodes)[number]
  | (typeof openCodes)[number]
  | (typeof requirementCodes)[number];

export type CodeWords = Readonly<Record<Code, string>>;
