import { millisecondsPerDay, parseCivilDay, type CivilDay } from '../calendar/civil-day.js';
import { buyerZones } from './buyer-zones.js';
import type { BuyerFacts, CaseFacts, EventFacts, OrderFacts, ParcelFacts, When } from './case-facts.js';
import { parseInstant, toMoment } from './moment.js';

/** The UTC day is enough where zones lie between two dates: one day of slack is allowed for them. What is not known comes before nothing and after nothing. */
const dayOf = (when: string | undefined): CivilDay => {
  if (when === undefined) return Number.NaN;
  const instant = parseInstant(when);
  return instant === null ? (parseCivilDay(when) ?? 0) : Math.floor(instant / millisecondsPerDay);
};

const slackInDays = 1;

const isBefore = (day: CivilDay, floor: CivilDay): boolean => day + slackInDays < floor;

/**
 * Nothing is delivered before it was ordered. Both are the buyer's, so that no zone lies between them: two times are compared as they
 * are, two days as days, and a day and a time as the days they were in every zone the buyer may live in.
 */
const isBeforeOrder = (deliveredAt: When | undefined, { placedAt }: OrderFacts, buyer: BuyerFacts): boolean => {
  // Also when one of them is not told. No zone is more than a day away from UTC.
  if (!(dayOf(deliveredAt) <= dayOf(placedAt)) || deliveredAt === undefined || placedAt === undefined) return false;
  const [delivered, placed] = [parseInstant(deliveredAt), parseInstant(placedAt)];
  if (delivered !== null && placed !== null) return delivered < placed;
  const dayIn = (when: When, zone: string): number => toMoment(when, zone)?.day ?? Number.NaN;
  return buyerZones(buyer).every((zone) => dayIn(deliveredAt, zone) < dayIn(placedAt, zone));
};

const later = (floor: CivilDay, day: CivilDay): CivilDay => (day > floor ? day : floor);

/** The events that can only follow a delivery. */
const afterDelivery = [
  'proofOfDispatchAt',
  'dispatchedBackAt',
  'handedToDesignatedCarrierAt',
  'goodsReturnedAt',
  'inspectedAt',
  'repairStartedAt',
  'repairEndedAt',
] as const satisfies readonly (keyof EventFacts)[];

const noParcels: readonly ParcelFacts[] = [];

interface Floors {
  readonly placed: CivilDay;
  readonly shipped: CivilDay;
}

const parcelsProblem = ({ order, buyer }: CaseFacts, placed: CivilDay): string | null => {
  for (const [index, { shippedAt, deliveredAt }] of (order.parcels ?? noParcels).entries()) {
    const shipped = dayOf(shippedAt);
    if (isBefore(shipped, placed)) return `order.parcels.${String(index)}.shippedAt`;
    if (isBefore(dayOf(deliveredAt), shipped) || isBeforeOrder(deliveredAt, order, buyer))
      return `order.parcels.${String(index)}.deliveredAt`;
  }
  return null;
};

const lastShipment = ({ shippedAt, parcels = noParcels }: OrderFacts, placed: CivilDay): CivilDay => {
  let day = later(placed, dayOf(shippedAt));
  for (const parcel of parcels) day = later(day, dayOf(parcel.shippedAt));
  return day;
};

const deliveryProblem = (facts: CaseFacts, { placed, shipped }: Floors): string | null => {
  const { order, buyer } = facts;
  if (isBefore(dayOf(order.shippedAt), placed)) return 'order.shippedAt';
  if (isBefore(dayOf(order.deliveredAt), shipped) || isBeforeOrder(order.deliveredAt, order, buyer)) return 'order.deliveredAt';
  return order.parcels === undefined ? null : parcelsProblem(facts, placed);
};

/** The first day on which any of the goods were there to be sent back. While a parcel has no date of its own, that is not known. */
const firstDelivery = ({ deliveredAt, parcels = noParcels }: OrderFacts): CivilDay => {
  let first = Infinity;
  let isComplete = true;
  for (const parcel of parcels) {
    if (parcel.deliveredAt !== undefined) first = Math.min(first, dayOf(parcel.deliveredAt));
    else if (parcel.isPending !== true) isComplete = false;
  }
  if (first === Infinity) return dayOf(deliveredAt);
  return isComplete ? first : -Infinity;
};

const returnProblem = ({ order }: CaseFacts, events: EventFacts, { placed, shipped }: Floors): string | null => {
  const sent = order.parcels === undefined ? shipped : placed;
  const floor = later(sent, firstDelivery(order));
  const wrong = afterDelivery.find((name) => isBefore(dayOf(events[name]), floor));
  return wrong === undefined ? null : `events.${wrong}`;
};

type EventName = Exclude<keyof EventFacts, 'inspection'>;

const isEventName = (name: string): name is EventName => name.endsWith('At');

/** Nothing about a sale happens before it. */
const eventProblem = (events: EventFacts, placed: CivilDay): string | null => {
  const wrong = Object.keys(events).find((name) => isEventName(name) && isBefore(dayOf(events[name]), placed));
  return wrong === undefined ? null : `events.${wrong}`;
};

/** The path of the first date that comes before what it must follow (placed ≤ shipped ≤ delivered ≤ sent back); `null` when the order holds. */
export const chronologyProblem = (facts: CaseFacts): string | null => {
  const { order, events, requestedAt } = facts;
  const placedDay = dayOf(order.placedAt);
  const placed = Number.isNaN(placedDay) ? -Infinity : placedDay;
  const floors = { placed, shipped: lastShipment(order, placed) };
  const problem = deliveryProblem(facts, floors) ?? (events === undefined ? null : returnProblem(facts, events, floors));
  if (problem !== null) return problem;
  if (isBefore(dayOf(requestedAt), placed)) return 'requestedAt';
  return events === undefined ? null : eventProblem(events, placed);
};
