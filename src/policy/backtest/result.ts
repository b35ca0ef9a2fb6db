import type { Verdict } from '../decision.js';
import type { CaseFacts } from '../facts/case-facts.js';
import type { Money } from '../vocabulary.js';

/** One past case to decide again. */
export interface BacktestCase {
  /** What a person finds it by: the line of the file, the id of the case. */
  readonly name: string;
  readonly facts: CaseFacts;
  /** Now, as far as the decision is concerned. */
  readonly at: string;
}

export const changeableParts = ['verdict', 'window', 'payer', 'refund'] as const;
/** What two answers may differ in. */
export type ChangeablePart = (typeof changeableParts)[number];

export type VerdictCounts = Readonly<Record<Verdict, number>>;

/** What one policy makes of all cases. */
export interface Outlook {
  readonly verdicts: VerdictCounts;
  /** What the seller pays: refunds, and the way back where the seller pays it and its cost is known. One amount a currency. */
  readonly cost: readonly Money[];
  /** Cases whose refund is not known, which `cost` leaves out: a person must decide them, or the facts leave a figure open. */
  readonly unknown: number;
  /** Cases in `cost` without the way back, which the seller pays at a cost that the facts do not tell. */
  readonly withoutWayBack: number;
  /** Facts that would settle refunds that are not known, the most wanted first, with how many cases lack each. */
  readonly wanted: readonly { readonly fact: string; readonly cases: number }[];
}

/** What happened to the verdict of some cases. */
export interface VerdictChange {
  readonly from: Verdict;
  readonly to: Verdict;
  readonly cases: number;
}

/** How many answers are other than before, by what is different; one case may count under several parts. */
export interface Changes {
  readonly cases: number;
  readonly parts: Readonly<Record<ChangeablePart, number>>;
  readonly verdicts: readonly VerdictChange[];
}

/** The cases of one country, reason or month. */
export interface BacktestGroup {
  readonly name: string;
  readonly cases: number;
  /** Cases with another answer than before; 0 when nothing was compared. */
  readonly changed: number;
  /** New cost less old cost, or the cost itself when nothing was compared. One amount a currency; never converted. */
  readonly amounts: readonly Money[];
  /** Cases whose refund is not known, which `amounts` leaves out. */
  readonly unknown: number;
  /** Cases of which `amounts` leaves out the way back, as nobody knows its cost. */
  readonly withoutWayBack: number;
}

/** A case that weighs much. */
export interface DearCase {
  readonly name: string;
  readonly country: string;
  readonly reason: string;
  readonly month: string;
  /** `null` when nothing was compared. */
  readonly before: Verdict | null;
  readonly verdict: Verdict;
  /** The rule behind the verdict, `null` when no right was found. */
  readonly rule: string | null;
  readonly amount: Money;
}

/** What a policy would have made of past cases, and what an older one made of them. Plain JSON. */
export interface BacktestResult {
  readonly cases: number;
  readonly policy: Outlook;
  /** What the older policy makes of them; `null` when nothing was compared. */
  readonly against: Outlook | null;
  /** `null` when nothing was compared. */
  readonly changes: Changes | null;
  readonly byCountry: readonly BacktestGroup[];
  readonly byReason: readonly BacktestGroup[];
  readonly byMonth: readonly BacktestGroup[];
  /** The dearest cases of each currency: amounts of different currencies have no order. */
  readonly dearest: readonly { readonly currency: string; readonly cases: readonly DearCase[] }[];
}
