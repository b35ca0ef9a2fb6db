import { addMonths, parseCivilDay, type CivilDay } from '../../calendar/civil-day.js';
import type { Scene } from '../../facts/scene.js';
import type { Settled } from '../../merge/settled.js';
import { counterFor } from '../../rules/counter.js';
import type { Bound, Trigger } from '../../rules/span.js';
import type { Timeline } from '../space/timeline.js';

/** Which way to be wrong where a period cannot be placed exactly. */
type Side = 'least' | 'most';

const nothing: Readonly<Record<Side, number>> = { least: -Infinity, most: Infinity };

/** Facts about the sale that an ordinary case does not tell: nothing counted from them is certain. */
const untold: ReadonlySet<Trigger> = new Set<Trigger>(['contract-document', 'installed', 'completed']);

/** The day of a trigger in an ordinary case: none where it is not told, no end where it has not happened. */
const dayOf = (trigger: Trigger, { placed, contract, delivered, requested }: Timeline, side: Side): number => {
  if (trigger === 'delivered' || trigger === 'first-delivered' || trigger === 'promised') return delivered;
  if (trigger === 'contract' || trigger.startsWith('told:')) return contract;
  if (trigger === 'placed') return placed;
  if (trigger === 'shipped') return Math.min(placed + 1, delivered);
  if (trigger === 'requested' || trigger === 'notice') return requested;
  return untold.has(trigger) ? -Infinity : nothing[side];
};

/** No run of days off is longer. */
const longestRun = 15;

const afterSpan = ({ amount, unit, firstDay }: Extract<Bound, { kind: 'span' }>, start: number, side: Side): number => {
  const from = firstDay === 'included' ? start - 1 : start;
  if (!Number.isFinite(from)) return from;
  if (unit === 'months' || unit === 'years') return addMonths(from, unit === 'years' ? amount * 12 : amount);
  if (unit === 'days' || unit === 'elapsed-days') return from + amount;
  if (unit === 'hours') return from + (side === 'least' ? Math.floor(amount / 24) : Math.ceil(amount / 24) + 1);
  // A week has at least four working days but for one run of days off.
  return side === 'least' ? from + amount : from + Math.ceil(amount / 4) * 7 + longestRun;
};

const spanEnd = (bound: Extract<Bound, { kind: 'span' }>, timeline: Timeline, side: Side): number =>
  afterSpan(bound, typeof bound.from === 'string' ? dayOf(bound.from, timeline, side) : endOf(bound.from, timeline, side), side);

/** Where a period ends before any roll: no earlier (`least`) or no later (`most`) than this day. */
const endOf = (bound: Bound, timeline: Timeline, side: Side): number => {
  if (bound.kind === 'span') return spanEnd(bound, timeline, side);
  if (bound.kind === 'until') return parseCivilDay(bound.day) ?? nothing[side];
  if (bound.kind === 'unlimited') return Infinity;
  // Of an end that nobody knows nothing is certain.
  if (bound.kind === 'unknown' || bound.kind === 'own-window') return -Infinity;
  const parts = bound.bounds.map((part) => endOf(part, timeline, side));
  if (bound.kind === 'first-known') return parts.find(Number.isFinite) ?? nothing[side];
  if (bound.kind === 'latest-of') return Math.max(...parts);
  // Of ends of which any may be meant only the first is certain.
  return Math.min(...parts);
};

const lastEnd = ({ period, extensions }: Settled, timeline: Timeline, side: Side): number =>
  Math.max(...[...(period === null ? [] : [period.value.closes]), ...extensions].map((bound) => endOf(bound, timeline, side)));

const hasFixedDay = (bound: Bound): boolean => bound.kind === 'until' || ('bounds' in bound && bound.bounds.some(hasFixedDay));

const isFloating = ({ period, extensions }: Settled): boolean =>
  [...(period === null ? [] : [period.value.closes]), ...extensions].every((bound) => !hasFixedDay(bound));

/** The length of months and years makes a difference of at most this many days from one start to another. */
const unevenness = 8;

/**
 * Whether the seller's window ends after the other one whatever the day it starts on: told by one case, when both move with it and more
 * days lie between them than days off and uneven months could make up for.
 */
export const isLongerOnEveryDay = (seller: Settled, floor: Settled, timeline: Timeline): boolean => {
  const last = lastEnd(seller, timeline, 'least');
  const first = lastEnd(floor, timeline, 'most');
  return first === -Infinity || (isFloating(seller) && isFloating(floor) && last - first > longestRun + unevenness);
};

/**
 * Whether the other window ends later in this case wherever it is: days off can only make it longer still, and the seller's is not moved
 * by them.
 */
export const isShorterEverywhere = (seller: Settled, floor: Settled, timeline: Timeline): boolean =>
  lastEnd(seller, timeline, 'most') < lastEnd(floor, timeline, 'least');

/** Cases of different days and different ways, over months and years of different lengths. */
const samples: readonly Timeline[] = [
  { placed: 20_000, contract: 20_000, delivered: 20_003, requested: 20_004 },
  { placed: 20_060, contract: 20_060, delivered: 20_120, requested: 20_130 },
  { placed: 19_690, contract: 19_689, delivered: 19_700, requested: 19_703 },
];

/** How many days after any delivery a window ends before any roll; `null` where that is not always the same. */
export const daysAfterDelivery = (settled: Settled, side: Side): number | null => {
  const [first, ...others] = samples.map((sample) => lastEnd(settled, sample, side) - sample.delivered);
  return first !== undefined && isFloating(settled) && others.every((other) => other === first) ? first : null;
};

/** The plain end of a window in any case; found once where it is always as far from the delivery. */
const endFinder = (settled: Settled, side: Side): ((timeline: Timeline) => number) => {
  const days = daysAfterDelivery(settled, side);
  return days === null ? (timeline) => lastEnd(settled, timeline, side) : ({ delivered }) => delivered + days;
};

/** Tells quickly, for the days of one case, that the seller's window ends no earlier; `false` = look closer. */
export type IsSurelyLonger = (timeline: Timeline) => boolean;

/**
 * Compares two windows without reckoning them in full. Only days off can make the shorter one end later, so a case is out of question as
 * soon as one working day lies between the two plain ends.
 */
export const quickComparison = (seller: Settled, floor: Settled, scene: Scene): IsSurelyLonger => {
  const period = floor.period?.value;
  if (period === undefined) return () => true;
  const { calendars } = counterFor('buyer', period, scene);
  const isWorking = (day: CivilDay): boolean => calendars.every(({ stateOf }) => stateOf(day) === 'working');
  const rolls = period.roll === 'next-working-day';
  const [floorEnd, sellerEnd] = [endFinder(floor, 'most'), endFinder(seller, 'least')];
  return (timeline) => {
    const [first, last] = [floorEnd(timeline), sellerEnd(timeline)];
    if (first > last) return false;
    if (!rolls || first === -Infinity || last - first > longestRun) return true;
    for (let day = first; day <= last; day += 1) if (isWorking(day)) return true;
    return false;
  };
};
