import type { WorkCalendar } from '../calendar/calendar.js';
import { addMonths, parseCivilDay, type CivilDay } from '../calendar/civil-day.js';
import {
  addWorkingDaysIn,
  certainDay,
  rollToWorkingDay,
  spanRanges,
  workedOnSaturdays,
  type DayRange,
} from '../calendar/working-days.js';
import { civilDayAt, endOfDay, startOfDay } from '../calendar/zone.js';
import type { Scene } from '../facts/scene.js';
import { gapsBetween, withGaps } from './calendar-gaps.js';
import { earliestStart } from './earliest-start.js';
import { earliestOf, eitherOf, endless, latestEnd, openFactOf, type Ending, type EndPoint, type Resolved } from './ending.js';
import type { Bound, Roll } from './span.js';
import { triggerState, triggerZone } from './trigger.js';

/** Whose days are counted: the zone a day ends in and the calendars it could be. */
export interface Counter {
  readonly zone: string;
  readonly calendars: readonly WorkCalendar[];
  /** The fact that would leave one calendar of several, such as `buyer.subdivision`; `null` where there is one. */
  readonly placeFact: string | null;
  /**
   * `bounded`: a clock whose start nobody told runs from the earliest it can have started, and nobody knows how long. It says what is
   * certain of a window. `waited-for`: it has not started, as a deadline asks somebody to act.
   */
  readonly unknownStarts: 'bounded' | 'waited-for';
}

/** One point for both ends where they are the same, so that nobody has to compare them. */
const ends = (range: DayRange): Ending => {
  const earliest: EndPoint = { day: range.earliest, milliseconds: null };
  const latest = range.latest === range.earliest ? earliest : { day: range.latest, milliseconds: null };
  return { kind: 'ends', earliest, latest };
};

const millisecondsPerHour = 3_600_000;

type SpanBound = Extract<Bound, { kind: 'span' }>;

const addDays = (start: CivilDay, { amount, unit, firstDay }: SpanBound, calendars: readonly WorkCalendar[]): DayRange => {
  const from = firstDay === 'included' ? start - 1 : start;
  if (unit === 'months') return certainDay(addMonths(from, amount));
  if (unit === 'years') return certainDay(addMonths(from, amount * 12));
  if (unit === 'days') return certainDay(from + amount);
  return addWorkingDaysIn(unit === 'business-days' ? calendars : workedOnSaturdays(calendars), { start: from, count: amount });
};

const timeOf = (point: EndPoint, zone: string, side: 'start' | 'end'): number =>
  point.milliseconds ?? (side === 'start' ? startOfDay(point.day, zone) : endOfDay(point.day, zone));

/** Where the start lies, and in whose zone a start without a time is a whole day. */
interface HourStart {
  readonly start: Ending;
  readonly startZone: string;
  readonly zone: string;
}

/** Hours counted from a day run from some time of that day where it happened: from its first moment at the earliest, its last at the latest. */
const addHours = (span: SpanBound, { start, startZone, zone }: HourStart): Resolved => {
  const length = span.amount * (span.unit === 'hours' ? 1 : 24) * millisecondsPerHour;
  const at = (milliseconds: number): EndPoint => ({ day: civilDayAt(milliseconds, zone), milliseconds });
  const earliest = at(timeOf(start.earliest, startZone, 'start') + length);
  if (start.latest === endless) return { ...start, earliest };
  return { kind: 'ends', earliest, latest: at(timeOf(start.latest, startZone, 'end') + length) };
};

const startOf = (span: SpanBound, scene: Scene, counter: Counter): Resolved => {
  if (typeof span.from !== 'string') return resolveBound(span.from, scene, counter);
  const state = triggerState(span.from, scene);
  if (state.kind === 'happened') return { kind: 'ends', earliest: state.moment, latest: state.moment };
  const earliest = state.kind === 'unknown' && counter.unknownStarts === 'bounded' ? earliestStart(span.from, scene) : null;
  return earliest === null
    ? { kind: state.kind, fact: state.fact }
    : { kind: 'ends', earliest, latest: endless, openedBy: state.fact };
};

/** An end that holidays of a place nobody told leave open. */
const openedByPlace = (end: Ending, { placeFact }: Counter): Ending =>
  placeFact === null || end.openedBy !== undefined || end.gaps !== undefined ? end : { openedBy: placeFact, ...end };

const isCertain = ({ earliest, latest }: Pick<Ending, 'earliest' | 'latest'>): boolean => earliest.day === latest.day;

const resolveSpan = (span: SpanBound, scene: Scene, counter: Counter): Resolved => {
  const start = startOf(span, scene, counter);
  if (start.kind !== 'ends') return start;
  if (span.unit === 'hours' || span.unit === 'elapsed-days') {
    const startZone = typeof span.from === 'string' ? triggerZone(span.from, scene) : counter.zone;
    return addHours(span, { start, startZone, zone: counter.zone });
  }
  const ending = addDaysTo(start, span, counter.calendars);
  if (span.unit !== 'business-days' && span.unit !== 'business-days-and-saturdays') return withGaps(ending, start.gaps);
  const counted = withGaps(ending, start.gaps, gapsBetween(start.earliest.day, lastCounted(ending), counter.calendars));
  return isCertain(start) && !isCertain(counted) ? openedByPlace(counted, counter) : counted;
};

const addDaysTo = (start: Ending, span: SpanBound, calendars: readonly WorkCalendar[]): Ending => {
  const earliest = addDays(start.earliest.day, span, calendars);
  if (start.latest === endless) return { ...start, earliest: { day: earliest.earliest, milliseconds: null } };
  if (start.latest.day === start.earliest.day) return ends(earliest);
  return ends(spanRanges([earliest, addDays(start.latest.day, span, calendars)]));
};

const lastCounted = ({ earliest, latest }: Ending): CivilDay => (latest === endless ? earliest.day : latest.day);

const hasKnownStart = (resolved: Resolved): boolean =>
  resolved.kind === 'unlimited' || (resolved.kind === 'ends' && openFactOf(resolved) === null);

/** Where no start is known, any of them may be the one that counts. */
const firstKnown = (resolved: readonly Resolved[]): Resolved => {
  const known = resolved.find(hasKnownStart);
  if (known !== undefined) return known;
  const possible = resolved.filter(({ kind }) => kind !== 'waiting');
  const isBounded = possible.length > 0 && possible.every(({ kind }) => kind === 'ends');
  return isBounded ? possible.reduce(eitherOf) : (resolved.at(-1) ?? { kind: 'unknown', fact: null });
};

type JoinedBound = Extract<Bound, { kind: keyof typeof combine }>;

const combine = { 'latest-of': latestEnd, 'earliest-of': earliestOf, 'any-of': eitherOf } as const;

/** Computes where the bound lies, before any roll. */
export const resolveBound = (bound: Bound, scene: Scene, counter: Counter): Resolved => {
  switch (bound.kind) {
    case 'span':
      return resolveSpan(bound, scene, counter);
    case 'until':
      return ends(certainDay(parseCivilDay(bound.day) ?? 0));
    case 'unlimited':
      return { kind: 'unlimited' };
    case 'own-window':
    case 'unknown':
      return { kind: 'unknown', fact: null };
    case 'first-known':
      return firstKnown(bound.bounds.map((part) => resolveBound(part, scene, counter)));
    default:
      return resolveAll(bound, scene, counter);
  }
};

const resolveAll = ({ kind, bounds }: JoinedBound, scene: Scene, counter: Counter): Resolved => {
  const join = combine[kind];
  let joined: Resolved | null = null;
  for (const part of bounds) {
    const resolved = resolveBound(part, scene, counter);
    joined = joined === null ? resolved : join(joined, resolved);
  }
  return joined ?? { kind: 'unknown', fact: null };
};

/** Whether there is nothing to say of an end but its two days. */
const isPlain = ({ latest, openedBy: fact, gaps }: Ending): boolean =>
  latest !== endless && fact === undefined && gaps === undefined;

/** Applies the roll once, at the very end; exact times do not roll. */
export const rollEnd = (resolved: Resolved, roll: Roll, counter: Counter): Resolved => {
  if (resolved.kind !== 'ends' || roll === 'none') return resolved;
  if (resolved.earliest.milliseconds !== null || resolved.latest.milliseconds !== null) return resolved;
  const { latest } = resolved;
  const plain = { earliest: resolved.earliest.day, latest: latest === endless ? resolved.earliest.day : latest.day };
  const rolled = rollToWorkingDay(plain, counter.calendars);
  const ending = ends(roll === 'unknown' ? spanRanges([plain, rolled]) : rolled);
  const end = isPlain(resolved)
    ? ending
    : { ...resolved, earliest: ending.earliest, latest: latest === endless ? latest : ending.latest };
  const rolledEnd = withGaps(end, gapsBetween(plain.earliest, lastCounted(end), counter.calendars));
  const isPlaceAsked = plain.earliest === plain.latest && rolled.earliest !== rolled.latest;
  return isPlaceAsked ? openedByPlace(rolledEnd, counter) : rolledEnd;
};
