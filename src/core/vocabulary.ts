/** What kind of after-sales case this is. A cancellation asks to stop an order, the others ask for money or goods. */
export const caseKinds = ['cancellation', 'refund-only', 'return', 'exchange', 'not-received', 'claim', 'chargeback'] as const;
/** What the buyer asks for at bottom; `chargeback` comes from the buyer's bank, `claim` from a guarantee of the marketplace. */
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
/** How far a case has come, in one vocabulary for all marketplaces; the marketplace's own words stay in `CaseSummary.native`. */
export type CasePhase = (typeof casePhases)[number];

export const parties = ['buyer', 'seller', 'marketplace', 'carrier', 'insurer'] as const;
/** Who can owe a duty, be liable or pay. */
export type Party = (typeof parties)[number];

/** Whose turn it is; `nobody` once the case has ended, `unknown` when the marketplace does not say. */
export type WaitingOn = Party | 'nobody' | 'unknown';

export const outcomes = ['refunded', 'partially-refunded', 'replaced', 'rejected', 'withdrawn', 'expired', 'unknown'] as const;
/** How a case ended. `expired`: a time limit ended it. `unknown`: it has ended, and the marketplace does not say how. */
export type Outcome = (typeof outcomes)[number];

export const payers = ['buyer', 'seller', 'marketplace', 'carrier', 'insurer', 'shared', 'nobody', 'unknown'] as const;
/** Who pays for a leg of shipping. `nobody`: nothing is to be paid, as nothing is sent. `unknown`: the facts or the sources do not say. */
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
/** What the buyer gets. `keep-and-refund`: money back without a return; `wait`: the parcel may still arrive. */
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
/** What is to be done by a deadline. The last three are no acts: the day after which a right or a presumption is gone. */
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
/** What the marketplace or the law makes of silence, such as `auto-refunded`: the seller's money goes back without being asked. */
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
/** How an order was sold and handled. Marketplaces have other rules for each, and some reach only one. */
export type Programme = (typeof programmes)[number];
