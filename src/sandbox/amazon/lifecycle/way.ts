import type { Change } from './change.js';
import { startRefundTime } from './refunds.js';

/** The request is decided: by the seller in Seller Central, or by Amazon where its policy allows it. */
export const decide: Change = (record, at) => {
  record.status = record.script.authorization;
  if (record.status !== 'Approved') return;
  record.authorizedAt = at;
  if (record.resolution !== 'ReturnlessRefund') record.amazonRmaId = record.plannedRmaId;
};

/** The carrier scans the parcel for the first time. */
export const ship: Change = (record, at) => {
  record.shippedAt = at;
  record.trackingId = record.plannedTrackingId;
};

export const deliver: Change = (record, at, money) => {
  record.deliveredAt = at;
  if (record.refundedAt > 0 || record.resolution === 'Replacement') record.status = 'Closed';
  else startRefundTime(record, at, money);
};

/** The label was never used. */
export const lapse: Change = (record) => {
  record.status = 'Closed';
};
