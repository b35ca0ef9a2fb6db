import type { CivilDay } from '../calendar/civil-day.js';
import { withGaps, type CalendarGap } from './calendar-gaps.js';

/** An end of a period: a whole day, or an exact time on it (epoch ms) when hours were counted. */
export interface EndPoint {
  readonly day: CivilDay;
  readonly milliseconds: number | null;
}

export interface Ending {
  readonly kind: 'ends';
  readonly earliest: EndPoint;
  readonly latest: EndPoint;
  /** The unknown fact that may move the end, perhaps as far as `endless`. */
  readonly openedBy?: string;
  /** What is not known of the holidays that were counted with. */
  readonly gaps?: readonly CalendarGap[];
}

/** Where a bound lies in this case. `earliest` and `latest` differ when a calendar, a roll or the start is not known. */
export type Resolved =
  | Ending
  | { readonly kind: 'unlimited' }
  | { readonly kind: 'waiting'; readonly fact: string }
  /** `fact` is `null` where no fact is missing but the source itself does not say. */
  | { readonly kind: 'unknown'; readonly fact: string | null };

/** The latest end of a period that ends nobody knows where: 9999-12-31. */
export const endless: EndPoint = { day: 2_932_896, milliseconds: null };

/** Negative when the left end comes first. A whole day ends after any time on it. */
export const compareEnds = (left: EndPoint, right: EndPoint): number =>
  left.day - right.day || (left.milliseconds ?? Infinity) - (right.milliseconds ?? Infinity) || 0;

const earlier = (left: EndPoint, right: EndPoint): EndPoint => (compareEnds(left, right) <= 0 ? left : right);
const later = (left: EndPoint, right: EndPoint): EndPoint => (compareEnds(left, right) >= 0 ? left : right);

type Choose = (left: EndPoint, right: EndPoint) => EndPoint;

/** What a fact moves an end by: one that names a place by a holiday, any other by more. */
const rankOf = (fact: string): string => `${fact.endsWith('.subdivision') ? '2' : '1'} ${fact}`;

/** Of several facts the weightiest, of those the first by name, so that the order of joining does not matter. */
const openedBy = (left: string | null | undefined, right: string | null | undefined): Pick<Ending, 'openedBy'> => {
  const facts = [left, right].filter((fact) => typeof fact === 'string');
  const [first] = facts.sort((one, other) => (rankOf(one) < rankOf(other) ? -1 : 1));
  return first === undefined ? {} : { openedBy: first };
};

/** The fact nobody told that leaves the end open; `null` where it makes no difference or no fact is missing. */
export const openFactOf = (resolved: Resolved): string | null =>
  resolved.kind === 'ends' && compareEnds(resolved.earliest, resolved.latest) !== 0 ? (resolved.openedBy ?? null) : null;

const pick = (left: Ending, right: Ending, [early, late]: readonly [Choose, Choose]): Ending => {
  const earliest = early(left.earliest, right.earliest);
  const latest = late(left.latest, right.latest);
  const isOpen = left.openedBy !== undefined || right.openedBy !== undefined;
  const ending: Ending = isOpen
    ? { kind: 'ends', earliest, latest, ...openedBy(left.openedBy, right.openedBy) }
    : { kind: 'ends', earliest, latest };
  return withGaps(ending, left.gaps, right.gaps);
};

const latestPair: readonly [Choose, Choose] = [later, later];
const earliestPair: readonly [Choose, Choose] = [earlier, earlier];
const eitherPair: readonly [Choose, Choose] = [earlier, later];

/** An end that is certain not to come before a day, and of which no more is known. */
const notBefore = (ending: Ending, fact: string | null): Ending => ({
  ...ending,
  latest: endless,
  ...openedBy(ending.openedBy, fact),
});

const durations: Readonly<Record<Resolved['kind'], number>> = { unlimited: 3, waiting: 2, ends: 1, unknown: 0 };

/** The later of two windows: what has no end or has not begun outlasts any day; one that ends nobody knows when is at best more. */
export const latestOf = (left: Resolved, right: Resolved): Resolved => {
  if (left.kind === 'ends' && right.kind === 'ends') return pick(left, right, latestPair);
  return durations[left.kind] >= durations[right.kind] ? left : right;
};

/** The later of two ends of one period: an unknown one leaves the known one as the least that is certain. */
export const latestEnd = (left: Resolved, right: Resolved): Resolved => {
  if (left.kind === 'ends' && right.kind === 'unknown') return notBefore(left, right.fact);
  if (left.kind === 'unknown' && right.kind === 'ends') return notBefore(right, left.fact);
  return latestOf(left, right);
};

const threats: Readonly<Record<Resolved['kind'], number>> = { unknown: 3, ends: 2, waiting: 1, unlimited: 0 };

/** The earlier of two: what has not begun cannot end the period; an unknown one might. */
export const earliestOf = (left: Resolved, right: Resolved): Resolved => {
  if (left.kind === 'ends' && right.kind === 'ends') return pick(left, right, earliestPair);
  return threats[left.kind] >= threats[right.kind] ? left : right;
};

/** Either of two, nobody knows which. */
export const eitherOf = (left: Resolved, right: Resolved): Resolved => {
  if (left.kind === 'ends' && right.kind === 'ends') return pick(left, right, eitherPair);
  if (left.kind === 'ends' && right.kind === 'unlimited') return notBefore(left, null);
  if (left.kind === 'unlimited' && right.kind === 'ends') return notBefore(right, null);
  return earliestOf(left, right);
};
