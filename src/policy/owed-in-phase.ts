import type { Case } from '../core/case.js';
import type { CasePhase, Duty } from '../core/vocabulary.js';

/** The phases in which a duty of the process is still open. A duty not listed does not end with a phase. */
const openPhases: Readonly<Partial<Record<Duty, readonly CasePhase[]>>> = {
  answer: ['requested', 'negotiating'],
  'answer-offer': ['requested', 'negotiating'],
  'authorise-return': ['requested', 'negotiating'],
  'provide-label': ['requested', 'negotiating', 'awaiting-label'],
  'provide-address': ['requested', 'negotiating', 'awaiting-label'],
  'dispatch-back': ['awaiting-label', 'awaiting-shipment'],
  'collect-goods': ['awaiting-label', 'awaiting-shipment'],
  'confirm-receipt': ['in-transit', 'inspection'],
  inspect: ['in-transit', 'inspection'],
};

/** Duties whose turn the case itself names. */
const turnDuties: ReadonlySet<Duty> = new Set(['answer', 'answer-offer', 'authorise-return']);

const isRefunded = ({ refunds }: Case): boolean => refunds.some(({ state, to }) => state === 'paid' && to === 'buyer');

/**
 * Whether a duty that was computed from dates alone is still owed in the case as it stands. The dates do not tell that a request
 * has been answered; the phase does.
 */
export const isStillOwed = (found: Case, duty: Duty): boolean => {
  if (found.phase === 'closed') return false;
  if (duty === 'refund' && isRefunded(found)) return false;
  if (turnDuties.has(duty) && found.waitingOn !== 'seller' && found.waitingOn !== 'unknown') return false;
  const phases = openPhases[duty];
  return phases === undefined || found.phase === 'unknown' || phases.includes(found.phase);
};
