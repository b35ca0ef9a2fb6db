import { formatCivilDay, type CivilDay } from '../../calendar/civil-day.js';
import type { CaseFacts } from '../../facts/case-facts.js';
import type { Money } from '../../vocabulary.js';
import type { Box } from '../space/box.js';
import { currencyIn, priceAt, priceIntervals, type Price } from '../space/price.js';
import { representFacts, type Setting } from '../space/representative.js';
import type { Sale } from '../space/sale.js';
import type { Space } from '../space/space.js';
import type { Timeline } from '../space/timeline.js';

/** How a case is told beside its axes: events that some duties and windows begin with, in two courses, and a parcel ahead of its promise. */
export const tellings = ['just-asked', 'inspected', 'inspected-late', 'ahead-of-promise'] as const;
export type Telling = (typeof tellings)[number];

/** What is chosen of the cases of a box. */
export interface CaseChoice {
  readonly timeline: Timeline;
  readonly price: Price;
  readonly place: string | undefined;
  readonly telling: Telling;
  readonly sale?: Sale;
}

/** Days after the request on which a return goes on. */
const courses = {
  inspected: { authorised: 1, returned: 5, inspected: 6 },
  'inspected-late': { authorised: 3, returned: 16, inspected: 20 },
} as const;

const promisedAheadInDays = 2;

const courseOf = (asked: CivilDay, course: keyof typeof courses): NonNullable<CaseFacts['events']> => {
  const { authorised, returned, inspected } = courses[course];
  return {
    authorisedAt: formatCivilDay(asked + authorised),
    goodsReturnedAt: formatCivilDay(asked + returned),
    inspectedAt: formatCivilDay(asked + inspected),
    claimOpenedAt: formatCivilDay(asked),
  };
};

const tell = (facts: CaseFacts, { delivered, requested }: Timeline, telling: Telling): CaseFacts => {
  if (telling === 'just-asked') return facts;
  if (telling === 'ahead-of-promise')
    return { ...facts, order: { ...facts.order, estimatedDeliveryAt: formatCivilDay(delivered + promisedAheadInDays) } };
  return { ...facts, events: { ...courseOf(requested, telling), ...facts.events } };
};

/** Where a case is made. */
export interface CasePlace {
  readonly space: Space;
  readonly box: Box;
  readonly setting: Setting;
}

/** The same case of the box asked on any day; `null` when no case can be like that. */
export const makeCases = (
  { space, box, setting }: CasePlace,
  { place, telling, ...choice }: CaseChoice,
): ((requested: CivilDay) => CaseFacts) | null => {
  const facts = representFacts(space, box, { setting, ...choice, ...(place === undefined ? {} : { place }) });
  if (facts === null) return null;
  return (requested) => tell({ ...facts, requestedAt: formatCivilDay(requested) }, { ...choice.timeline, requested }, telling);
};

/** One case of the box; `null` when no case can be like that. */
export const makeCase = (place: CasePlace, choice: CaseChoice): CaseFacts | null =>
  makeCases(place, choice)?.(choice.timeline.requested) ?? null;

/** What ordinary goods cost, and amounts on both sides of it. */
const usualInMinor = 8000;
const samplesInMinor = [usualInMinor, 100, 500, 2000, 20_000, 100_000, 1_000_000] as const;

/** Prices of the box to try, the most ordinary first: amounts of two rules may meet at one of them, but not at all of them. */
export const pricesToTry = (space: Space, box: Box, fallback: string): readonly Price[] => {
  const currency = currencyIn(space, fallback);
  const intervals = priceIntervals(space, box, currency);
  const ends = intervals.flatMap(({ from, to }) => [from, to]).filter((minor) => Number.isSafeInteger(minor) && minor <= 2 ** 40);
  const inside = (minor: number): boolean => intervals.some(({ from, to }) => minor >= from && minor <= to);
  const amounts = [...new Set([...samplesInMinor, ...ends])].filter(inside).map((minor): Money => ({ minor, currency }));
  return amounts.flatMap((amount) => priceAt(space, box, amount) ?? []);
};
