import type { ShipmentStatus } from '../../../core/case.js';

/** Where the buyer's parcel is, as far as a decision needs it. `unknown`: a new word, or none because the list does not tell. */
export type ParcelStage = 'not-arranged' | 'arranged' | 'moving' | 'failed' | 'lost' | 'delivered' | 'unknown';

/** Words of normal returns, then of returns in transit and refused at the door, then of the leg from the warehouse to the seller. */
export const shipmentStatuses: Readonly<Record<string, ShipmentStatus>> = {
  LOGISTICS_NOT_STARTED: 'not-started',
  LOGISTICS_NOT_START: 'not-started',
  LOGISTICS_PENDING_ARRANGE: 'awaiting-arrangement',
  LOGISTICS_READY: 'ready',
  LOGISTICS_REQUEST_CREATED: 'label-created',
  LOGISTICS_REQUEST_CANCELED: 'cancelled',
  LOGISTICS_PICKUP_RETRY: 'pickup-failed',
  LOGISTICS_PICKUP_FAILED: 'pickup-failed',
  LOGISTICS_PICKUP_DONE: 'in-transit',
  LOGISTICS_DELIVERY_FAILED: 'delivery-failed',
  LOGISTICS_LOST: 'lost',
  LOGISTICS_DELIVERY_DONE: 'delivered',
  Preparing: 'ready',
  Delivered: 'delivered',
  'Delivery Failed': 'delivery-failed',
  Lost: 'lost',
  POST_RETURN_LOGISTICS_REQUEST_CREATED: 'label-created',
  POST_RETURN_LOGISTICS_REQUEST_CANCELED: 'cancelled',
  POST_RETURN_LOGISTICS_PICKUP_FAILED: 'pickup-failed',
  POST_RETURN_LOGISTICS_PICKUP_RETRY: 'pickup-failed',
  POST_RETURN_LOGISTICS_PICKUP_DONE: 'in-transit',
  POST_RETURN_LOGISTICS_DELIVERY_FAILED: 'delivery-failed',
  POST_RETURN_LOGISTICS_DELIVERY_DONE: 'delivered',
  POST_RETURN_LOGISTICS_LOST: 'lost',
};

const stages: Readonly<Record<ShipmentStatus, ParcelStage>> = {
  'not-started': 'not-arranged',
  'awaiting-arrangement': 'not-arranged',
  ready: 'arranged',
  'label-created': 'arranged',
  'pickup-failed': 'arranged',
  'in-transit': 'moving',
  held: 'moving',
  'out-for-delivery': 'moving',
  'delivery-failed': 'failed',
  delivered: 'delivered',
  'returned-to-sender': 'failed',
  lost: 'lost',
  cancelled: 'not-arranged',
};

/** An empty word means that nothing was arranged yet; no word at all means that this answer does not say. */
export const parcelStageOf = (word: string | undefined): ParcelStage => {
  if (word === undefined) return 'unknown';
  if (word.trim() === '' || word === '-') return 'not-arranged';
  const status = Object.hasOwn(shipmentStatuses, word) ? shipmentStatuses[word] : undefined;
  return status === undefined ? 'unknown' : stages[status];
};
