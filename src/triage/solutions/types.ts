import type { Money } from '../../core/money.js';
import type { Because } from '../../policy/decision.js';

/** Every kind of solution that is weighed for a case; which of them are lawful is said of each. */
export const solutionKinds = ['wait', 'reship', 'partial-refund', 'return-and-refund', 'refund'] as const;

/**
 * `wait`: let it arrive, or send it late, with compensation. `reship`: send the goods, or new ones, again. `partial-refund`: the buyer keeps
 * the goods and gets a part back. `return-and-refund`: the goods come back first. `refund`: the price back, whatever becomes of the goods.
 */
export type SolutionKind = (typeof solutionKinds)[number];

/** What a line of a cost is for. */
export type CostKind =
  | 'refund'
  | 'partial-refund'
  | 'compensation'
  | 'goods'
  | 'goods-recovered'
  | 'return-shipping'
  | 'replacement-shipping'
  | 'handling'
  | 'fees'
  | 'metric-damage'
  | 'carrier-compensation';

/** One part of what a solution costs: the amount if it comes to it, how likely that is, and both together. Negative is money gained. */
export interface CostLine {
  readonly kind: CostKind;
  readonly amount: Money;
  /** Between 0 and 1, as decimal text. */
  readonly chance: string;
  /** `amount` times `chance`, rounded to the minor unit, half away from zero. The lines add up to the cost exactly. */
  readonly expected: Money;
}

/** Something the cost rests on that is not in the case. */
export interface Assumption {
  readonly code:
    | 'chance-given'
    | 'first-goods-not-recovered'
    | 'refund-as-decided'
    | 'refund-as-given'
    | 'refund-is-the-price'
    | 'replacement-arrives'
    | 'return-paid-by-seller'
    | 'counted-as-nothing';
  /** The setting it is about, such as `chances.arrives`. */
  readonly about: string;
  readonly value: string | null;
}

/** Whether the seller may do it. Read from the decision, with the rules it cites. */
export interface Lawfulness {
  /**
   * `lawful`: the seller may do it without asking: nothing is owed, or it gives what is owed. `if-agreed`: something else is owed, or the
   * buyer chooses, so it may only be offered. `unknown`: the decision needs a review.
   */
  readonly state: 'lawful' | 'if-agreed' | 'unknown';
  readonly code:
    'asked-by-buyer' | 'buyer-chooses' | 'needs-review' | 'nothing-owed' | 'owed' | 'seller-chooses' | 'something-else-owed';
  readonly because: Because;
}

/** A way to end the case, with what it is expected to cost the seller. */
export interface Solution {
  readonly kind: SolutionKind;
  readonly lawfulness: Lawfulness;
  /** Compared with a sale that went well; `null` when a needed figure was not given. */
  readonly cost: Money | null;
  readonly lines: readonly CostLine[];
  /** The settings without which the cost cannot be told, such as `goods` or `chances.arrives`. */
  readonly missing: readonly string[];
  readonly assumptions: readonly Assumption[];
  /** By when the seller owes it, as an instant, where the decision says so. */
  readonly by: string | null;
}

/** How likely something is: between 0 and 1 as decimal text, `'0.35'`, with at most six decimals. */
export interface Chances {
  /** That a parcel that is waited for arrives. */
  readonly arrives?: string;
  /** That a second parcel does not arrive either. */
  readonly replacementFails?: string;
  /** That the buyer is content with the partial refund; if not, the whole is paid. */
  readonly partialAccepted?: string;
  /** Which part of the goods' cost is saved when they come back. */
  readonly goodsSaved?: string;
  /** That the carrier or insurer pays `carrierCompensation`. */
  readonly carrierPays?: string;
}

/** The seller's own figures, all in one currency. What is left out of the last five counts as nothing, and the solution says so. */
export interface Costs {
  /** What a full refund comes to; otherwise the decision's refund. */
  readonly refund?: Money;
  /** What it costs to buy or make the goods again. */
  readonly goods?: Money;
  readonly shipping?: { readonly return?: Money; readonly replacement?: Money };
  /** The partial refund that would be offered. */
  readonly partialRefund?: Money;
  /** What is offered for waiting. */
  readonly compensation?: Money;
  /** Inspecting and restocking goods that come back. */
  readonly handling?: Money;
  /** Fees of the marketplace that a refund does not give back. */
  readonly feesKept?: Money;
  readonly carrierCompensation?: Money;
  /** What the mark on the account's metrics is worth to the seller. */
  readonly metricDamage?: Readonly<Partial<Record<SolutionKind, Money>>>;
  readonly chances?: Chances;
}
