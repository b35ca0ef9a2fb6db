import { calendarsFor, weekendCalendar } from '../calendar/calendar.js';
import type { Scene } from '../facts/scene.js';
import type { Party } from '../vocabulary.js';
import type { Counter } from './bound.js';
import type { Period } from './span.js';

const nowhere = [weekendCalendar('')];

/**
 * Whose calendar counts: that of the place where the party who must act acts (Reg. 1182/71 art. 2), unless the rule names one.
 * A seller whose place is unknown is counted with the buyer's weekends and unknown holidays.
 */
export const counterFor = (party: Party, period: Pick<Period, 'calendar'>, scene: Scene): Counter => {
  const isBuyer = party === 'buyer';
  const zone = isBuyer ? scene.buyerZone : scene.sellerZone;
  if (period.calendar !== undefined) {
    return { zone, calendars: [scene.calendars.get(period.calendar) ?? weekendCalendar(period.calendar)] };
  }
  const place = isBuyer ? scene.buyerPlace : scene.sellerPlace;
  const calendars = place === null ? nowhere : calendarsFor(place, scene.calendars);
  return calendars.length > 1 ? { zone, calendars, placeFact: `${party}.subdivision` } : { zone, calendars };
};
