import type { Remedy } from '../../core/vocabulary.js';

/** Remedies that pay the buyer. */
const payingRemedies = ['refund', 'partial-refund', 'price-reduction', 'store-credit', 'keep-and-refund'] as const;

/** Remedies this marketplace can carry out; the first group moves money, the second sends goods. */
export const grantableRemedies = [
  ...payingRemedies,
  'replacement',
  'exchange',
  'repair',
  'reship',
  'missing-part',
] as const satisfies readonly Remedy[];
/** What the buyer of a seeded case may ask for: every remedy but `wait`, which sends neither money nor goods. */
export type GrantableRemedy = (typeof grantableRemedies)[number];

export const movesMoney = (remedy: Remedy): boolean => payingRemedies.some((paying) => paying === remedy);

/** Where a seeded case may begin. Negotiation is reached by an offer of either side. */
export const startingPhases = ['requested', 'awaiting-shipment', 'in-transit', 'inspection', 'disputed'] as const;
/** Where a seeded case begins; it got there by the steps before, and has their offers and parcels. */
export type StartingPhase = (typeof startingPhases)[number];

/** A word as this marketplace writes it: `submitEvidence` and `partial-refund` become `SUBMIT_EVIDENCE` and `PARTIAL_REFUND`. */
export const toNativeWord = (word: string): string => word.replace(/[A-Z]/g, '_$&').replaceAll('-', '_').toUpperCase();
