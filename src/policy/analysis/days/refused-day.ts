import type { CivilDay } from '../../calendar/civil-day.js';
import type { Policy } from '../../compile.js';
import type { CaseFacts } from '../../facts/case-facts.js';
import type { Scene } from '../../facts/scene.js';
import type { Settled } from '../../merge/settled.js';
import type { Resolved } from '../../rules/bound.js';
import { resolveWindow, type ResolvedWindow } from '../../rules/window.js';
import { parseCivilDay } from '../../calendar/civil-day.js';
import { deliveryDays, requestDays, timelineAt, type DayRoom, type Timeline } from '../space/timeline.js';
import { moveTo, sceneOf } from './case-builder.js';
import { quickComparison } from './plain-end.js';
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

/** Parcels that travel longer than this are not looked at. */
export const longestTransitInDays = 90;
const transits = [3, 0, 10, 30, 60, longestTransitInDays] as const;

const transitsFor = (seller: Contest['seller'], floor: Settled): readonly number[] => {
  const periods = [seller === 'excluded' ? null : seller.period, floor.period].flatMap((cited) => cited?.value.closes ?? []);
  return periods.every(isCountedFromDelivery) ? transits.slice(0, 1) : transits;
};

/** A gap of at most this many days is shown by its last day, which is the one a buyer would be surprised by. */
const shortGapInDays = 5;

const chooseDay = (first: CivilDay, last: number): CivilDay => (last - first < shortGapInDays ? last : first);

const opensOn = ({ window: { opensAt } }: ResolvedWindow): number =>
  opensAt === null ? -Infinity : (parseCivilDay(opensAt.slice(0, 10)) ?? -Infinity) + 1;

/** Nothing about the period is certain, on this day or any other. */
const neverCertain = 'never-certain';

const refusedAt = (
  { policy, facts, room, seller, floor, leadInDays = 0 }: Contest,
  timeline: Timeline,
): RefusedDay | typeof neverCertain | null => {
  const scene = sceneOf(policy, moveTo(facts, timeline));
  const other = scene === null ? null : windowIn(floor, scene);
  if (scene === null || other === null) return null;
  const own = seller === 'excluded' ? null : windowIn(seller, scene);
  if (seller !== 'excluded' && own === null) return null;
  const asked = requestDays(room, timeline.delivered);
  const sellerLast = own === null ? -Infinity : lastPossible(own.closes);
  const floorLast = lastCertain(other.closes);
  if (floorLast === -Infinity) return neverCertain;
  const first = Math.max(sellerLast + 1 + leadInDays, asked.from, opensOn(other), timeline.delivered + (own === null ? 1 : 0));
  const last = Math.min(floorLast, asked.to);
  if (first > last || !Number.isFinite(first)) return null;
  const requested = own === null ? first : chooseDay(first, last);
  return { timeline: { ...timeline, requested }, sellerLast: finite(sellerLast), floorLast: finite(floorLast) };
};

const everyDay = (from: CivilDay, to: CivilDay): readonly CivilDay[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);

const isInOrder = ({ contract, placed, delivered }: Timeline): boolean => contract <= delivered && placed <= delivered;

/** The earliest case that the floor accepts and the seller refuses; `null` when there is none in the horizon. */
export const findRefusedDay = (contest: Contest): RefusedDay | null => {
  const { policy, facts, room, until, seller, floor } = contest;
  const { from, to } = deliveryDays(room);
  const scene = sceneOf(policy, facts);
  if (scene === null) return null;
  const isSurelyLonger = seller === 'excluded' || contest.leadInDays !== undefined ? null : quickComparison(seller, floor, scene);
  for (const transit of transitsFor(seller, floor)) {
    for (const delivered of everyDay(from, Math.min(to, until))) {
      const timeline = timelineAt(room, delivered, transit);
      if (isSurelyLonger?.(timeline) === true) continue;
      const refused = isInOrder(timeline) ? refusedAt(contest, timeline) : null;
      if (refused === neverCertain) return null;
      if (refused !== null) return refused;
      if (seller === 'excluded' && delivered > from + daysToTry) break;
    }
  }
  return null;
};

/** Where the seller refuses on every day, the floor accepts on one of the first days or never. */
const daysToTry = 30;
