import type { CaseShipment } from '../../core/case.js';
import type { TrackingEvent } from '../../core/operations.js';
import { toInstant } from '../../core/time.js';
import { enter, type Moment } from './life.js';
import type { CaseRecord } from './record.js';

const eventOf = (shipment: CaseShipment, description: string, { now }: Moment): TrackingEvent => ({
  at: toInstant(now),
  description,
  status: shipment.status,
  direction: 'return',
  ...(shipment.trackingNumber === undefined ? {} : { trackingNumber: shipment.trackingNumber }),
});

/** The buyer hands the goods to the carrier. */
export const shipBack = (
  record: CaseRecord,
  { trackingNumber }: { readonly trackingNumber: string },
  moment: Moment,
): CaseRecord => {
  const shipment: CaseShipment = {
    direction: 'return',
    status: { unified: 'in-transit', raw: 'IN_TRANSIT' },
    trackingNumber,
    carrier: 'Memory Post',
    shippedAt: toInstant(moment.now),
  };
  return {
    ...enter(record, 'SHIPPED_BACK', moment),
    shipments: [...record.shipments, shipment],
    tracking: [...record.tracking, eventOf(shipment, 'Sent back by the buyer', moment)],
  };
};

/** The goods reach the seller, who may now inspect them. */
export const arriveBack = (record: CaseRecord, moment: Moment): CaseRecord => {
  const shipments = record.shipments.map((shipment): CaseShipment =>
    shipment.direction === 'return'
      ? { ...shipment, status: { unified: 'delivered', raw: 'DELIVERED' }, deliveredAt: toInstant(moment.now) }
      : shipment,
  );
  const arrived = shipments.filter(({ direction }) => direction === 'return');
  return {
    ...enter(record, 'RECEIVED', moment),
    shipments,
    tracking: [...record.tracking, ...arrived.map((shipment) => eventOf(shipment, 'Delivered to the seller', moment))],
  };
};
