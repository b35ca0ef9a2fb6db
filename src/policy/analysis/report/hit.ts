import type { Because } from '../../decision.js';
import type { CaseFacts } from '../../facts/case-facts.js';
import type { AnalysisCode, FindingSeverity, FloorPart, Witness } from '../finding.js';
import type { Box } from '../space/box.js';

/** Something found in one box, before it is joined with what was found beside it. */
export interface Hit {
  readonly code: AnalysisCode;
  readonly severity: FindingSeverity;
  readonly rule: string | null;
  readonly part?: FloorPart;
  /** What tells this finding from others in words: hits with the same topic and rule are one finding. */
  readonly topic: string;
  /** Topics of one rule with the same are told as one: the same is said and demanded, in other passages of one law or marketplace. */
  readonly joins?: string;
  readonly box: Box;
  /** The days of the region in words, where they are part of it. */
  readonly when: string | null;
  readonly facts: CaseFacts;
  readonly says: string;
  readonly demands: string | null;
  readonly because: Because;
  /** The sentence, once the case is confirmed. */
  readonly tell: (witness: Witness) => string;
  /** Whether `decide` says so too. */
  readonly isConfirmed: (facts: CaseFacts) => boolean;
  /** The same, asked of as few rules as say it: for the cases of a finding besides its witness. */
  readonly isConfirmedQuickly?: (facts: CaseFacts) => boolean;
}
