import type { Change } from './change.js';
import { compensationRequestTime } from './durations.js';

/** Pays the buyer what is still owed and accepts the return. */
export const refundBuyer =
  (cause: string): Change =>
  (record, at, effects) => {
    const amountMinor = record.refundMinor - record.paidMinor;
    record.status = 'ACCEPTED';
    record.acceptedAt = at;
    record.paidMinor += amountMinor;
    if (record.negotiation.status !== '') record.negotiation.status = 'TERMINATED';
    const isOffered = record.script.compensationOffered && record.dispute === undefined;
    record.compensation.status = isOffered ? 'PENDING_REQUEST' : 'NOT_APPLICABLE';
    record.compensation.dueAt = isOffered ? at + compensationRequestTime : 0;
    effects.pay({ record, kind: 'refund', amountMinor, cause, at });
  };

export const close: Change = (record) => {
  record.status = 'CLOSED';
};

export const cancel: Change = (record) => {
  record.status = 'CANCELLED';
  if (record.negotiation.status !== '') record.negotiation.status = 'TERMINATED';
};

/** The seller let the time for a compensation pass. */
export const lapseCompensation: Change = (record) => {
  record.compensation.status = 'NOT_REQUIRED';
};

/** Shopee decides on a compensation: half of what the buyer got, where it agrees. */
export const ruleCompensation: Change = (record, at, effects) => {
  record.compensation.status = record.script.compensationRuling;
  if (record.script.compensationRuling === 'REJECTED') return;
  record.compensation.amountMinor = Math.floor(record.paidMinor / 2);
  effects.pay({ record, kind: 'compensation', amountMinor: record.compensation.amountMinor, cause: 'compensation-ruling', at });
};
