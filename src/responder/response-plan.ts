import type { ActionRequirement } from '../core/action.js';
import type { Acceptance, Offer, OfferChoice } from '../core/inputs.js';
import type { Money } from '../core/money.js';
import type { Instant } from '../core/time.js';

/** One thing to do. `refund` is what leaves the seller when it is done; `null` when the step moves no money by itself. */
export type ResponseStep =
  | { readonly type: 'call'; readonly operation: 'accept'; readonly input: Acceptance; readonly refund: Money | null }
  | { readonly type: 'call'; readonly operation: 'acceptOffer'; readonly input: OfferChoice; readonly refund: Money | null }
  | { readonly type: 'call'; readonly operation: 'offer'; readonly input: Offer; readonly refund: Money | null }
  | { readonly type: 'person'; readonly task: PersonTask; readonly requires: readonly ActionRequirement[] };

export type CallStep = Extract<ResponseStep, { readonly type: 'call' }>;

/** What only a person can do: judge, look at the goods, contest with evidence, or answer where no allowed action fits. */
export type PersonTask = 'judge' | 'inspect' | 'contest' | 'submit-evidence' | 'answer';

/** What to answer, why, and until when the plan is worth anything. Plain JSON. */
export interface ResponsePlan {
  readonly steps: readonly ResponseStep[];
  /** Each reason in words, rules cited by name and source. */
  readonly why: readonly string[];
  /** A person must agree before anything is sent. */
  readonly needsApproval: boolean;
  /** The seller's next deadline: after it the case must be planned anew. */
  readonly expiresAt: Instant | null;
}

/** What the seller lets the responder do alone. */
export interface Playbook {
  /** The most that may be refunded on one case without a person, by currency. A currency not listed always needs a person. */
  readonly refundUpTo: Readonly<Record<string, Money>>;
  /** Below this the buyer may keep the goods of an eligible return instead of sending them back, by currency. */
  readonly keepGoodsUpTo: Readonly<Record<string, Money>>;
}
