import type { Policy } from './compile.js';
import type { DecisionReason, ReturnDecision } from './decision.js';
import type { CaseFacts } from './facts/case-facts.js';
import { isWhen } from './facts/moment.js';
import { readFacts } from './facts/read-facts.js';
import { unknownTerms } from './merge/write-terms.js';
import { decideWorlds, type Outcome } from './outcome.js';
import { findMissing } from './worlds/missing.js';
import { summarize } from './worlds/summarize.js';
import { enumerateWorlds } from './worlds/worlds.js';

/** When a case is decided. The engine has no clock of its own. */
export interface DecideOptions {
  /** Now, as an instant. Eligibility is judged on `facts.requestedAt`; `at` only moves a window's `state` when that is given. */
  readonly at: string;
}

/** The answer when the facts cannot be used: a person must look, nothing is promised and nothing refused. */
const needsReview = (reason: Omit<DecisionReason, 'right'>): ReturnDecision => ({
  verdict: 'needs-review',
  rights: [],
  recommended: null,
  liable: 'unknown',
  ...unknownTerms,
  deadlines: [],
  alternatives: [],
  requirements: [],
  reasons: [{ ...reason, right: null }],
  missing: [],
  overrode: [],
  warnings: [],
});

const withUntried = (decision: ReturnDecision, untried: readonly string[]): ReturnDecision =>
  untried.length === 0
    ? decision
    : {
        ...decision,
        verdict: 'needs-review',
        reasons: [...decision.reasons, ...untried.map((path) => ({ code: 'too-many-unknowns', path, right: null }))],
      };

/** Key by key: copying the outcome as a whole would cost more than most of what went into it. */
const complete = (outcome: Outcome, missing: ReturnDecision['missing']): ReturnDecision => ({
  verdict: outcome.verdict,
  rights: outcome.rights,
  recommended: outcome.recommended,
  liable: outcome.liable,
  window: outcome.window,
  pays: outcome.pays,
  refund: outcome.refund,
  remedies: outcome.remedies,
  deadlines: outcome.deadlines,
  alternatives: outcome.alternatives,
  requirements: outcome.requirements,
  reasons: outcome.reasons,
  missing,
  overrode: outcome.overrode,
  warnings: outcome.warnings,
});

const decideFacts = (policy: Policy, facts: CaseFacts, at: string): ReturnDecision => {
  const ways = enumerateWorlds(policy, facts, at);
  const outcomes = decideWorlds(policy, ways.worlds);
  const outcome = summarize(outcomes);
  if (outcome === null) return needsReview({ code: 'facts-invalid', path: 'at' });
  return withUntried(complete(outcome, findMissing(ways, outcomes)), ways.untried);
};

/** Decides on what may be facts; what is none gives `needs-review`, as everything that makes no sense does. */
export const decideAnything = (policy: Policy, facts: unknown, options: DecideOptions): ReturnDecision => {
  try {
    const { at } = options;
    if (typeof at !== 'string' || !isWhen(at)) return needsReview({ code: 'facts-invalid', path: 'at' });
    const read = readFacts(facts);
    return 'invalid' in read ? needsReview({ code: 'facts-invalid', path: read.invalid }) : decideFacts(policy, read.facts, at);
  } catch {
    // Facts with getters or proxies can throw anywhere; a decision must come out all the same, and never an eligible one.
    return needsReview({ code: 'facts-invalid', path: '' });
  }
};

/**
 * Decides one case: which rights the buyer has, until when, who pays each leg of shipping, what is refunded, who must do what by
 * when, and which rule says so. Pure: the same policy, facts and `at` always give the same decision, as plain JSON.
 *
 * Never throws. Facts that make no sense (an unknown country, a negative price, a delivery before the order, an unknown key) give
 * `needs-review` with the reason `facts-invalid` and the path.
 */
export const decide = (policy: Policy, facts: CaseFacts, options: DecideOptions): ReturnDecision =>
  decideAnything(policy, facts, options);
