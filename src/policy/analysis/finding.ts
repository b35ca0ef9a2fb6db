import type { Because } from '../decision.js';
import type { CaseFacts } from '../facts/case-facts.js';
import type { Reason } from '../vocabulary.js';

/** What an analysis can find. Each word is explained in docs/concepts/analysis.md. */
export type AnalysisCode =
  | 'ambiguous-rules'
  | 'gap'
  | 'shadowed'
  | 'unreachable'
  | 'floor'
  | 'monotonicity'
  | 'impossible-deadline'
  | 'money'
  | 'calendar-end'
  | 'analysis-incomplete';

/** What a `floor` finds less of: whether and until when goods may come back, one of the payers, the money, or the choice of remedies. */
export type FloorPart = 'verdict' | 'return' | 'outbound' | 'replacement' | 'refund' | 'remedies';

/** `error`: the policy breaks a promise or cannot be meant; `warning`: probably not meant; `note`: good to know. */
export type FindingSeverity = 'error' | 'warning' | 'note';

/** The gravest first. */
export const findingSeverities: readonly FindingSeverity[] = ['error', 'warning', 'note'];

/** One case that shows a finding. `decide` has confirmed it: `decide(policy, facts, { at })` says the same. */
export interface Witness {
  readonly facts: CaseFacts;
  /** The day of the request, as `decide` takes it. */
  readonly at: string;
  /** What the seller's policy says about the case. */
  readonly says: string;
  /** What law, marketplace or the better case demand; `null` where nothing is compared. */
  readonly demands: string | null;
  /** Who says so. */
  readonly because: Because;
}

/** One thing that is wrong with a policy, for a region of cases, with the smallest case that shows it. */
export interface AnalysisFinding {
  readonly code: AnalysisCode;
  readonly severity: FindingSeverity;
  /** The id of the document; `''` when the finding is about all of them together. */
  readonly document: string;
  /** The id of the rule in it (`promises.refund` for a duty); `null` when no rule is at fault. */
  readonly rule: string | null;
  /** Of a `floor` only; a `floor` about a promised deadline has none. */
  readonly part?: FloorPart;
  /** ISO 3166 countries or subdivisions of the region, sorted; empty = every country. */
  readonly countries: readonly string[];
  /** The reasons of the region as buyers give them, sorted; empty = every reason. Absent when the finding is about no case. */
  readonly reasons?: readonly Reason[];
  /**
   * The marketplaces the region is bound to, with those of their sites whose rules were looked at: `amazon:DE`, `ebay`; sorted. Empty =
   * goods sold elsewhere are in it too. Absent when the finding is about no case.
   */
  readonly soldOn?: readonly string[];
  /** The cases it holds for, as a merchant would say it: `all EU countries, opened goods, day 8–14`. */
  readonly region: string;
  /** One sentence. */
  readonly message: string;
  readonly witness: Witness | null;
  /** Where several passages of one law or marketplace demand it: a case of each of the others. */
  readonly alsoShownBy?: readonly Witness[];
}

/** The civil days an analysis looked at, both ends included. */
export interface Horizon {
  readonly from: string;
  readonly to: string;
}

/** Everything found about a policy, by document, rule, severity, code and region; the same input always gives the same report. */
export interface PolicyAnalysis {
  readonly findings: readonly AnalysisFinding[];
  readonly horizon: Horizon;
  /** How many boxes of like cases were looked at. */
  readonly cells: number;
  /** `false` = the cell budget ended first, or the rules contradict each other; a finding says so. */
  readonly isComplete: boolean;
  /** What the analysis took for granted or left out, one sentence each. */
  readonly notes: readonly string[];
}
