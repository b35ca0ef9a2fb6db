import { formatCivilDay } from '../calendar/civil-day.js';
import { formatInstant } from '../calendar/instant.js';
import { endOfDay, startOfDay, writeEndOfDay, type WrittenEnd } from '../calendar/zone.js';
import type { Because, Window } from '../decision.js';
import type { Moment } from '../facts/moment.js';
import type { Scene } from '../facts/scene.js';
import { resolveBound, rollEnd, type Counter } from './bound.js';
import { latestEnd, type EndPoint, type Resolved } from './ending.js';
import { bounded, counterFor } from './counter.js';
import type { Bound, Period } from './span.js';

/** Where a moment stands to a window; `unsure` when an unknown decides. */
export type Standing = 'before' | 'inside' | 'after' | 'unsure';

/** A window in this case. */
export interface ResolvedWindow {
  /** `null`: open since the contract. */
  readonly opens: Resolved | null;
  readonly closes: Resolved;
  /** Where the request stands: what eligibility is judged on. */
  readonly request: Standing;
  readonly window: Window;
}

export const endInMilliseconds = (end: EndPoint, zone: string): number => end.milliseconds ?? endOfDay(end.day, zone);

/** Whether the moment is past the end. A day without a time is compared with days; on the day of an exact end it cannot be told. */
const isPast = (moment: Moment, end: EndPoint, zone: string): boolean | null => {
  if (moment.milliseconds !== null) return moment.milliseconds > endInMilliseconds(end, zone);
  if (moment.day !== end.day) return moment.day > end.day;
  return end.milliseconds === null ? false : null;
};

const standingToEnd = (moment: Moment, closes: Resolved, zone: string): Standing => {
  if (closes.kind === 'unknown') return 'unsure';
  if (closes.kind !== 'ends') return 'inside';
  const isPastEarliest = isPast(moment, closes.earliest, zone);
  if (isPastEarliest === false) return 'inside';
  const isPastLatest = closes.latest === closes.earliest ? isPastEarliest : isPast(moment, closes.latest, zone);
  return isPastLatest === true ? 'after' : 'unsure';
};

const standingToStart = (moment: Moment, opens: Resolved | null): Standing => {
  if (opens === null || opens.kind === 'unlimited') return 'inside';
  if (opens.kind !== 'ends') return opens.kind === 'waiting' ? 'before' : 'unsure';
  const hasReached = (point: EndPoint): boolean =>
    moment.milliseconds !== null && point.milliseconds !== null
      ? moment.milliseconds >= point.milliseconds
      : moment.day >= point.day;
  if (hasReached(opens.latest)) return 'inside';
  return hasReached(opens.earliest) ? 'unsure' : 'before';
};

const standing = (
  moment: Moment,
  { opens, closes, zone }: { opens: Resolved | null; closes: Resolved; zone: string },
): Standing => {
  const start = standingToStart(moment, opens);
  const end = standingToEnd(moment, closes, zone);
  if (end === 'after' || start === 'inside') return end;
  return start;
};

const states = { before: 'not-open-yet', inside: 'open', after: 'closed', unsure: 'unknown' } as const;

const stateOf = (now: Standing, closes: Resolved): Window['state'] => {
  if (closes.kind === 'unlimited' && now === 'inside') return 'unlimited';
  if (closes.kind === 'waiting' && now === 'inside') return 'not-running';
  return states[now];
};

const opensAtOf = (opens: Resolved | null, zone: string): string | null => {
  if (opens?.kind !== 'ends') return null;
  return formatInstant(opens.latest.milliseconds ?? startOfDay(opens.latest.day, zone));
};

/** The civil day and instant of an end, as decisions write them. */
export const writeEnd = ({ day, milliseconds }: EndPoint, zone: string): WrittenEnd =>
  milliseconds === null ? writeEndOfDay(day, zone) : { lastDay: formatCivilDay(day), at: formatInstant(milliseconds) };

/** A window as the rules of one source say it. */
export interface WindowRule {
  readonly period: Period;
  /** Extensions add up: the latest end counts. */
  readonly extensions: readonly Bound[];
  readonly because: Because;
}

const partsOf = (bound: Bound): readonly Bound[] => (bound.kind === 'latest-of' ? bound.bounds.flatMap(partsOf) : [bound]);

/** A window with its extensions sorted, as far as no case goes into it. */
export interface PreparedWindow {
  readonly period: Period;
  readonly because: Because;
  /** Ends that are counted roll with the period's own; a day fixed by an extension stays where it was put. */
  readonly counted: readonly Bound[];
  readonly fixed: readonly Bound[];
}

export const prepareWindow = ({ period, extensions, because }: WindowRule): PreparedWindow => {
  const parts = extensions.flatMap(partsOf);
  return {
    period,
    because,
    counted: parts.filter(({ kind }) => kind !== 'until'),
    fixed: parts.filter(({ kind }) => kind === 'until'),
  };
};

const closesOf = ({ period, counted, fixed }: PreparedWindow, scene: Scene, counter: Counter): Resolved => {
  let end = resolveBound(period.closes, scene, counter);
  for (const bound of counted) end = latestEnd(end, resolveBound(bound, scene, counter));
  if (period.roll !== undefined) end = rollEnd(end, period.roll, counter);
  for (const bound of fixed) end = latestEnd(end, resolveBound(bound, scene, counter));
  return end;
};

/** Resolves the buyer's window to apply in this case. */
export const resolvePrepared = (prepared: PreparedWindow, scene: Scene): ResolvedWindow => {
  const { period, because } = prepared;
  const counter = counterFor('buyer', period, scene);
  const { zone } = counter;
  const closes = closesOf(prepared, scene, bounded(counter));
  const opens = period.opens === undefined ? null : resolveBound(period.opens, scene, counter);
  const ends = { opens, closes, zone };
  const now = standing(scene.at, ends);
  const end = closes.kind === 'ends' ? writeEnd(closes.earliest, zone) : null;
  const latest = closes.kind === 'ends' && closes.latest !== closes.earliest ? formatCivilDay(closes.latest.day) : end?.lastDay;
  return {
    opens,
    closes,
    request: standing(scene.requested, ends),
    window: {
      opensAt: opensAtOf(opens, zone),
      lastDay: end?.lastDay ?? null,
      closesAt: end?.at ?? null,
      mayExtendTo: latest === undefined || latest === end?.lastDay ? null : latest,
      state: stateOf(now, closes),
      zone,
      because,
    },
  };
};

export const resolveWindow = (rule: WindowRule, scene: Scene): ResolvedWindow => resolvePrepared(prepareWindow(rule), scene);
