import type { Dispute, Photo } from '../record.js';
import type { Change } from './change.js';
import { evidenceTime } from './durations.js';
import { close, refundBuyer } from './refunds.js';

/** The seller contests: before the refund the case goes to Shopee, after it the seller asks for a compensation. */
export const raiseDispute =
  (dispute: Omit<Dispute, 'kind' | 'raisedAt'>): Change =>
  (record, at) => {
    const isAfterRefund = record.status === 'ACCEPTED';
    record.dispute = { ...dispute, raisedAt: at, kind: isAfterRefund ? 'compensation' : 'normal' };
    if (isAfterRefund) {
      record.compensation.status = 'REQUESTED';
      record.compensation.requestedAt = at;
      return;
    }
    record.status = 'SELLER_DISPUTE';
    if (record.negotiation.status !== '') record.negotiation.status = 'TERMINATED';
  };

/** Shopee takes the case up, and may ask the seller for evidence. */
export const startReview: Change = (record, at) => {
  record.status = 'JUDGING';
  record.judgingSince = at;
  record.proof.status = record.script.evidenceAsked ? 'PENDING' : 'NOT_NEEDED';
  record.proof.dueAt = record.script.evidenceAsked ? at + evidenceTime : 0;
};

export const uploadProof =
  (photos: readonly Photo[], description: string): Change =>
  (record) => {
    Object.assign(record.proof, { status: 'UPLOADED', photos, description });
  };

export const lapseEvidence: Change = (record) => {
  record.proof.status = 'OVERDUE';
};

/** Shopee decides. Evidence that was asked for and never came decides against the seller. */
export const rule: Change = (record, at, effects) => {
  if (record.script.ruling === 'seller' && record.proof.status !== 'OVERDUE') close(record, at, effects);
  else refundBuyer('ruling')(record, at, effects);
};

export const cancelCompensation: Change = (record) => {
  record.compensation.status = 'CANCELLED';
};
