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
    const calendars = [scene.calendars.get(period.calendar) ?? weekendCalendar(period.calendar)];
    return { zone, calendars, placeFact: null, unknownStarts: 'waited-for' };
  }
  const place = isBuyer ? scene.buyerPlace : scene.sellerPlace;
  const calendars = place === null ? nowhere : calendarsFor(place, scene.calendars);
  const placeFact = calendars.length < 2 ? null : isBuyer ? 'buyer.subdivision' : 'seller.subdivision';
  return { zone, calendars, placeFact, unknownStarts: 'waited-for' };
};

/** The same counter for what is certain of a window whose start nobody told. */
export const bounded = ({ zone, calendars, placeFact }: Counter): Counter => ({
  zone,
  calendars,
  placeFact,
  unknownStarts: 'bounded',
});
