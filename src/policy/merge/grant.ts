import type { Because, RefundForm, Requirement, RightKind, Verdict } from '../decision.js';
import type { Source } from '../rules/rule.js';
import type { Alone } from './alone.js';
import type { Joined } from './join.js';
import type { ExactAmount } from '../rules/amounts.js';
import type { ExactLine } from '../rules/refund-lines.js';
import type { DeadlineTerm, OutboundScope } from '../rules/terms.js';
import type { Resolved } from '../rules/ending.js';
import type { ResolvedWindow } from '../rules/window.js';
import type { Money, Payer } from '../vocabulary.js';

/**
 * How a grant stands to this request. `alive`: it would accept the request alone. `unsure`: an unknown decides. `closed`: only its
 * window is over or not open yet. `excluded`: an exclusion or broken condition of its own. `statement`: it has no window and only
 * speaks about rights that others grant.
 */
export type Standing = 'alive' | 'unsure' | 'closed' | 'excluded' | 'statement';

/** A value with the rule it comes from. */
export interface Cited<Value> {
  readonly value: Value;
  readonly because: Because;
}

/** Money back for the goods: means, share and deductions, which only mean something together. */
export interface GoodsRefund {
  readonly form: RefundForm;
  readonly lines: readonly ExactLine[];
  /** `null` while a line is unknown. */
  readonly net: ExactAmount | null;
}

export interface Outbound {
  readonly payer: Payer;
  readonly scope: OutboundScope | 'unknown';
}

export interface PaidLeg {
  readonly payer: Payer;
  readonly cap: Money | null;
}

/** What one source says about one right in this case. `null` = it says nothing about that. */
export interface Grant {
  /** `<kind>/<source>` */
  readonly id: string;
  readonly kind: RightKind;
  readonly source: Source;
  readonly standing: Standing;
  readonly verdict: Verdict;
  readonly lostTo: string | null;
  readonly reasons: readonly string[];
  readonly because: Because;
  readonly window: ResolvedWindow | null;
  readonly refund: Joined<GoodsRefund> | null;
  readonly deadlines: readonly Cited<DeadlineTerm>[];
  /** Where the deadlines were found to end, by their place: what counts with holidays is asked for them once more. */
  readonly ends: (Resolved | undefined)[];
  readonly requirements: readonly Requirement[];
  /** What it says about payers and remedies, which no figure of the case goes into. */
  readonly alone: Alone;
}
