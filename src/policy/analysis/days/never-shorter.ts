import type { Bound, Period, SpanUnit, Trigger } from '../../rules/span.js';
import type { Ends } from './plain-end.js';
import { longestRunOfDaysOff, longestTransitInDays } from './limits.js';

/** Which way to be wrong where a period cannot be placed exactly. */
type Side = 'least' | 'most';

/** Triggers that come with the delivery, and those that come before it. */
const delivery: ReadonlySet<Trigger> = new Set<Trigger>(['delivered', 'first-delivered', 'promised']);
const early: ReadonlySet<Trigger> = new Set<Trigger>(['placed', 'contract', 'shipped']);
/** Facts that an ordinary case does not tell: nothing counted from them is certain. */
const untold: ReadonlySet<Trigger> = new Set<Trigger>(['contract-document', 'installed', 'completed']);

const nothing: Readonly<Record<Side, number>> = { least: -Infinity, most: Infinity };

const startIn = (trigger: Trigger, side: Side): number => {
  if (delivery.has(trigger)) return 0;
  if (early.has(trigger) || trigger.startsWith('told:')) return side === 'least' ? -longestTransitInDays : 0;
  return untold.has(trigger) ? -Infinity : nothing[side];
};

const inMonths = (amount: number, side: Side): number =>
  side === 'least' ? Math.floor((amount * 365) / 12) - 3 : Math.ceil((amount * 366) / 12) + 3;

const inWorkingDays = (amount: number, side: Side): number =>
  side === 'least' ? amount : Math.ceil(amount / 4) * 7 + longestRunOfDaysOff;

const lengthOf = (amount: number, unit: SpanUnit, side: Side): number => {
  if (unit === 'days') return amount;
  if (unit === 'months' || unit === 'years') return inMonths(unit === 'years' ? amount * 12 : amount, side);
  if (unit.startsWith('business')) return inWorkingDays(amount, side);
  const inDays = unit === 'hours' ? amount / 24 : amount;
  return side === 'least' ? Math.floor(inDays) - 1 : Math.ceil(inDays) + 1;
};

/** How many days after any delivery a period ends before any roll, at least or at most; what nobody knows never ends for certain. */
const offsetOf = (bound: Bound, side: Side): number => {
  if (bound.kind === 'span') {
    const start = typeof bound.from === 'string' ? startIn(bound.from, side) : offsetOf(bound.from, side);
    return start + lengthOf(bound.amount, bound.unit, side) - (bound.firstDay === 'included' ? 1 : 0);
  }
  if (bound.kind === 'until') return nothing[side];
  if (bound.kind === 'unlimited') return Infinity;
  if (bound.kind === 'unknown' || bound.kind === 'own-window') return -Infinity;
  const parts = bound.bounds.map((part) => offsetOf(part, side));
  const isLatest = bound.kind === 'latest-of' || (bound.kind === 'first-known' && side === 'most');
  return isLatest ? Math.max(...parts) : Math.min(...parts);
};

type SpanBound = Extract<Bound, { kind: 'span' }>;

const inSameUnit = ({ unit, amount }: SpanBound): { readonly unit: SpanUnit; readonly amount: number } =>
  unit === 'years' ? { unit: 'months', amount: amount * 12 } : { unit, amount };

const rolls = ({ roll }: Period): boolean => roll === 'next-working-day';

/** Whether both periods are written alike and the first is no shorter by its words: 24 months against 2 years. */
const isAtLeastAsWritten = (own: Period, floor: Period): boolean => {
  const [mine, other] = [own.closes, floor.closes];
  if (mine.kind !== 'span' || other.kind !== 'span') return false;
  const isAlike = mine.from === other.from && typeof mine.from === 'string' && mine.firstDay === other.firstDay;
  const [left, right] = [inSameUnit(mine), inSameUnit(other)];
  const isRolledAlike = !rolls(floor) || rolls(own);
  const isCountedAlike = own.calendar === floor.calendar || (!rolls(floor) && !left.unit.startsWith('business'));
  return isAlike && left.unit === right.unit && left.amount >= right.amount && isRolledAlike && isCountedAlike;
};

const compare = (own: Period, floor: Ends): boolean => {
  const demanded = floor.period?.value;
  if (demanded === undefined) return true;
  if (floor.extensions.length === 0 && isAtLeastAsWritten(own, demanded)) return true;
  const least = offsetOf(own.closes, 'least');
  const most = Math.max(...[demanded.closes, ...floor.extensions].map((bound) => offsetOf(bound, 'most')));
  return most === -Infinity || least === Infinity || least - most > (rolls(demanded) ? longestRunOfDaysOff : -1);
};

/** The same few windows are compared in cell after cell. */
const compared = new WeakMap<Ends, WeakMap<Period, boolean>>();

/**
 * Whether a period ends no earlier than a window whatever the day and the place: more days lie between them than any run of days off, or
 * they are written alike. `false` = it has to be looked at day by day.
 */
export const isNeverShorter = (own: Period, floor: Ends): boolean => {
  const known = compared.get(floor) ?? new WeakMap<Period, boolean>();
  compared.set(floor, known);
  const found = known.get(own) ?? compare(own, floor);
  known.set(own, found);
  return found;
};
