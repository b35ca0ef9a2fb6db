import { regions } from '../regions.js';
import type { Change } from './change.js';
import { hours, inspectionTime } from './durations.js';

const firstStatus = { 0: 'LOGISTICS_PENDING_ARRANGE', 1: 'Preparing', 2: 'Preparing' } as const;

/** The return is agreed: from here on the buyer has to send the goods. */
export const startReturn: Change = (record, at) => {
  record.status = 'PROCESSING';
  record.solution = 'RETURN_REFUND';
  record.processingSince = at;
  record.parcel.status = firstStatus[record.claim.requestType];
  record.parcel.updatedAt = at;
  if (record.claim.requestType !== 0) return;
  record.shipDueAt = at + hours(regions[record.shop.region].shipInHours);
  const { shipsAfterInHours = 48, transitInHours } = record.script;
  if (record.quirks.estimatesSellerDue) record.sellerDueAt = at + hours(shipsAfterInHours + transitInHours) + inspectionTime;
};
