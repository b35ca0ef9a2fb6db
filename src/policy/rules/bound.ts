import type { WorkCalendar } from '../calendar/calendar.js';
import { addMonths, parseCivilDay, type CivilDay } from '../calendar/civil-day.js';
import { addWorkingDays, certainDay, rollToWorkingDay, spanRanges, type DayRange } from '../calendar/working-days.js';
import { civilDayAt, endOfDay, startOfDay } from '../calendar/zone.js';
import type { Scene } from '../facts/scene.js';
import type { Bound, Roll } from './span.js';
import { triggerState, triggerZone } from './trigger.js';

/** An end of a period: a whole day, or an exact time on it (epoch ms) when hours were counted. */
export interface EndPoint {
  readonly day: CivilDay;
  readonly milliseconds: number | null;
}

/** Where a bound lies in this case. `earliest` and `latest` differ when a calendar or roll is not known. */
export type Resolved =
  | { readonly kind: 'ends'; readonly earliest: EndPoint; readonly latest: EndPoint }
  | { readonly kind: 'unlimited' }
  | { readonly kind: 'waiting' | 'unknown'; readonly fact: string };

/** Whose days are counted: the zone a day ends in and the calendars it could be. */
export interface Counter {
  readonly zone: string;
  readonly calendars: readonly WorkCalendar[];
}

const ends = (range: DayRange): Resolved => ({
  kind: 'ends',
  earliest: { day: range.earliest, milliseconds: null },
  latest: { day: range.latest, milliseconds: null },
});

const millisecondsPerHour = 3_600_000;

type SpanBound = Extract<Bound, { kind: 'span' }>;

const addDays = (start: CivilDay, { amount, unit, firstDay }: SpanBound, calendars: readonly WorkCalendar[]): DayRange => {
  const from = firstDay === 'included' ? start - 1 : start;
  if (unit === 'months') return certainDay(addMonths(from, amount));
  if (unit === 'years') return certainDay(addMonths(from, amount * 12));
  if (unit === 'business-days')
    return spanRanges(calendars.map((calendar) => addWorkingDays({ start: from, count: amount, calendar })));
  return certainDay(from + amount);
};

const timeOf = (point: EndPoint, zone: string, side: 'start' | 'end'): number =>
  point.milliseconds ?? (side === 'start' ? startOfDay(point.day, zone) : endOfDay(point.day, zone));

/** Where the start lies, and in whose zone a start without a time is a whole day. */
interface HourStart {
  readonly start: Extract<Resolved, { kind: 'ends' }>;
  readonly startZone: string;
  readonly zone: string;
}

/** Hours counted from a day run from some time of that day where it happened: from its first moment at the earliest, its last at the latest. */
const addHours = (span: SpanBound, { start, startZone, zone }: HourStart): Resolved => {
  const length = span.amount * (span.unit === 'hours' ? 1 : 24) * millisecondsPerHour;
  const at = (milliseconds: number): EndPoint => ({ day: civilDayAt(milliseconds, zone), milliseconds });
  return {
    kind: 'ends',
    earliest: at(timeOf(start.earliest, startZone, 'start') + length),
    latest: at(timeOf(start.latest, startZone, 'end') + length),
  };
};

const startOf = (span: SpanBound, scene: Scene, counter: Counter): Resolved => {
  if (typeof span.from !== 'string') return resolveBound(span.from, scene, counter);
  const state = triggerState(span.from, scene);
  if (state.kind !== 'happened') return { kind: state.kind, fact: state.fact };
  return { kind: 'ends', earliest: state.moment, latest: state.moment };
};

const resolveSpan = (span: SpanBound, scene: Scene, counter: Counter): Resolved => {
  const start = startOf(span, scene, counter);
  if (start.kind !== 'ends') return start;
  if (span.unit === 'hours' || span.unit === 'elapsed-days') {
    const startZone = typeof span.from === 'string' ? triggerZone(span.from, scene) : counter.zone;
    return addHours(span, { start, startZone, zone: counter.zone });
  }
  const earliest = addDays(start.earliest.day, span, counter.calendars);
  const latest = start.latest.day === start.earliest.day ? earliest : addDays(start.latest.day, span, counter.calendars);
  return ends(spanRanges([earliest, latest]));
};

/** Negative when the left end comes first. A whole day ends after any time on it. */
export const compareEnds = (left: EndPoint, right: EndPoint): number =>
  left.day - right.day || (left.milliseconds ?? Infinity) - (right.milliseconds ?? Infinity) || 0;

const earlier = (left: EndPoint, right: EndPoint): EndPoint => (compareEnds(left, right) <= 0 ? left : right);
const later = (left: EndPoint, right: EndPoint): EndPoint => (compareEnds(left, right) >= 0 ? left : right);

const pick = (left: Resolved, right: Resolved, choose: typeof earlier): Resolved =>
  left.kind === 'ends' && right.kind === 'ends'
    ? { kind: 'ends', earliest: choose(left.earliest, right.earliest), latest: choose(left.latest, right.latest) }
    : left;

/** The later of two: what has no end, has not begun or is not known outlasts any day. */
export const latestOf = (left: Resolved, right: Resolved): Resolved => {
  const rank = { unlimited: 3, waiting: 2, unknown: 1, ends: 0 };
  if (left.kind === 'ends' && right.kind === 'ends') return pick(left, right, later);
  return rank[left.kind] >= rank[right.kind] ? left : right;
};

/** The earlier of two: what has not begun cannot end the period; an unknown one might. */
export const earliestOf = (left: Resolved, right: Resolved): Resolved => {
  const rank = { unknown: 3, ends: 2, waiting: 1, unlimited: 0 };
  if (left.kind === 'ends' && right.kind === 'ends') return pick(left, right, earlier);
  return rank[left.kind] >= rank[right.kind] ? left : right;
};

/** Computes where the bound lies, before any roll. */
export const resolveBound = (bound: Bound, scene: Scene, counter: Counter): Resolved => {
  switch (bound.kind) {
    case 'span':
      return resolveSpan(bound, scene, counter);
    case 'until':
      return ends(certainDay(parseCivilDay(bound.day) ?? 0));
    case 'unlimited':
      return { kind: 'unlimited' };
    default: {
      const choose = bound.kind === 'latest-of' ? latestOf : earliestOf;
      const resolved = bound.bounds.map((part) => resolveBound(part, scene, counter));
      return resolved.reduce((left, right) => choose(left, right));
    }
  }
};

/** Applies the roll once, at the very end; exact times do not roll. */
export const rollEnd = (resolved: Resolved, roll: Roll, counter: Counter): Resolved => {
  if (resolved.kind !== 'ends' || roll === 'none') return resolved;
  if (resolved.earliest.milliseconds !== null || resolved.latest.milliseconds !== null) return resolved;
  const plain = { earliest: resolved.earliest.day, latest: resolved.latest.day };
  const rolled = rollToWorkingDay(plain, counter.calendars);
  return ends(roll === 'unknown' ? spanRanges([plain, rolled]) : rolled);
};
