import type { WorkCalendar } from '../../calendar/calendar.js';
import { addMonths, parseCivilDay, weekdayOf, type CivilDay } from '../../calendar/civil-day.js';
import type { Scene } from '../../facts/scene.js';
import type { Settled } from '../../merge/settled.js';
import { counterFor } from '../../rules/counter.js';
import type { Bound, Trigger } from '../../rules/span.js';
import type { Timeline } from '../space/timeline.js';
import { longestRunOfDaysOff } from './limits.js';
import { countsWorkingDays } from './places.js';

type SpanBound = Extract<Bound, { kind: 'span' }>;

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

/** One case, which way to be wrong, and the calendars by which working days are counted; without any they are estimated. */
interface Reckoning {
  readonly timeline: Timeline;
  readonly side: Side;
  readonly calendars?: readonly WorkCalendar[];
}

const workedDays = new WeakMap<WorkCalendar, Map<CivilDay, boolean>>();

/** Whether a day may be worked: what is not known to be a day off ends a period for certain. Kept, as the same days are counted again. */
const mayBeWorked = (day: CivilDay, calendar: WorkCalendar): boolean => {
  const days = workedDays.get(calendar) ?? new Map<CivilDay, boolean>();
  workedDays.set(calendar, days);
  const isWorked = days.get(day) ?? calendar.stateOf(day) !== 'closed';
  days.set(day, isWorked);
  return isWorked;
};

const afterWorkingDays = ({ amount, unit }: SpanBound, from: number, calendar: WorkCalendar): number => {
  const withSaturdays = unit === 'business-days-and-saturdays';
  let day = from;
  for (let left = amount; left > 0 && day < from + longestCount;) {
    day += 1;
    if (mayBeWorked(day, calendar) || (withSaturdays && weekdayOf(day) === 6)) left -= 1;
  }
  return day;
};

/** A calendar that is closed for good must not loop for ever. */
const longestCount = 4000;

const afterBusiness = (span: SpanBound, from: number, { side, calendars }: Reckoning): number => {
  if (side === 'least') return from + span.amount;
  if (calendars !== undefined) return Math.min(...calendars.map((calendar) => afterWorkingDays(span, from, calendar)));
  // A week has at least four working days but for one run of days off.
  return from + Math.ceil(span.amount / 4) * 7 + longestRunOfDaysOff;
};

const afterSpan = (span: SpanBound, start: number, reckoning: Reckoning): number => {
  const { amount, unit, firstDay } = span;
  const from = firstDay === 'included' ? start - 1 : start;
  if (!Number.isFinite(from)) return from;
  if (unit === 'months' || unit === 'years') return addMonths(from, unit === 'years' ? amount * 12 : amount);
  if (unit === 'days' || unit === 'elapsed-days') return from + amount;
  if (unit !== 'hours') return afterBusiness(span, from, reckoning);
  return from + (reckoning.side === 'least' ? Math.floor(amount / 24) : Math.ceil(amount / 24) + 1);
};

const startOf = ({ from }: SpanBound, reckoning: Reckoning): number =>
  typeof from === 'string' ? dayOf(from, reckoning.timeline, reckoning.side) : endOf(from, reckoning);

/** Where a period ends before any roll: no earlier (`least`) or no later (`most`) than this day. */
const endOf = (bound: Bound, reckoning: Reckoning): number => {
  if (bound.kind === 'span') return afterSpan(bound, startOf(bound, reckoning), reckoning);
  if (bound.kind === 'until') return parseCivilDay(bound.day) ?? nothing[reckoning.side];
  if (bound.kind === 'unlimited') return Infinity;
  // Of an end that nobody knows nothing is certain.
  if (bound.kind === 'unknown' || bound.kind === 'own-window') return -Infinity;
  const parts = bound.bounds.map((part) => endOf(part, reckoning));
  if (bound.kind === 'first-known') return parts.find(Number.isFinite) ?? nothing[reckoning.side];
  if (bound.kind === 'latest-of') return Math.max(...parts);
  // Of ends of which any may be meant only the first is certain.
  return Math.min(...parts);
};

/** A period with what lengthens it: the latest end counts. */
export type Ends = Pick<Settled, 'period' | 'extensions'>;

const boundsIn = ({ period, extensions }: Ends): readonly Bound[] => [
  ...(period === null ? [] : [period.value.closes]),
  ...extensions,
];

const lastEnd = (ends: Ends, reckoning: Reckoning): number => Math.max(...boundsIn(ends).map((bound) => endOf(bound, reckoning)));

const hasFixedDay = (bound: Bound): boolean => bound.kind === 'until' || ('bounds' in bound && bound.bounds.some(hasFixedDay));

const isFloating = (ends: Ends): boolean => !boundsIn(ends).some(hasFixedDay);

/**
 * Whether the other window ends later in this case wherever it is: days off can only make it longer still, and the seller's is not moved
 * by them.
 */
export const isShorterEverywhere = (seller: Settled, floor: Settled, timeline: Timeline): boolean =>
  lastEnd(seller, { timeline, side: 'most' }) < lastEnd(floor, { timeline, side: 'least' });

/** Cases of different days and different ways, over months and years of different lengths. */
const samples: readonly [Timeline, ...Timeline[]] = [
  { placed: 20_000, contract: 20_000, delivered: 20_003, requested: 20_004 },
  { placed: 20_060, contract: 20_060, delivered: 20_120, requested: 20_130 },
  { placed: 19_690, contract: 19_689, delivered: 19_700, requested: 19_703 },
];

/** How many days after any delivery a window ends before any roll; `null` where that is not always the same. */
export const daysAfterDelivery = (ends: Ends, side: Side): number | null => {
  const [first, ...others] = samples.map((timeline) => lastEnd(ends, { timeline, side }) - timeline.delivered);
  return first !== undefined && isFloating(ends) && others.every((other) => other === first) ? first : null;
};

type Finding = Pick<Reckoning, 'side' | 'calendars'>;

/** The plain end of a window in any case. What is always as far from the delivery, or a fixed day, is found once. */
const endFinder = (ends: Ends, finding: Finding): ((timeline: Timeline) => number) => {
  const bounds = boundsIn(ends);
  const isCounted = finding.calendars !== undefined && bounds.some(countsWorkingDays);
  const fixed = bounds.flatMap((bound) => (bound.kind === 'until' ? (parseCivilDay(bound.day) ?? nothing[finding.side]) : []));
  const floating = bounds.filter(({ kind }) => kind !== 'until');
  const days = isCounted ? null : daysAfterDelivery({ period: null, extensions: floating }, finding.side);
  if (days !== null) return ({ delivered }) => Math.max(delivered + days, ...fixed);
  return (timeline) => lastEnd(ends, { ...finding, timeline });
};

/** Tells quickly, for the days of one case, that the seller's window ends no earlier; `false` = look closer. */
export type IsSurelyLonger = (timeline: Timeline) => boolean;

/**
 * Compares two windows without reckoning them in full. Only days off can make the shorter one end later, so a case is out of question as
 * soon as one day that may be worked lies between the two plain ends.
 */
export const quickComparison = (seller: Settled, floor: Settled, scene: Scene): IsSurelyLonger => {
  const period = floor.period?.value;
  if (period === undefined) return () => true;
  const { calendars } = counterFor('buyer', period, scene);
  const mayEnd = (day: CivilDay): boolean => calendars.some((calendar) => mayBeWorked(day, calendar));
  const isRolling = period.roll === 'next-working-day';
  const [floorEnd, sellerEnd] = [endFinder(floor, { side: 'most', calendars }), endFinder(seller, { side: 'least' })];
  return (timeline) => {
    const [first, last] = [floorEnd(timeline), sellerEnd(timeline)];
    if (first > last) return false;
    if (!isRolling || first === -Infinity || last - first > longestRunOfDaysOff) return true;
    for (let day = first; day <= last; day += 1) if (mayEnd(day)) return true;
    return false;
  };
};
