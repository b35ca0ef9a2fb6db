import type { Instant } from '../core/time.js';
import type { CaseFacts } from '../policy/facts/case-facts.js';
import type { Thresholds } from './diagnosis/thresholds.js';
import type { Diagnosis, Journey } from './diagnosis/types.js';
import type { EvidenceRequest } from './evidence-to-ask.js';
import type { Liability } from './liability.js';
import type { CaseMessage, PastCase, ReturnedGoods, Signal, SignalKind, SignalLimits } from './signals/types.js';
import type { Costs, Solution } from './solutions/types.js';

/** What is known of a case. All but the facts may be left out, and what is left out is not guessed. */
export interface TriageSubject {
  /** The facts the decision was made from; `toFacts(case, order)` makes them. */
  readonly facts: CaseFacts;
  /** The way of the parcel; `toJourney` makes it. */
  readonly journey?: Journey;
  /** Keeps this very case out of its buyer's history. */
  readonly caseId?: string;
  /** The caller's own key for the buyer, such as a keyed digest; never a name or address. */
  readonly buyer?: string;
  readonly history?: readonly PastCase[];
  readonly messages?: readonly CaseMessage[];
  readonly returned?: ReturnedGoods;
}

/** When a case is looked at, and the seller's own figures. Without `costs` each solution says what was counted as nothing. */
export interface TriageOptions {
  /** Now. */
  readonly at: Instant;
  readonly costs?: Costs;
  readonly thresholds?: Partial<Thresholds>;
  readonly signalLimits?: Partial<SignalLimits>;
}

/** Why a person should look before anything is done. */
export type PersonReason =
  | { readonly code: 'decision-needs-review' | 'delivered-but-denied' | 'diagnosis-unknown' | 'liability-unknown' }
  | { readonly code: 'signal'; readonly signal: SignalKind };

/** What happened, who answers for it, and what can be done about it. Plain JSON. */
export interface Triage {
  readonly diagnosis: Diagnosis;
  readonly liability: Liability;
  /** The cheapest lawful one first: what may be done alone, then what must be agreed, then what only a review can tell. */
  readonly solutions: readonly Solution[];
  readonly evidenceToAsk: readonly EvidenceRequest[];
  readonly signals: readonly Signal[];
  /** Empty when nothing speaks against going on without one. */
  readonly needsPerson: readonly PersonReason[];
}
