import { isInstant, toInstant, type Instant } from '../core/time.js';
import type { ReturnDecision } from '../policy/decision.js';
import type { CaseFacts, When } from '../policy/facts/case-facts.js';
import type { Journey, JourneyOrder } from './diagnosis/types.js';

const lengthOfDay = 'YYYY-MM-DD'.length;

/** A day of which nobody told the hour counts from its first moment. */
const fromStart = (when: When): Instant => toInstant(when.length === lengthOfDay ? `${when}T00:00:00Z` : when);

/** What is promised for a day is late when that day has ended everywhere. */
const untilEnd = (when: When): Instant => toInstant(when.length === lengthOfDay ? `${when}T23:59:59.999-12:00` : when);

/** What the facts and the decision tell of the parcel; the facts were checked, so that every time in them is one. */
const toldOf = ({ order }: CaseFacts, { deadlines }: ReturnDecision): JourneyOrder => {
  const shipBy = deadlines.find(({ duty, party }) => duty === 'ship' && party === 'seller')?.by;
  const { placedAt, shippedAt, deliveredAt, estimatedDeliveryAt } = order;
  return {
    ...(placedAt === undefined ? {} : { placedAt: fromStart(placedAt) }),
    ...(shippedAt === undefined ? {} : { shippedAt: fromStart(shippedAt) }),
    ...(deliveredAt === undefined ? {} : { deliveredAt: fromStart(deliveredAt) }),
    ...(estimatedDeliveryAt === undefined ? {} : { estimatedDeliveryAt: untilEnd(estimatedDeliveryAt) }),
    ...(isInstant(shipBy) ? { shipBy } : {}),
  };
};

/**
 * The parcel's way with what facts and decision know of it besides; what the caller says of the journey itself comes first. Where no
 * events were asked for, nothing follows from there being none: when it was shipped is then left out.
 */
export const knownJourney = (journey: Journey | undefined, facts: CaseFacts, decision: ReturnDecision): Journey => {
  const told = toldOf(facts, decision);
  if (journey !== undefined) return { ...journey, order: { ...told, ...journey.order } };
  const { shippedAt: _shippedAt, ...order } = told;
  return { events: [], order };
};
