import type { Instant } from '../../core/time.js';
import type { Reason } from '../../core/reason.js';

/** A message of the case, as the caller read it. Only patterns are looked for in it, and none of its text is repeated. */
export interface CaseMessage {
  readonly from: 'buyer' | 'seller' | 'marketplace';
  readonly at?: Instant;
  readonly text: string;
}

/** An earlier or parallel case of the seller's. */
export interface PastCase {
  readonly caseId: string;
  /** The caller's own key for the buyer, such as a keyed digest; never a name or address. */
  readonly buyer: string;
  readonly openedAt: Instant;
  readonly reason: Reason;
}

/** What came back, where somebody looked at it. */
export interface ReturnedGoods {
  readonly isSameItem?: boolean;
  readonly weightInGrams?: number;
  /** What the same goods weighed when they were sent. */
  readonly sentWeightInGrams?: number;
}

/** Every pattern that is looked for. */
export const signalKinds = ['repeated-buyer', 'review-threat', 'wrong-item-returned', 'serial-not-received'] as const;
/** A pattern that may point to abuse; none of them is a proof. */
export type SignalKind = (typeof signalKinds)[number];

/** What a signal was seen in. */
export type SignalEvidence =
  | { readonly kind: 'case'; readonly caseId: string; readonly openedAt: Instant }
  | { readonly kind: 'count'; readonly of: 'cases' | 'not-received'; readonly count: number }
  | { readonly kind: 'message'; readonly index: number; readonly at: Instant | null; readonly language: 'en' | 'zh' }
  | { readonly kind: 'inspection'; readonly code: 'another-item' | 'failed' | 'weight-differs' };

/**
 * Something that may point to abuse, and as often to nothing: a buyer of many things has many cases. It carries no verdict and no
 * amount; all it can do is to ask that a person looks.
 */
export interface Signal {
  readonly kind: SignalKind;
  readonly evidence: readonly SignalEvidence[];
  readonly asks: 'a-person';
}

/** When a signal is given. These are this library's choice, not a fact of any source. */
export interface SignalLimits {
  /** How far back cases count. */
  readonly lookBackInDays: number;
  /** Other cases of one buyer from which they are a signal. */
  readonly repeatedCases: number;
  /** Other cases of one buyer about goods that never came. */
  readonly notReceivedCases: number;
  /** By how much the weight of what came back may differ from what was sent. */
  readonly weightDifferenceInPercent: number;
}

export const defaultSignalLimits: SignalLimits = {
  lookBackInDays: 365,
  repeatedCases: 3,
  notReceivedCases: 2,
  weightDifferenceInPercent: 25,
};
