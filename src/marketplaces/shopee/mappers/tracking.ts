import type { ShipmentStatus } from '../../../core/case.js';
import type { TrackingEvent } from '../../../core/operations.js';
import { translate, type Translated } from '../../../core/translated.js';
import type { ShopeeReverseTracking, ShopeeTrackingEvent, ShopeeTrackingLeg } from '../native/proof.js';
import type { WireTracking } from '../wire/orders.js';
import { shipmentStatuses } from './parcel.js';
import { toText, toTime } from './values.js';

const notSaid: Translated<ShipmentStatus> = { unified: 'unknown', raw: '' };

/** The carrier's words are free text; only its photographs say for certain what happened. */
const statusOf = ({ hasPickupProof, hasDeliveryProof }: ShopeeTrackingEvent): Translated<ShipmentStatus> => {
  if (hasDeliveryProof) return { unified: 'delivered', raw: 'epod_image_list' };
  return hasPickupProof ? { unified: 'in-transit', raw: 'epop_image_list' } : notSaid;
};

const toLeg = (leg: ShopeeTrackingLeg, direction: 'return' | 'to-seller'): readonly TrackingEvent[] => {
  const number = leg.trackingNumber === undefined ? {} : { trackingNumber: leg.trackingNumber };
  const events = leg.events.map((event) => ({
    at: event.at,
    description: event.description,
    status: statusOf(event),
    direction,
    ...number,
  }));
  const latest =
    leg.status === undefined || leg.updatedAt === undefined
      ? []
      : [{ at: leg.updatedAt, description: leg.status, status: translate(shipmentStatuses, leg.status), direction, ...number }];
  return [...events, ...latest];
};

const byTime = (left: TrackingEvent, right: TrackingEvent): number => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0);

/** Both legs of the way back, oldest first; the newest status of each leg stands as an event of its own. */
export const toReturnEvents = (tracking: ShopeeReverseTracking): readonly TrackingEvent[] =>
  [...toLeg(tracking.return, 'return'), ...toLeg(tracking.toSeller, 'to-seller')].sort(byTime);

/** Words of the parcel to the buyer (TrackingLogisticsStatus), its way back after a failed delivery included. */
const outboundStatuses: Readonly<Record<string, ShipmentStatus>> = {
  INITIAL: 'not-started',
  ORDER_INIT: 'not-started',
  ORDER_SUBMITTED: 'ready',
  ORDER_FINALIZED: 'ready',
  ORDER_CREATED: 'label-created',
  PICKUP_REQUESTED: 'label-created',
  PICKUP_PENDING: 'label-created',
  PICKUP_RETRY: 'pickup-failed',
  PICKED_UP: 'in-transit',
  DELIVERY_PENDING: 'out-for-delivery',
  DELIVERED: 'delivered',
  TIMEOUT: 'delivery-failed',
  LOST: 'lost',
  CANCEL: 'cancelled',
  CANCELED: 'cancelled',
  RETURN_STARTED: 'in-transit',
  RETURN_INITIATED: 'in-transit',
  RETURN_PENDING: 'in-transit',
  RETURNED: 'returned-to-sender',
};

/** The parcel to the buyer, oldest first. After a failed delivery it comes back under the same number. */
export const toOutboundEvents = ({ tracking_info: steps }: WireTracking): readonly TrackingEvent[] =>
  (steps ?? [])
    .flatMap((step): TrackingEvent[] => {
      const [at, word] = [toTime(step.update_time), toText(step.logistics_status) ?? ''];
      if (at === undefined) return [];
      const direction = word.startsWith('RETURN') ? 'return' : 'outbound';
      return [{ at, description: toText(step.description) ?? '', status: translate(outboundStatuses, word), direction }];
    })
    .sort(byTime);
