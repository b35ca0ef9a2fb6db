import type { CaseKind, CasePhase, Outcome, WaitingOn } from '../../../core/vocabulary.js';
import type { Reason } from '../../../core/reason.js';
import type { WireDetail } from '../wire/issues.js';
import type { Axes } from './axes.js';
import { requestOf, settledOf, type Solution } from './solutions.js';
import { toText } from './values.js';

/** Where the case stands and whose turn it is; they are read together because the same words decide both. */
export interface Standing {
  readonly phase: CasePhase;
  readonly waitingOn: WaitingOn;
}

const unknown: Standing = { phase: 'unknown', waitingOn: 'unknown' };
const closed: Standing = { phase: 'closed', waitingOn: 'nobody' };

const ended = new Set(['finish', 'canceled_issue']);

/** The documented words of `reverse_detail_status`, and two that integrations have met besides. */
const whileProcessing: Readonly<Record<string, Standing>> = {
  wait_for_seller_response: { phase: 'requested', waitingOn: 'seller' },
  wait_for_your_response: { phase: 'negotiating', waitingOn: 'seller' },
  wait_for_buyer_response: { phase: 'negotiating', waitingOn: 'buyer' },
  wait_for_your_evidence: { phase: 'disputed', waitingOn: 'seller' },
  wait_for_AE_feedback: { phase: 'disputed', waitingOn: 'marketplace' },
  wait_for_final_solution: { phase: 'disputed', waitingOn: 'marketplace' },
  wait_ae_final_feedback: { phase: 'disputed', waitingOn: 'marketplace' },
  wait_for_seller_set_return_address: { phase: 'awaiting-label', waitingOn: 'seller' },
  wait_for_buyer_return: { phase: 'awaiting-shipment', waitingOn: 'buyer' },
  wait_for_buyer_returnid: { phase: 'awaiting-shipment', waitingOn: 'buyer' },
  wait_for_service_provider_response: { phase: 'in-transit', waitingOn: 'carrier' },
  wait_for_warehouse_confirmation: { phase: 'in-transit', waitingOn: 'marketplace' },
  wait_for_warehouse_quality_check: { phase: 'inspection', waitingOn: 'marketplace' },
  wait_for_seller_confirmation: { phase: 'inspection', waitingOn: 'seller' },
  wait_for_seller_confirm: { phase: 'inspection', waitingOn: 'seller' },
  ae_feedback_finish: { phase: 'refund-pending', waitingOn: 'marketplace' },
  // The two words disagree: the end is written before the issue is closed.
  return_success: { phase: 'refund-pending', waitingOn: 'marketplace' },
  refund_success: { phase: 'refund-pending', waitingOn: 'marketplace' },
  refund_reject: unknown,
};

export const knownDetails: ReadonlySet<string> = new Set(Object.keys(whileProcessing));
export const knownStatuses: ReadonlySet<string> = new Set(['processing', ...ended]);

export const isEnded = (status: string): boolean => ended.has(status);

/** Only `issue_status` says whether an issue has ended; of an open one the finer word says whose move it is. */
export const toStanding = ({ status, detail }: Pick<Axes, 'status' | 'detail'>): Standing => {
  if (ended.has(status)) return closed;
  if (status !== 'processing') return unknown;
  return Object.hasOwn(whileProcessing, detail) ? (whileProcessing[detail] ?? unknown) : unknown;
};

export interface SolvedIssue {
  readonly wire: WireDetail;
  readonly axes: Axes;
  readonly solutions: readonly Solution[];
}

/** By the solution that counts, else by what the buyer asks. */
export const toKind = (solutions: readonly Solution[], reason: Reason | 'unknown'): CaseKind => {
  const deciding = settledOf(solutions) ?? requestOf(solutions);
  if (deciding?.goods === 'returned') return 'return';
  return reason === 'not-received' ? 'not-received' : 'refund-only';
};

const paidOutcome = (solutions: readonly Solution[]): Outcome => {
  const [settled, request] = [settledOf(solutions)?.amount, requestOf(solutions)?.amount];
  if (settled === undefined) return 'refunded';
  if (settled.minor === 0) return 'rejected';
  const isLess = request?.currency === settled.currency && settled.minor < request.minor;
  return isLess ? 'partially-refunded' : 'refunded';
};

/** Nobody has to say why an issue was cancelled; the record of it says who did. */
const cancelledOutcome = ({ process_dto_list: records }: WireDetail): Outcome => {
  const by = (records ?? []).find((record) => toText(record.action_type) === 'cancel')?.submit_member_type;
  if (toText(by) === 'buyer') return 'withdrawn';
  return toText(by) === 'system' ? 'expired' : 'unknown';
};

/** Absent while nothing is decided. `return_success` was seen where no goods travelled: it says that money went back, not that goods did. */
export const toOutcome = ({ wire, axes, solutions }: SolvedIssue): Outcome | undefined => {
  if (axes.status === 'canceled_issue') return cancelledOutcome(wire);
  if (axes.status !== 'finish') return undefined;
  if (axes.detail === 'refund_reject') return 'rejected';
  return axes.detail === 'refund_success' || axes.detail === 'return_success' ? paidOutcome(solutions) : 'unknown';
};
