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
  if (bound.kind === 'first-known') return parts.find(Number.isFinite) ?? nothing[side];
  return bound.kind === 'latest-of' ? Math.max(...parts) : Math.min(...parts);
};

type SpanBound = Extract<Bound, { kind: 'span' }>;

const monthsOf = ({ unit, amount }: SpanBound): number | null =>
  unit === 'months' ? amount : unit === 'years' ? amount * 12 : null;

/** Months on top of months are so many months, or a day or two less. */
const flat = (span: SpanBound): SpanBound => {
  const months = monthsOf(span);
  if (months === null) return span;
  const inner = typeof span.from === 'string' || span.from.kind !== 'span' ? null : flat(span.from);
  const before = inner === null ? null : monthsOf(inner);
  return inner === null || before === null
    ? { ...span, unit: 'months', amount: months }
    : { ...inner, unit: 'months', amount: before + months };
};

const rolls = ({ roll }: Period): boolean => roll === 'next-working-day';

interface Pair {
  readonly own: Period;
  readonly floor: Period;
}

/** Whether a span is no longer than the period by its words: 2 years against 24 months. */
const isAsWritten = ({ own, floor }: Pair, span: SpanBound): boolean => {
  if (own.closes.kind !== 'span') return false;
  const [mine, other] = [flat(own.closes), flat(span)];
  const isAlike = mine.from === other.from && typeof mine.from === 'string' && mine.firstDay === other.firstDay;
  const isRolledAlike = !rolls(floor) || rolls(own);
  const isCountedAlike = own.calendar === floor.calendar || (!rolls(floor) && !mine.unit.startsWith('business'));
  return isAlike && mine.unit === other.unit && mine.amount >= other.amount && isRolledAlike && isCountedAlike;
};

/** Whether a bound certainly ends no later than the period. */
const covers = (pair: Pair, bound: Bound): boolean => {
  const most = offsetOf(bound, 'most');
  const least = offsetOf(pair.own.closes, 'least');
  if (most === -Infinity || least === Infinity) return true;
  if (least - most > (rolls(pair.floor) ? longestRunOfDaysOff : -1)) return true;
  if (bound.kind === 'span') return isAsWritten(pair, bound) || coversInner(pair, bound);
  if (bound.kind === 'latest-of') return bound.bounds.every((part) => covers(pair, part));
  return (bound.kind === 'any-of' || bound.kind === 'earliest-of') && bound.bounds.some((part) => covers(pair, part));
};

/** A span from a choice of ends is a choice of spans. */
const coversInner = (pair: Pair, span: SpanBound): boolean => {
  if (typeof span.from === 'string' || !('bounds' in span.from)) return false;
  const bounds = span.from.bounds.map((from): Bound => ({ ...span, from }));
  return covers(pair, { ...span.from, bounds });
};

const compare = (own: Period, floor: Ends): boolean => {
  const demanded = floor.period?.value;
  if (demanded === undefined) return true;
  return [demanded.closes, ...floor.extensions].every((bound) => covers({ own, floor: demanded }, bound));
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
