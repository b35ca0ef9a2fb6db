import type { Duty, Money, OnMiss, Party, Payer, Remedy } from './vocabulary.js';

/** `needs-review`: an unknown fact or rule decides, so a person must; never a guess. */
export type Verdict = 'eligible' | 'needs-review' | 'ineligible';

/**
 * How a figure was read: in the text itself, in a summary of the authority's own, second hand, or not confirmed by any source;
 * `seller` for the seller's own rule.
 */
export type Confidence = 'text' | 'official-summary' | 'secondary' | 'unconfirmed' | 'seller';

/** The rule a figure comes from. `validFrom` is the first day the rule holds, `null` when it does not say. */
export interface Citation {
  readonly rule: string;
  readonly source: string;
  readonly validFrom: string | null;
  readonly confidence: Confidence;
}
/** The rules a figure rests on. Empty where it follows from no rule, such as a price. */
export type Because = readonly Citation[];

export const rightKinds = ['withdrawal', 'conformity', 'non-delivery', 'late-delivery', 'voluntary'] as const;
/** `voluntary`: any grant without a reason that is not statute. */
export type RightKind = (typeof rightKinds)[number];

/** Who says it. Law holds whatever the others say; a marketplace binds its sellers; the seller may only grant more. */
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

/** What a party must do, by when, and what follows from silence. `lastDay` is the civil day that `by` ends; `null` where `by` is. */
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
/** What a line of a refund is for; fees, loss of value and the buyer's share of shipping are deducted. */
export type RefundLineKind = (typeof refundLineKinds)[number];

/** Signed: refunded above zero, deducted below. The lines add up to the total exactly. */
export interface RefundLine {
  readonly kind: RefundLineKind;
  readonly amount: Money;
  readonly cap: Money | null;
  readonly because: Because;
}

/** How the refund is given; `unknown` where no source in force says it. */
export type RefundForm = 'original-means' | 'store-credit' | 'exchange' | 'unknown';

/** What the buyer gets back, line by line. It is a computation: nothing is paid by it. */
export interface Refund {
  /** `null`: at least one line is unknown, see `unknownLines`. */
  readonly total: Money | null;
  readonly form: RefundForm;
  readonly lines: readonly RefundLine[];
  readonly unknownLines: readonly RefundLineKind[];
}

/** A remedy and who may choose it. `isOpen`: it may be chosen now; later steps of a law open once an earlier one was tried. */
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

/** Until when, at whose cost, for how much: of one right alone, or merged for the recommended one and its like. */
export interface Terms {
  readonly window: Window | null;
  readonly pays: Pays;
  readonly refund: Refund;
  readonly remedies: readonly RemedyOption[];
  readonly deadlines: readonly DecisionDeadline[];
}

/** The answer of one source about one right. Rights are judged one by one; the decision merges those that are granted. */
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

/** A demand beside time and money, such as a withdrawal button or proof of purchase. `required`: nobody told whether it was met. */
export interface Requirement {
  readonly code: string;
  readonly state: 'required' | 'not-required' | 'missing' | 'met';
  readonly because: Because;
}

export const affectedParts = ['verdict', 'window', 'pays', 'refund', 'deadlines'] as const;
/** A part of a decision that a missing fact would change. */
export type AffectedPart = (typeof affectedParts)[number];

/** A fact that would change the answer; `presumed` says what its absence was read as, `null` when nothing was presumed. */
export interface MissingFact {
  readonly fact: string;
  readonly affects: readonly AffectedPart[];
  readonly presumed: string | null;
}

/** A figure that gave way, to a narrower rule of its own source or to another source. `parameter` names what it is about. */
export interface Overridden {
  readonly parameter: string;
  readonly right: string;
  readonly winner: string;
  readonly loser: string;
  /** Where the losing value is stated. */
  readonly because: Because;
}

/** Why the verdict is what it is. `path` is the fact it is about and `right` the right, each `null` where it is about none. */
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
