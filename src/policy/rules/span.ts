/** What starts a clock. Each is one fact; `triggerFacts` in `trigger.ts` says which. */
export const triggers = [
  'placed',
  'contract',
  'contract-document',
  'shipped',
  'delivered',
  'first-delivered',
  'installed',
  'listed-return-end',
  'completed',
  'promised',
  'requested',
  'notice',
  'defect-known',
  'authorised',
  'proof-of-dispatch',
  'dispatched-back',
  'handed-to-designated-carrier',
  'goods-returned',
  'inspected',
  'refund-data-given',
  'refunded',
  'claim-opened',
  'claim-decided',
  'information-asked',
  'chargeback-notice',
  'refund-charged',
  'last-message',
  'repair-started',
  'repair-ended',
  'told:withdrawalRight',
  'told:requiredInformation',
  'told:contractCopy',
  'told:sellerAddress',
  'told:writtenConfirmation',
] as const;
/** The event that a period is counted from. A period whose event has not happened is not running. */
export type Trigger = (typeof triggers)[number];

/** Whether the clock starts with something the buyer is told, which a scene may only assume. */
export const isAboutTelling = (trigger: Trigger): boolean => trigger.startsWith('told:');

/** The triggers a seller's document may name. */
export const sellerTriggers = [
  'placed',
  'shipped',
  'delivered',
  'promised',
  'requested',
  'authorised',
  'goods-returned',
  'inspected',
  'claim-opened',
] as const satisfies readonly Trigger[];

/**
 * `elapsed-days` are 24 hours each, as platform clocks count; `days` are civil days; months and years keep the day number.
 * `business-days-and-saturdays` is for laws of which it is not known whether a Saturday counts.
 */
export type SpanUnit = 'hours' | 'elapsed-days' | 'days' | 'business-days' | 'business-days-and-saturdays' | 'months' | 'years';

/**
 * An end of a period as an expression. A span may start from another bound: chained periods run from the day before any roll,
 * and the roll is applied once, at the very end.
 */
export type Bound =
  | {
      readonly kind: 'span';
      readonly amount: number;
      readonly unit: SpanUnit;
      readonly from: Trigger | Bound;
      /** Whether the day of the trigger is day 1. Default `excluded`, as nearly everywhere; Japan's SCT 15-3 includes it. */
      readonly firstDay?: 'excluded' | 'included';
    }
  | { readonly kind: 'until'; readonly day: string }
  | { readonly kind: 'unlimited' }
  | { readonly kind: 'latest-of' | 'earliest-of'; readonly bounds: readonly Bound[] }
  /** One of them, and the source does not say which: every one of them is possible. */
  | { readonly kind: 'any-of'; readonly bounds: readonly Bound[] }
  /** The first whose start is known, such as a promised day and, where none was promised, the law's own. */
  | { readonly kind: 'first-known'; readonly bounds: readonly Bound[] }
  /** Of a deadline: the end of the window that the same source grants in this case. */
  | { readonly kind: 'own-window' }
  /** There is an end and no source that could be read says where. `latest-of` with a day: not before that day. */
  | { readonly kind: 'unknown' };

/** What happens when the last day is not a working day; `unknown` = the source does not say and both are possible. */
export type Roll = 'none' | 'next-working-day' | 'unknown';

/** A period with the place its days are counted in. */
export interface Period {
  readonly closes: Bound;
  /** Absent = open since the contract. */
  readonly opens?: Bound;
  readonly roll?: Roll;
  /** A calendar by id; absent = the place where the party who must act acts. */
  readonly calendar?: string;
}

/** Every clock that a bound is counted from, at any depth. */
export const triggersOf = (bound: Bound): readonly Trigger[] => {
  if (bound.kind === 'span') return typeof bound.from === 'string' ? [bound.from] : triggersOf(bound.from);
  return 'bounds' in bound ? bound.bounds.flatMap(triggersOf) : [];
};
