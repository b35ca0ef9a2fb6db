import type { Case } from '../../core/case.js';
import type { TrackingEvent } from '../../core/operations.js';
import type { Order, OrderStatus } from '../../core/order.js';
import type { Journey, JourneyOrder, Place } from './types.js';

const notShipped: readonly OrderStatus[] = ['unpaid', 'pending', 'ready-to-ship'];
const shipped: readonly OrderStatus[] = ['shipped', 'delivered', 'in-return', 'completed'];

const isShipped = ({ status: { unified } }: Order): boolean | undefined => {
  if (unified === 'unknown') return undefined;
  if (notShipped.includes(unified)) return false;
  return shipped.includes(unified) ? true : undefined;
};

/** Leaves out what is not known. */
const known = <Value extends object>(values: { readonly [Key in keyof Value]?: Value[Key] | undefined }): Partial<Value> => {
  const found: Partial<Value> = {};
  for (const key in values) {
    const value = values[key];
    if (value !== undefined) found[key] = value;
  }
  return found;
};

/** What any marketplace reads of a case, put together for `diagnose`. */
export interface JourneySources {
  /** `adapter.cases.track(id)`, or a carrier's own. */
  readonly events: readonly TrackingEvent[];
  readonly found?: Case;
  readonly order?: Order;
}

/**
 * The journey of the parcel to the buyer, as far as the case and the order tell it. Where the goods are sent from no marketplace says:
 * add `origin`, so that "not exported" and "returned before export" can be told.
 */
export const toJourney = ({ events, found, order }: JourneySources): Journey => {
  const parcel = found?.shipments.find(({ direction }) => direction === 'outbound');
  const shipBy = found?.deadlines.find(({ duty, party }) => duty === 'ship' && party === 'seller')?.by;
  const told = known<JourneyOrder>({
    placedAt: order?.placedAt ?? found?.order.placedAt,
    shipBy,
    shippedAt: order?.shippedAt ?? parcel?.shippedAt,
    deliveredAt: order?.deliveredAt ?? parcel?.deliveredAt,
    estimatedDeliveryAt: order?.estimatedDeliveryAt ?? parcel?.estimatedDeliveryAt,
    isShipped: order === undefined ? undefined : isShipped(order),
  });
  const destination = known<Place>({ country: order?.buyerCountry ?? found?.buyer?.country });
  return {
    events,
    ...(Object.keys(told).length === 0 ? {} : { order: told }),
    ...(Object.keys(destination).length === 0 ? {} : { destination }),
  };
};
