import type { OperationName } from '../../core/operations.js';
import type { CasePhase, Duty, Party, WaitingOn } from '../../core/vocabulary.js';
import type { Periods } from './settings.js';

interface StageDuty {
  readonly duty: Duty;
  readonly party: Party;
  readonly period: keyof Periods;
  /** What can be called only until then. */
  readonly closes: readonly OperationName[];
}

/** One step in the life of a case: where it stands, who is to act, what the seller may call, and which clocks run. */
export interface Stage {
  readonly phase: CasePhase;
  readonly waitingOn: WaitingOn;
  readonly allows: readonly OperationName[];
  readonly duties: readonly StageDuty[];
}

/**
 * The life of a case by the marketplace's own status words.
 * Available actions, refusals and deadlines are all read from this table.
 */
export const stages = {
  REQUESTED: {
    phase: 'requested',
    waitingOn: 'seller',
    allows: ['accept', 'offer', 'reject', 'refund', 'submitEvidence', 'message'],
    duties: [{ duty: 'answer', party: 'seller', period: 'answerInDays', closes: ['accept', 'offer', 'reject'] }],
  },
  OFFERED: {
    phase: 'negotiating',
    waitingOn: 'buyer',
    allows: ['offer', 'refund', 'submitEvidence', 'message'],
    duties: [{ duty: 'answer-offer', party: 'buyer', period: 'answerOfferInDays', closes: ['offer'] }],
  },
  COUNTERED: {
    phase: 'negotiating',
    waitingOn: 'seller',
    allows: ['acceptOffer', 'offer', 'reject', 'refund', 'submitEvidence', 'message'],
    duties: [{ duty: 'answer-offer', party: 'seller', period: 'answerOfferInDays', closes: ['acceptOffer', 'offer', 'reject'] }],
  },
  RETURN_AGREED: {
    phase: 'awaiting-shipment',
    waitingOn: 'buyer',
    allows: ['refund', 'message'],
    duties: [{ duty: 'dispatch-back', party: 'buyer', period: 'dispatchBackInDays', closes: [] }],
  },
  SHIPPED_BACK: { phase: 'in-transit', waitingOn: 'carrier', allows: ['refund', 'message'], duties: [] },
  RECEIVED: {
    phase: 'inspection',
    waitingOn: 'seller',
    allows: ['accept', 'reject', 'refund', 'submitEvidence', 'message'],
    duties: [{ duty: 'inspect', party: 'seller', period: 'inspectInDays', closes: ['accept', 'reject'] }],
  },
  CONTESTED: {
    phase: 'disputed',
    waitingOn: 'marketplace',
    allows: ['withdrawRejection', 'submitEvidence', 'refund', 'message'],
    duties: [
      { duty: 'submit-evidence', party: 'seller', period: 'submitEvidenceInDays', closes: ['submitEvidence'] },
      { duty: 'platform-decides', party: 'marketplace', period: 'judgeInDays', closes: ['withdrawRejection', 'submitEvidence'] },
    ],
  },
  CLOSED: { phase: 'closed', waitingOn: 'nobody', allows: ['message'], duties: [] },
} as const satisfies Readonly<Record<string, Stage>>;

export type StageName = keyof typeof stages;

/** A status word this package does not know, as a new version of a marketplace might send it. */
const unknownStage: Stage = { phase: 'unknown', waitingOn: 'unknown', allows: [], duties: [] };

const isStageName = (status: string): status is StageName => Object.hasOwn(stages, status);

export const stageOf = (status: string): Stage => (isStageName(status) ? stages[status] : unknownStage);

/** The operations that a missed duty of this stage shuts. */
export const closedBy = (status: string, duty: Duty): readonly OperationName[] =>
  stageOf(status).duties.find((candidate) => candidate.duty === duty)?.closes ?? [];
