import { civilDayAt, startOfDay } from '../calendar/zone.js';
import type { ParcelFacts, When } from '../facts/case-facts.js';
import { toMoment, type Moment } from '../facts/moment.js';
import type { Scene } from '../facts/scene.js';
import type { Trigger } from './span.js';

const laterOf = (moments: readonly (Moment | null)[]): Moment | null => {
  let last: Moment | null = null;
  for (const moment of moments) if (moment !== null && (last === null || moment.day > last.day)) last = moment;
  return last;
};

const placedAt = ({ facts, buyerZone }: Scene): Moment | null => {
  const placed = facts.order.placedAt ?? facts.contract?.concludedAt;
  return placed === undefined ? null : toMoment(placed, buyerZone);
};

/** A shipment on a day of the seller's is, where the buyer is, at its earliest the day on which that day begins. */
const shippedAt = (shipped: When | undefined, { buyerZone, sellerZone }: Scene): Moment | null => {
  const moment = shipped === undefined ? null : toMoment(shipped, sellerZone);
  if (moment === null) return null;
  const { milliseconds } = moment;
  return { day: civilDayAt(milliseconds ?? startOfDay(moment.day, sellerZone), buyerZone), milliseconds };
};

const arrivalOf = ({ deliveredAt, shippedAt: shipped }: ParcelFacts, scene: Scene): Moment | null =>
  deliveredAt === undefined ? shippedAt(shipped, scene) : toMoment(deliveredAt, scene.buyerZone);

const noParcels: readonly ParcelFacts[] = [];

/** The last of the goods comes after every parcel that was sent or came; the first of them after the order. */
const lastDelivery = (scene: Scene): Moment | null => {
  const { order } = scene.facts;
  const parcels = (order.parcels ?? noParcels).map((parcel) => arrivalOf(parcel, scene));
  return laterOf([placedAt(scene), shippedAt(order.shippedAt, scene), ...parcels]);
};

const firstDelivery = (scene: Scene): Moment | null =>
  scene.facts.order.parcels === undefined ? lastDelivery(scene) : placedAt(scene);

/**
 * The earliest a clock can have started whose start nobody told: nothing is delivered before it was sent, nor sent or promised
 * before it was ordered. `null` where nothing bounds it.
 */
export const earliestStart = (trigger: Trigger, scene: Scene): Moment | null => {
  const { order } = scene.facts;
  switch (trigger) {
    case 'delivered':
      return order.deliveryPattern === 'regular' ? firstDelivery(scene) : lastDelivery(scene);
    case 'first-delivered':
      return firstDelivery(scene);
    case 'installed':
      return order.deliveredAt === undefined ? firstDelivery(scene) : toMoment(order.deliveredAt, scene.buyerZone);
    case 'completed':
      return laterOf([placedAt(scene), shippedAt(order.shippedAt, scene)]);
    case 'shipped':
    case 'promised':
      return placedAt(scene);
    default:
      return null;
  }
};
