import { createRandom, type Random } from '../../random.js';
import { hours } from '../lifecycle/durations.js';
import type { ExternalReturn, OrderRecord, ReturnRecord } from '../record.js';
import { toRmaId, toTrackingId, toUuid } from './identifiers.js';

type Step = ExternalReturn['steps'][number];

const pickedUp = [
  'CREATED',
  'CARRIER_NOTIFIED_TO_PICK_UP_FROM_CUSTOMER',
  'CARRIER_OUT_FOR_PICK_UP_FROM_CUSTOMER',
  'PICKED_FROM_CUSTOMER',
  'IN_TRANSIT',
  'OUT_FOR_DELIVERY',
  'DELIVERED',
];

/** A way that ends with each of the fifteen statuses, so that a list holds them all. */
const ways: readonly (readonly string[])[] = [
  ...pickedUp.map((_, index) => pickedUp.slice(0, index + 1)),
  [...pickedUp.slice(0, 3), 'CUSTOMER_CANCELLED_PICK_UP'],
  [...pickedUp.slice(0, 3), 'CUSTOMER_RESCHEDULED_PICK_UP'],
  ['CREATED', 'CUSTOMER_DROPPED_OFF'],
  [...pickedUp.slice(0, 5), 'REPLANNED'],
  [...pickedUp, 'PARTIALLY_PROCESSED'],
  [...pickedUp, 'PROCESSED'],
  [...pickedUp.slice(0, 5), 'REJECTED'],
  ['CREATED', 'CANCELLED'],
];

export const externalWays = ways.length;

interface Draft {
  readonly order: OrderRecord;
  readonly steps: readonly Step[];
  readonly random: Random;
  readonly rmaId: string;
  readonly reason: string;
  readonly units: number;
  readonly reverseTrackingId: string;
}

const placeOf = ({ seller }: OrderRecord): string => `SC-${seller.region.toUpperCase()}-01`;

const make = ({ order, steps, random, rmaId, reason, units, reverseTrackingId }: Draft): ExternalReturn => {
  const [item] = order.items;
  const isReplanned = steps.some(({ status }) => status === 'REPLANNED');
  const isOtp = order.marketplace.country === 'IN';
  return {
    id: toUuid(random),
    seller: order.seller,
    marketplace: order.marketplace,
    returnLocationId: placeOf(order),
    merchantSku: item.sku,
    returnType: steps.some(({ status }) => status === 'REJECTED') ? 'REJECT' : 'CUSTOMER',
    returnSubType: random.pick(['NORMAL', 'NORMAL', 'REPLACEMENT', 'EXCHANGE']),
    units,
    steps,
    fulfillmentLocationId: placeOf(order),
    reason,
    rmaId: random.chance(0.9) ? rmaId : undefined,
    orderId: order.orderId,
    fulfillmentOrderId: order.fulfillmentOrderId,
    carrier: order.carrier,
    forwardTrackingId: order.trackingId,
    reverseTrackingId,
    previousTrackingId: isReplanned ? toTrackingId(random) : undefined,
    otp: isOtp ? random.text(6, '0123456789') : undefined,
    exchangeOrderId: undefined,
  };
};

/** The same return as the seller-fulfilled report shows it, from the channel's side: one way, two sources. */
export const toExternalReturn = (record: ReturnRecord, seed: number): ExternalReturn => {
  const { order, requestedAt, script, quantity, plannedRmaId, plannedTrackingId, reason } = record;
  const shippedAt = requestedAt + hours(script.authorizedAfterInHours + (script.shipsAfterInHours ?? 0));
  const deliveredAt = shippedAt + hours(script.transitInHours);
  const made = make({
    order,
    steps: [
      { status: 'CREATED', at: requestedAt },
      { status: 'PICKED_FROM_CUSTOMER', at: shippedAt },
      { status: 'IN_TRANSIT', at: shippedAt + hours(4) },
      { status: 'OUT_FOR_DELIVERY', at: deliveredAt - hours(5) },
      { status: 'DELIVERED', at: deliveredAt },
      { status: 'PROCESSED', at: deliveredAt + hours(20) },
    ],
    random: createRandom('external', seed, order.orderId),
    rmaId: plannedRmaId,
    reason,
    units: quantity,
    reverseTrackingId: plannedTrackingId,
  });
  return { ...made, rmaId: plannedRmaId, returnType: 'CUSTOMER' };
};

/** A return only the channel knows, whose way ends at the status its number stands for. */
export const makeExternalReturn = (order: OrderRecord, index: number, startsAt: number): ExternalReturn => {
  const random = createRandom('external', order.orderId);
  const way = ways[index % ways.length] ?? ['CREATED'];
  const lastAt = startsAt - hours(random.integer(1, 20));
  return make({
    order,
    steps: way.map((status, position) => ({ status, at: lastAt - hours(9 * (way.length - 1 - position)) })),
    random,
    rmaId: toRmaId(random),
    reason: random.pick(['Missed', 'Defective', 'Wrong item', 'Missed']),
    units: Math.min(random.pick([1, 1, 2]), order.items[0].quantity),
    reverseTrackingId: toTrackingId(random),
  });
};
