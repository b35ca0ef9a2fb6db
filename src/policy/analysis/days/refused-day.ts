import type { CivilDay } from '../../calendar/civil-day.js';
import type { Policy } from '../../compile.js';
import type { CaseFacts } from '../../facts/case-facts.js';
import type { Scene } from '../../facts/scene.js';
import type { Settled } from '../../merge/settled.js';
import type { Resolved } from '../../rules/ending.js';
import type { Bound, Period } from '../../rules/span.js';
import { resolveWindow, type ResolvedWindow } from '../../rules/window.js';
import { parseCivilDay } from '../../calendar/civil-day.js';
import { deliveryDays, promptDelivery, requestDays, timelineAt, type DayRoom, type Timeline } from '../space/timeline.js';
import { moveTo, sceneOf } from './case-builder.js';
import { longestTransitInDays } from './limits.js';
import { isNeverShorter } from './never-shorter.js';
import { quickComparison, type IsSurelyLonger } from './plain-end.js';
import { isCountedFromDelivery } from './span-bounds.js';

/** Two readings of the same cases: what the seller says, and what should be no better for the buyer. */
export interface Contest {
  readonly policy: Policy;
  /** The case but for its days. */
  readonly facts: CaseFacts;
  readonly room: DayRoom;
  /** The last day of the horizon. */
  readonly until: CivilDay;
  readonly seller: Settled | 'excluded';
  readonly floor: Settled;
  /** How many days earlier the seller's reading is asked: 0, or 1 to compare a day with the next. */
  readonly leadInDays?: number;
  /** What was found for the same windows in the same place before, by the day of the delivery. */
  readonly known?: Map<CivilDay, Ends | null>;
}

/** Where both windows stand that run from one delivery. */
export interface Ends {
  /** `-Infinity` = the seller has none. */
  readonly sellerLast: number;
  /** `-Infinity` = nothing about the period is certain, on this day or any other. */
  readonly floorLast: number;
  readonly opensOn: number;
}

/** A day on which one says yes and the other no. */
export interface RefusedDay {
  readonly timeline: Timeline;
  /** The last days of both windows; `null` = none. */
  readonly sellerLast: CivilDay | null;
  readonly floorLast: CivilDay | null;
}

export const windowIn = ({ period, extensions, windowBecause }: Settled, scene: Scene): ResolvedWindow | null =>
  period === null ? null : resolveWindow({ period: period.value, extensions, because: windowBecause }, scene);

/** The last civil day on which it is certainly open. On the day of an end by the hour a request without a time cannot be placed. */
export const lastCertain = (closes: Resolved): number => {
  if (closes.kind === 'unknown') return -Infinity;
  if (closes.kind !== 'ends') return Infinity;
  return closes.earliest.milliseconds === null ? closes.earliest.day : closes.earliest.day - 1;
};

const lastPossible = (closes: Resolved): number => (closes.kind === 'ends' ? closes.latest.day : Infinity);

const finite = (day: number): CivilDay | null => (Number.isFinite(day) ? day : null);

const transits = [3, 0, 10, 30, 60, longestTransitInDays] as const;

const transitsFor = (seller: Contest['seller'], floor: Settled): readonly number[] => {
  const periods = [seller === 'excluded' ? null : seller.period, floor.period].flatMap((cited) => cited?.value.closes ?? []);
  return periods.every(isCountedFromDelivery) ? transits.slice(0, 1) : transits;
};

/** A gap of at most this many days is shown by its last day, which is the one a buyer would be surprised by. */
const shortGapInDays = 5;

const chooseDay = (first: CivilDay, last: number): CivilDay => (last - first < shortGapInDays ? last : first);

/** The first day on which it is certainly open, in whatever zone the instant is. */
export const opensOn = ({ window: { opensAt } }: ResolvedWindow): number =>
  opensAt === null ? -Infinity : (parseCivilDay(opensAt.slice(0, 10)) ?? -Infinity) + 1;

const endsAt = ({ policy, facts, seller, floor }: Contest, timeline: Timeline): Ends | null => {
  const scene = sceneOf(policy, moveTo(facts, timeline));
  const other = scene === null ? null : windowIn(floor, scene);
  if (scene === null || other === null) return null;
  const own = seller === 'excluded' ? null : windowIn(seller, scene);
  if (seller !== 'excluded' && own === null) return null;
  const sellerLast = own === null ? -Infinity : lastPossible(own.closes);
  return { sellerLast, floorLast: lastCertain(other.closes), opensOn: opensOn(other) };
};

/** A day of the room between the two ends. */
const refusedBetween = ({ room, seller, leadInDays = 0 }: Contest, timeline: Timeline, ends: Ends): RefusedDay | null => {
  const { sellerLast, floorLast } = ends;
  const asked = requestDays(room, timeline.delivered);
  const isExcluded = seller === 'excluded';
  const first = Math.max(sellerLast + 1 + leadInDays, asked.from, ends.opensOn, timeline.delivered + (isExcluded ? 1 : 0));
  const last = Math.min(floorLast, asked.to);
  if (first > last || !Number.isFinite(first)) return null;
  const requested = isExcluded ? first : chooseDay(first, last);
  return { timeline: { ...timeline, requested }, sellerLast: finite(sellerLast), floorLast: finite(floorLast) };
};

const isInOrder = ({ contract, placed, delivered }: Timeline): boolean => contract <= delivered && placed <= delivered;

interface Scan extends Contest {
  readonly isSurelyLonger: IsSurelyLonger;
  readonly transit: number;
}

/** The ends of a case; `null` where the seller's is surely no earlier, or one of them says nothing. */
const lookAt = (contest: Scan, timeline: Timeline): Ends | null =>
  contest.isSurelyLonger(timeline) ? null : endsAt(contest, timeline);

const boundsIn = ({ period, extensions }: Settled): readonly Bound[] => [
  ...(period === null ? [] : [period.value.closes]),
  ...(period?.value.opens === undefined ? [] : [period.value.opens]),
  ...extensions,
];

/** Whether both windows hang on the day of the delivery alone. */
const isOfDeliveryAlone = ({ seller, floor }: Contest): boolean =>
  [...(seller === 'excluded' ? [] : boundsIn(seller)), ...boundsIn(floor)].every(isCountedFromDelivery);

const createLook = (contest: Scan): ((timeline: Timeline) => Ends | null) => {
  const { known } = contest;
  if (known === undefined || !isOfDeliveryAlone(contest)) return (timeline) => lookAt(contest, timeline);
  return (timeline) => {
    const found = known.get(timeline.delivered);
    if (found !== undefined) return found;
    const made = lookAt(contest, timeline);
    known.set(timeline.delivered, made);
    return made;
  };
};

const neverCertain = 'never-certain';

/** Where the seller refuses on every day, the floor accepts a prompt request, or one of a parcel that came longer before. */
const daysToTry = 30;
const longestBeforeInDays = 400;

/** Every day of delivery, or as many as matter. */
const deliveriesIn = function* ({ room, until, seller }: Contest): Generator<CivilDay> {
  const { from, to } = deliveryDays(room);
  const [last, prompt] = [Math.min(to, until), promptDelivery(room)];
  if (seller !== 'excluded') {
    for (let delivered = from; delivered <= last; delivered += 1) yield delivered;
    return;
  }
  for (let delivered = prompt; delivered <= Math.min(last, prompt + daysToTry); delivered += 1) yield delivered;
  for (let delivered = prompt - 1; delivered >= Math.max(from, prompt - longestBeforeInDays); delivered -= 1) yield delivered;
};

/** Looks at one start day after the other. */
const scan = (contest: Scan): RefusedDay | typeof neverCertain | null => {
  const { room, transit } = contest;
  const look = createLook(contest);
  for (const delivered of deliveriesIn(contest)) {
    const timeline = timelineAt(room, delivered, transit);
    const ends = isInOrder(timeline) ? look(timeline) : null;
    if (ends === null) continue;
    if (ends.floorLast === -Infinity) return neverCertain;
    const refused = refusedBetween(contest, timeline, ends);
    if (refused !== null) return refused;
  }
  return null;
};

/** Days off and lengths of periods are those of the place; the hours of its zone do not matter to civil days, and one zone is quicker. */
const inOneZone = (facts: CaseFacts): CaseFacts => ({ ...facts, buyer: { ...facts.buyer, timeZone: 'UTC' } });

/** Whether the period has not begun, as goods that never came start no clock: then it refuses nobody. */
const isWaiting = ({ closes }: Period, { order }: CaseFacts): boolean =>
  order.deliveredAt === undefined && closes.kind === 'span' && closes.from === 'delivered';

/** The earliest case that the floor accepts and the seller refuses; `null` when there is none in the horizon. */
export const findRefusedDay = (contest: Contest): RefusedDay | null => {
  const { policy, seller, floor } = contest;
  if (seller !== 'excluded' && seller.period !== null && isWaiting(seller.period.value, contest.facts)) return null;
  const isComparable = seller !== 'excluded' && contest.leadInDays === undefined;
  if (isComparable && seller.period !== null && isNeverShorter(seller.period.value, floor)) return null;
  const facts = inOneZone(contest.facts);
  const scene = sceneOf(policy, facts);
  if (scene === null) return null;
  const isSurelyLonger = isComparable ? quickComparison(seller, floor, scene) : (): boolean => false;
  for (const transit of transitsFor(seller, floor)) {
    const found = scan({ ...contest, facts, isSurelyLonger, transit });
    if (found === neverCertain) return null;
    if (found !== null) return found;
  }
  return null;
};
