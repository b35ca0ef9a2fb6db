/** What kind of after-sales case this is. A cancellation asks to stop an order, the others ask for money or goods. */
export const caseKinds = ['cancellation', 'refund-only', 'return', 'exchange', 'not-received', 'claim', 'chargeback'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** Where the case stands. `unknown` means the marketplace used a word this version does not know. */
export const casePhases = [
  'requested',
  'negotiating',
  'awaiting-label',
  'awaiting-shipment',
  'in-transit',
  'inspection',
  'disputed',
  'refund-pending',
  'closed',
  'unknown',
] as const;
export type CasePhase = (typeof casePhases)[number];

export const parties = ['buyer', 'seller', 'marketplace', 'carrier', 'insurer'] as const;
export type Party = (typeof parties)[number];

/** Whose turn it is; `nobody` once the case has ended, `unknown` when the marketplace does not say. */
export type WaitingOn = Party | 'nobody' | 'unknown';

export const outcomes = ['refunded', 'partially-refunded', 'replaced', 'rejected', 'withdrawn', 'expired', 'unknown'] as const;
export type Outcome = (typeof outcomes)[number];

export const payers = ['buyer', 'seller', 'marketplace', 'carrier', 'insurer', 'shared', 'nobody', 'unknown'] as const;
export type Payer = (typeof payers)[number];

export const remedies = [
  'refund',
  'partial-refund',
  'repair',
  'replacement',
  'exchange',
  'price-reduction',
  'reship',
  'missing-part',
  'store-credit',
  'keep-and-refund',
  'wait',
] as const;
export type Remedy = (typeof remedies)[number];

/** What a party owes by a deadline. Shared by cases and decisions, so that a stated and a computed deadline can be matched. */
export const duties = [
  'apply',
  'notify-defect',
  'answer',
  'answer-message',
  'authorise-return',
  'provide-label',
  'provide-address',
  'collect-goods',
  'dispatch-back',
  'confirm-receipt',
  'inspect',
  'refund',
  'repair',
  'replace',
  'ship',
  'deliver',
  'submit-evidence',
  'answer-offer',
  'file-claim',
  'answer-claim',
  'appeal',
  'answer-chargeback',
  'claim-compensation',
  'platform-decides',
  'liability-ends',
  'presumption-ends',
  'action-barred',
] as const;
export type Duty = (typeof duties)[number];

/** What happens when the deadline passes in silence. */
export const onMisses = [
  'denied',
  'auto-approved',
  'auto-refunded',
  'platform-decides',
  'liability-shifts',
  'case-closed',
  'surcharge',
  'none',
  'unknown',
] as const;
export type OnMiss = (typeof onMisses)[number];

/** Where the goods end up under an action or an offer. */
export type Goods = 'kept-by-buyer' | 'returned';

/** Who handled the order; decides which marketplace rules apply. */
export const programmes = [
  'fulfilled-by-seller',
  'fulfilled-by-marketplace',
  'mall',
  'non-mall',
  'choice',
  'marketplace',
  'cross-border',
  'other',
] as const;
export type Programme = (typeof programmes)[number];
