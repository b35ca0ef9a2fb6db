import type { AffectedPart, ReturnDecision } from './decision.js';

/** What a decision says about a part. Remedies count with the refund: both are what the buyer gets. */
export const partOf = (decision: Pick<ReturnDecision, AffectedPart | 'remedies'>, part: AffectedPart): unknown =>
  part === 'refund' ? [decision.refund, decision.remedies] : decision[part];
