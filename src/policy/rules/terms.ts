import type { RefundForm } from '../decision.js';
import type { Duty, Money, OnMiss, Party, Payer, Remedy } from '../vocabulary.js';
import type { Bound, Period } from './span.js';

/** A share in hundredths of a percent: 15 % is 1500. Whole numbers, so that amounts stay exact. */
export type BasisPoints = number;

export const wholeInBasisPoints = 10_000;

export const goodsConditions = [
  'unused',
  'unwashed',
  'unopened',
  'complete',
  'original-packaging',
  'undamaged',
  'proof-of-purchase',
] as const;
/** What must be true of the goods that come back. */
export type GoodsCondition = (typeof goodsConditions)[number] | 'not-activated' | 'not-handled-beyond-testing';

/** What happens when a condition is broken. */
export type Otherwise =
  | { readonly kind: 'refuse' }
  | { readonly kind: 'deduct'; readonly line: 'diminished-value' | 'use'; readonly upTo: BasisPoints };

export const legs = ['outbound', 'return', 'replacement'] as const;
export type Leg = (typeof legs)[number];

/** Who pays a leg; `cap` is the most the seller adds when the cost is shared. */
export interface PayerTerm {
  readonly payer: Payer;
  readonly cap?: Money;
}

/** How much of the first delivery is refunded: nothing, as much as the `cheapest` standard delivery cost, or all that was paid. */
export type OutboundScope = 'none' | 'cheapest' | 'full';

/** A deduction: a share of the item, or a fixed amount, never more than the cap. `return-shipping` takes the known cost of the way back. */
export interface Fee {
  readonly kind: 'restocking' | 'fixed-fee' | 'use' | 'diminished-value' | 'pro-rata-service' | 'return-shipping';
  /** Of the price as paid, also where only a share of it comes back (IL: the lower of 5 % of the price or ILS 100). */
  readonly percent?: BasisPoints;
  readonly amount?: Money;
  readonly cap?: Money;
}

/**
 * What a refund that comes late is raised by: a share of the price by the days of delay. The first step whose last day has not passed
 * counts; a step without one has no end. `unknown`: a share is owed that no source could be read for.
 */
export interface LateRefund {
  readonly line: 'late-surcharge' | 'interest' | 'monetary-correction';
  readonly period: Period;
  readonly steps: readonly { readonly lastDayLate?: number; readonly percent: BasisPoints | 'unknown' }[];
}

/** What comes back and in which form. `item` is a share of the price as paid in basis points: 10,000 is all of it. */
export interface RefundTerms {
  readonly item?: BasisPoints | 'unknown';
  readonly outbound?: OutboundScope | 'unknown';
  readonly form?: Exclude<RefundForm, 'unknown'>;
  readonly fees?: readonly Fee[];
  readonly late?: LateRefund;
}

/** One step of a ladder of remedies: 1 is asked for first, 2 where it failed or was refused. */
export interface RemedyStep {
  readonly remedy: Remedy;
  readonly chosenBy: 'buyer' | 'seller';
  readonly step: number;
}

/** A duty with the period it has to be done in. What happens in silence is `onMiss`; without `strength` it is hard. */
export interface DeadlineTerm {
  readonly duty: Duty;
  readonly party: Party;
  readonly period: Period;
  readonly strength?: 'hard' | 'recommended';
  readonly onMiss?: OnMiss;
  readonly satisfiedBy?: 'sent' | 'received' | 'opened' | 'done';
}

/** A duty of form, such as offering a withdrawal button. `fact` says where the facts tell whether it was met. */
export interface RequirementTerm {
  readonly code: string;
  readonly isRequired: boolean;
  readonly disclosure?: string;
}

/** What one rule says. A field that is absent is not said; a narrower rule replaces only the fields it has. */
export interface RuleTerms {
  readonly window?: Period;
  /** The later of this and the window: never shortens, so extensions never clash. */
  readonly extend?: Bound;
  /** Ends the right of this source for the case. Exclusions add up. */
  readonly exclude?: string;
  /** Leaves the case to a person: the right becomes `needs-review` with this code. Reviews add up. */
  readonly review?: string;
  readonly conditions?: readonly GoodsCondition[];
  readonly otherwise?: Otherwise;
  readonly pays?: Readonly<Partial<Record<Leg, PayerTerm>>>;
  readonly refund?: RefundTerms;
  readonly remedies?: readonly RemedyStep[];
  readonly deadlines?: readonly DeadlineTerm[];
  readonly requirements?: readonly RequirementTerm[];
}
