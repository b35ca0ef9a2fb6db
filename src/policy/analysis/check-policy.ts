import { compilePolicy } from '../compile.js';
import { PolicyDocumentError } from '../document/errors.js';
import type { Pack } from '../packs/types.js';
import { ambiguityFindings } from './ambiguous.js';
import type { Horizon, PolicyAnalysis } from './finding.js';
import { readHorizon } from './horizon.js';

/** Which floors a policy is held against. */
export type FloorLayer = 'law' | 'marketplace';

export interface CheckOptions {
  /** Law and marketplace rules to hold the policy against, and the calendars that count its business days. */
  readonly packs: readonly Pack[];
  /** The days looked at. Default: the years that the calendars of the packs carry. */
  readonly horizon?: Horizon;
  /** How many boxes of like cases may be looked at before the report says `analysis-incomplete`. Default 400,000. */
  readonly cellBudget?: number;
  /** Default: both. */
  readonly against?: readonly FloorLayer[];
}

/**
 * Looks for what is wrong with a policy before a buyer does: gaps, rules that never decide, terms below what law or a marketplace
 * demands, deadlines nobody can keep. Pure; the documents are those of `compilePolicy`.
 *
 * Every finding has a witness that `decide` confirms. What is promised about completeness stands in docs/concepts/analysis.md.
 *
 * @throws PolicyDocumentError when a document breaks the grammar. Rules that contradict each other are a finding.
 */
export const checkPolicy = (documents: readonly unknown[], options: CheckOptions): PolicyAnalysis => {
  const horizon = readHorizon(options.packs, options.horizon);
  try {
    compilePolicy(documents, { packs: options.packs });
    return { findings: [], horizon, cells: 0, isComplete: true, notes: [] };
  } catch (error) {
    if (!PolicyDocumentError.isInstance(error)) throw error;
    return { findings: ambiguityFindings(documents, error), horizon, cells: 0, isComplete: false, notes: [] };
  }
};
