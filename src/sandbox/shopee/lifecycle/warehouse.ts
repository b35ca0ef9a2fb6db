import type { ReturnRecord } from '../record.js';
import type { Change, LifeEvent } from './change.js';
import { hours } from './durations.js';
import { moveParcel } from './parcel.js';
import { refundBuyer } from './refunds.js';

/** The warehouse has looked at the goods: the buyer is paid, and the goods are kept, thrown away or sent on to the seller. */
export const ruleAtWarehouse: Change = (record, at, effects) => {
  refundBuyer('warehouse-ruling')(record, at, effects);
  const action = record.script.warehouseAction;
  if (record.warehouse !== undefined) record.warehouse.action = action;
  if (action !== 2) return;
  moveParcel(record.onwardParcel, 'POST_RETURN_LOGISTICS_REQUEST_CREATED', at);
  record.onwardParcel.trackingNumber = `RTS${record.returnSn.slice(-9)}`;
};

const moveOn =
  (status: string): Change =>
  (record, at) =>
    moveParcel(record.onwardParcel, status, at);

const onward: Readonly<Record<string, { readonly afterInHours: number; readonly status: string }>> = {
  POST_RETURN_LOGISTICS_REQUEST_CREATED: { afterInHours: 24, status: 'POST_RETURN_LOGISTICS_PICKUP_DONE' },
  POST_RETURN_LOGISTICS_PICKUP_DONE: { afterInHours: 48, status: 'POST_RETURN_LOGISTICS_DELIVERY_DONE' },
};

/** What happens next to the parcel on its way from the warehouse to the seller. */
export const nextOfOnwardParcel = ({ onwardParcel }: ReturnRecord): LifeEvent | undefined => {
  const next = onward[onwardParcel.status];
  return next && { at: onwardParcel.updatedAt + hours(next.afterInHours), change: moveOn(next.status) };
};
