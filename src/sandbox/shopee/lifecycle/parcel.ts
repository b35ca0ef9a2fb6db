import type { Parcel, ReturnRecord, Seconds } from '../record.js';
import type { Change, LifeEvent } from './change.js';
import { hours, inspectionTime, unreportedDeliveryTime } from './durations.js';
import { refundBuyer } from './refunds.js';

const descriptions: Readonly<Record<string, string>> = {
  LOGISTICS_REQUEST_CREATED: 'Return shipment registered with the carrier',
  LOGISTICS_PICKUP_RETRY: 'Nobody was at home, the courier comes again',
  LOGISTICS_PICKUP_FAILED: 'The parcel could not be collected',
  LOGISTICS_PICKUP_DONE: 'Parcel collected from the buyer',
  LOGISTICS_DELIVERY_FAILED: 'Delivery attempt failed, recipient absent',
  LOGISTICS_DELIVERY_DONE: 'Parcel delivered',
  LOGISTICS_LOST: 'Parcel declared lost',
};

export const moveParcel = (parcel: Parcel, status: string, at: Seconds): void => {
  parcel.status = status;
  parcel.updatedAt = at;
  const text = descriptions[status.replace(/^POST_RETURN_/, '')];
  if (text !== undefined) parcel.events.push({ at, text });
};

const trackingNumberOf = ({ returnSn, shop }: ReturnRecord): string => `${shop.region}R${returnSn.slice(-9)}`;

const move =
  (status: string): Change =>
  (record, at) => {
    moveParcel(record.parcel, status, at);
    if (status === 'LOGISTICS_REQUEST_CREATED') record.parcel.trackingNumber = trackingNumberOf(record);
    if (status === 'LOGISTICS_PICKUP_DONE' && !record.claim.isIntegrated) record.sellerDueAt = at + unreportedDeliveryTime;
  };

/** The parcel has arrived: the seller's inspection begins, or the warehouse's. */
const deliver: Change = (record, at) => {
  moveParcel(record.parcel, record.claim.requestType === 0 ? 'LOGISTICS_DELIVERY_DONE' : 'Delivered', at);
  record.deliveredAt = at;
  if (record.claim.validation === 'seller_validation') record.sellerDueAt = at + inspectionTime;
  if (record.warehouse !== undefined) record.warehouse.arrival = 3;
};

const afterPickup = (record: ReturnRecord): LifeEvent | undefined => {
  if (!record.claim.isIntegrated) return undefined;
  const at = record.parcel.updatedAt + hours(record.script.transitInHours);
  if (record.script.parcel === 'lost') return { at, change: move('LOGISTICS_LOST') };
  if (record.script.parcel === 'delivery-failed') return { at, change: move('LOGISTICS_DELIVERY_FAILED') };
  return { at, change: deliver };
};

const pickupStatus = ({ script }: ReturnRecord): string => {
  if (script.parcel === 'pickup-retried') return 'LOGISTICS_PICKUP_RETRY';
  return script.parcel === 'pickup-failed' ? 'LOGISTICS_PICKUP_FAILED' : 'LOGISTICS_PICKUP_DONE';
};

/** How far the buyer's way to the post office has come, as a share of the time the script gives it. */
const onTheWay = (record: ReturnRecord, share: number, change: Change): LifeEvent | undefined => {
  const { shipsAfterInHours } = record.script;
  if (shipsAfterInHours === undefined) return undefined;
  return { at: record.processingSince + hours(shipsAfterInHours * share), change };
};

const beforePickup = (record: ReturnRecord): LifeEvent | undefined => {
  if (record.claim.isSellerArranged) return undefined;
  return record.claim.isIntegrated
    ? onTheWay(record, 0.4, move('LOGISTICS_READY'))
    : onTheWay(record, 1, move('LOGISTICS_PICKUP_DONE'));
};

const atPickup = (record: ReturnRecord): LifeEvent | undefined =>
  record.claim.isSellerArranged
    ? { at: record.parcel.updatedAt + hours(24), change: move('LOGISTICS_PICKUP_DONE') }
    : onTheWay(record, 1, move(pickupStatus(record)));

const later = (record: ReturnRecord, hoursLater: number, change: Change): LifeEvent => ({
  at: record.parcel.updatedAt + hours(hoursLater),
  change,
});

const journey: Readonly<Record<string, (record: ReturnRecord) => LifeEvent | undefined>> = {
  LOGISTICS_PENDING_ARRANGE: beforePickup,
  LOGISTICS_READY: (record) => onTheWay(record, 0.7, move('LOGISTICS_REQUEST_CREATED')),
  LOGISTICS_REQUEST_CREATED: atPickup,
  LOGISTICS_PICKUP_RETRY: (record) => later(record, 24, move('LOGISTICS_PICKUP_DONE')),
  LOGISTICS_PICKUP_FAILED: (record) => later(record, 24, move('LOGISTICS_PICKUP_DONE')),
  LOGISTICS_PICKUP_DONE: afterPickup,
  LOGISTICS_DELIVERY_FAILED: (record) => later(record, 48, deliver),
  LOGISTICS_LOST: (record) => later(record, 48, refundBuyer('parcel-lost')),
  Preparing: (record) => later(record, record.script.transitInHours, deliver),
};

/** What happens next to the parcel on its way back; nothing once it has arrived. */
export const nextOfParcel = (record: ReturnRecord): LifeEvent | undefined => journey[record.parcel.status]?.(record);

const shipped: ReadonlySet<string> = new Set([
  'LOGISTICS_PICKUP_DONE',
  'LOGISTICS_DELIVERY_FAILED',
  'LOGISTICS_DELIVERY_DONE',
  'LOGISTICS_LOST',
  'Preparing',
  'Delivered',
]);

/** Whether the buyer has handed the parcel over. */
export const isShipped = ({ parcel }: ReturnRecord): boolean => shipped.has(parcel.status);
