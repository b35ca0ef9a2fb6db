import type { Duty, Money, OnMiss, Party, Payer, Remedy } from './vocabulary.js';

/** `needs-review`: an unknown fact or rule decides, so a person must; never a guess. */
export type Verdict = 'eligible' | 'needs-review' | 'ineligible';

export type Confidence = 'text' | 'official-summary' | 'secondary' | 'unconfirmed' | 'seller';

/** The rule a figure comes from. `validFrom` is the first day the rule holds, `null` when it does not say. */
export interface Citation {
  readonly rule: string;
  readonly source: string;
  readonly validFrom: string | null;
  readonly confidence: Confidence;
}
export type Because = readonly Citation[];

export const rightKinds = ['withdrawal', 'conformity', 'non-delivery', 'late-delivery', 'voluntary'] as const;
/** `voluntary`: any grant without a reason that is not statute. */
export type RightKind = (typeof rightKinds)[number];

export type Layer = 'law' | 'marketplace' | 'seller';

/** Days are `YYYY-MM-DD` in `zone`; a day counts whole. */
export interface Window {
  /** `null`: open since the contract. */
  readonly opensAt: string | null;
  /** `null`: not running yet, without end, or unknown; `state` says which. */
  readonly lastDay: string | null;
  /** Last millisecond of `lastDay` in `zone`, as an instant; asked at or before it is in time. */
  readonly closesAt: string | null;
  /** The latest last day if every unknown fell the buyer's way; `null` = same as `lastDay`. */
  readonly mayExtendTo: string | null;
  readonly state: 'open' | 'closed' | 'not-open-yet' | 'not-running' | 'unlimited' | 'unknown';
  readonly zone: string;
  readonly because: Because;
}

export interface DecisionDeadline {
  readonly duty: Duty;
  readonly party: Party;
  /** An instant; `null` while the trigger has not happened. */
  readonly by: string | null;
  readonly lastDay: string | null;
  /** The fact that starts the clock and is not there yet, such as `events.goodsReturnedAt`. */
  readonly startsWhen: string | null;
  readonly strength: 'hard' | 'recommended';
  readonly onMiss: OnMiss;
  readonly source: 'marketplace' | 'policy';
  /** `estimated`: the day may be later, because a trigger is an estimate or the holidays are not known. */
  readonly certainty: 'stated' | 'derived' | 'estimated';
  readonly satisfiedBy: 'sent' | 'received' | 'opened' | 'done';
  readonly right: string | null;
  /** The computed `by` that a stated one beat. */
  readonly differsFrom: string | null;
  readonly because: Because;
}

export const refundLineKinds = [
  'item',
  'outbound-shipping',
  'tax',
  'import-duty',
  'return-shipping',
  'restocking',
  'fixed-fee',
  'diminished-value',
  'use',
  'pro-rata-service',
  'late-surcharge',
  'interest',
  'monetary-correction',
  'rounding',
] as const;
export type RefundLineKind = (typeof refundLineKinds)[number];

/** Signed: refunded above zero, deducted below. The lines add up to the total exactly. */
export interface RefundLine {
  readonly kind: RefundLineKind;
  readonly amount: Money;
  readonly cap: Money | null;
  readonly because: Because;
}

export type RefundForm = 'original-means' | 'store-credit' | 'exchange' | 'unknown';

export interface Refund {
  /** `null`: at least one line is unknown, see `unknownLines`. */
  readonly total: Money | null;
  readonly form: RefundForm;
  readonly lines: readonly RefundLine[];
  readonly unknownLines: readonly RefundLineKind[];
}

export interface RemedyOption {
  readonly remedy: Remedy;
  readonly chosenBy: 'buyer' | 'seller';
  /** Steps of a ladder: 1 is offered first. */
  readonly step: number;
  readonly isOpen: boolean;
  readonly because: Because;
}

/** Who pays each leg of shipping. */
export interface Pays {
  readonly outbound: Payer;
  readonly return: Payer;
  readonly replacement: Payer;
}

export interface Terms {
  readonly window: Window | null;
  readonly pays: Pays;
  readonly refund: Refund;
  readonly remedies: readonly RemedyOption[];
  readonly deadlines: readonly DecisionDeadline[];
}

export interface RightDecision extends Terms {
  /** `<kind>/<source>`: `withdrawal/law:EU`, `conformity/seller:house`. */
  readonly id: string;
  readonly kind: RightKind;
  readonly layer: Layer;
  readonly source: string;
  readonly verdict: Verdict;
  /** The exclusion or closed window that ended it. */
  readonly lostTo: string | null;
  readonly reasons: readonly string[];
  readonly because: Because;
}

export interface Requirement {
  readonly code: string;
  readonly state: 'required' | 'not-required' | 'missing' | 'met';
  readonly because: Because;
}

export const affectedParts = ['verdict', 'window', 'pays', 'refund', 'deadlines'] as const;
export type AffectedPart = (typeof affectedParts)[number];

/** A fact that would change the answer; `presumed` says what its absence was read as, `null` when nothing was presumed. */
export interface MissingFact {
  readonly fact: string;
  readonly affects: readonly AffectedPart[];
  readonly presumed: string | null;
}

export interface Overridden {
  readonly parameter: string;
  readonly right: string;
  readonly winner: string;
  readonly loser: string;
  /** Where the losing value is stated. */
  readonly because: Because;
}

export interface DecisionReason {
  readonly code: string;
  readonly path: string | null;
  readonly right: string | null;
}

/**
 * The answer to one case: plain JSON, every key present, equal after a JSON round trip.
 * Its own terms are the merged terms of the recommended family of rights as on the day of the request.
 */
export interface ReturnDecision extends Terms {
  readonly verdict: Verdict;
  /** Every right asked, also the lost ones; order: law, marketplace, seller, then kind, then id. */
  readonly rights: readonly RightDecision[];
  readonly recommended: string | null;
  readonly liable: Party | 'unknown';
  /** Terms neither better nor worse for the buyer than these. */
  readonly alternatives: readonly Terms[];
  readonly requirements: readonly Requirement[];
  readonly reasons: readonly DecisionReason[];
  readonly missing: readonly MissingFact[];
  readonly overrode: readonly Overridden[];
  readonly warnings: readonly { readonly code: string; readonly right: string | null }[];
}
