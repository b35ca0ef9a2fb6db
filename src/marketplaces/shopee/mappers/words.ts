import type { DriftReporter } from '../../../transport/drift.js';
import type { Axes } from './axes.js';
import { parcelStageOf } from './parcel.js';

const known: Readonly<Record<'status' | 'negotiation' | 'proof' | 'compensation', ReadonlySet<string>>> = {
  status: new Set(['REQUESTED', 'PROCESSING', 'ACCEPTED', 'SELLER_DISPUTE', 'JUDGING', 'CLOSED', 'CANCELLED', 'REFUND_PAID', '']),
  negotiation: new Set(['', 'PENDING_RESPOND', 'PENDING_BUYER_RESPOND', 'TERMINATED']),
  proof: new Set(['', 'NOT_NEEDED', 'PENDING', 'UPLOADED', 'OVERDUE']),
  compensation: new Set([
    '',
    'NOT_APPLICABLE',
    'INITIAL_STAGE',
    'PENDING_REQUEST',
    'NOT_REQUIRED',
    'REQUESTED',
    'APPROVED',
    'REJECTED',
    'CANCELLED',
    'NOT_ELIGIBLE',
  ]),
};

const fields = {
  status: 'status',
  negotiation: 'negotiation.negotiation_status',
  proof: 'seller_proof.seller_proof_status',
  compensation: 'seller_compensation.seller_compensation_status',
} as const;

const axisNames = ['status', 'negotiation', 'proof', 'compensation'] as const;

export interface SeenWords {
  readonly axes: Axes;
  readonly reason: { readonly unified: string; readonly raw: string };
  /** The endpoint whose answer it was. */
  readonly operation: string;
}

/** Tells the user which words this version does not know; the case is still delivered, with `unknown` in their place. */
export const reportUnknownWords = (drift: DriftReporter, { axes, reason, operation }: SeenWords): void => {
  const report = (path: string, word: string): void => drift.report({ operation, kind: 'unknown-word', path, word });
  for (const axis of axisNames) if (!known[axis].has(axes[axis])) report(fields[axis], axes[axis]);
  const { logistics } = axes;
  if (logistics !== undefined && parcelStageOf(logistics) === 'unknown') report('reverse_logistics_status', logistics);
  if (reason.unified === 'unknown' && reason.raw !== '') report('reason', reason.raw);
};
