import { parseCivilDay } from '../../src/policy/calendar/civil-day.js';
import { zonesOf } from '../../src/policy/calendar/country-zones.js';
import { civilDayAt } from '../../src/policy/calendar/zone.js';
import type { CaseFacts } from '../../src/policy/index.js';
import { possibleClasses } from '../../src/policy/rules/reason-class.js';

/**
 * A case as the peers take it: flat, its days counted, its class of reason looked up. None of them knows days or zones, so this is
 * made for them before the clock runs; ours reads the facts as they are.
 */
export interface PreparedCase {
  readonly reasonClass: string;
  readonly country: string;
  readonly category: string;
  readonly isCustomMade: boolean;
  readonly isHygieneSealed: boolean;
  readonly isUnsealed: boolean;
  readonly soldAs: string;
  readonly priceInMinor: number;
  readonly quantity: number;
  readonly shippingInMinor: number;
  readonly placedDay: number;
  readonly deliveredDay: number | null;
  readonly promisedDay: number;
  readonly requestedDay: number;
  /** In the seller's zone, whose days count for the seller's duties. */
  readonly answerDay: number;
}

const dayOf = (when: string | undefined, zone: string): number =>
  when === undefined ? 0 : (parseCivilDay(when) ?? civilDayAt(Date.parse(when), zone));

export const prepare = ({ buyer, order, item, ...facts }: CaseFacts): PreparedCase => {
  const zone = zonesOf(buyer.country)?.[0] ?? 'UTC';
  const requestedDay = dayOf(facts.requestedAt, zone);
  return {
    reasonClass: possibleClasses({ buyer, order, item, ...facts })[0] ?? '',
    country: buyer.country,
    category: item.category ?? 'general',
    isCustomMade: item.traits?.includes('custom-made') === true,
    isHygieneSealed: item.traits?.includes('hygiene-sealed') === true,
    isUnsealed: item.condition?.isUnsealed === true,
    soldAs: item.soldAs ?? 'new',
    priceInMinor: item.price.minor,
    quantity: item.quantity,
    shippingInMinor: order.shipping?.paid.minor ?? 0,
    placedDay: dayOf(order.placedAt, zone),
    deliveredDay: order.deliveredAt === undefined ? null : dayOf(order.deliveredAt, zone),
    promisedDay: dayOf(order.estimatedDeliveryAt, zone),
    requestedDay,
    answerDay: requestedDay + 3,
  };
};
