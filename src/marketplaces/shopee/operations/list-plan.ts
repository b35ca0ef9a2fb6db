import type { CaseSummary } from '../../../core/case.js';
import type { CaseQuery } from '../../../core/inputs.js';
import { epochMsOf, toInstant, type Instant } from '../../../core/time.js';
import type { ListStrategy } from '../context.js';
import type { ReturnListInput } from '../endpoints/return-reads.js';

const dayInSeconds = 86_400;
/** The most that Shopee takes in one window. */
const windowInSeconds = 15 * dayInSeconds;
/** Windows share this much, so that a bound read as inclusive here and exclusive there loses nothing. */
const overlapInSeconds = 3600;
const defaultDays = 60;

/** The parameters of one reading, without its page. */
export type ListFilter = Omit<ReturnListInput, 'pageNo' | 'pageSize'>;

/** One reading of the list from its first page to its last. */
export interface ListStep {
  readonly filter: ListFilter;
  /**
   * Shopee lists the oldest first and takes no order. `backwards` begins at the last page; `there-and-back` returns to the first page
   * once the last is read.
   */
  readonly direction: 'forwards' | 'backwards' | 'there-and-back';
  /** A backward reading ends at the first page with nothing this new. */
  readonly stopsBefore?: Instant;
  /** Only what was opened earlier; the other steps have the rest. */
  readonly openedBefore?: Instant;
  /** What is later lies in the window before this one as well, and is told there. */
  readonly overlap?: { readonly field: 'openedAt' | 'updatedAt'; readonly after: Instant; readonly until: Instant };
}

const secondsOf = (instant: Instant, round: (value: number) => number): number => round(epochMsOf(instant) / 1000);

interface Range {
  readonly axis: 'create' | 'update';
  readonly from: number;
  readonly until: number;
}

const windowFilter = ({ axis, from, until }: Range): ListFilter =>
  axis === 'create' ? { createTimeFrom: from, createTimeTo: until } : { updateTimeFrom: from, updateTimeTo: until };

const overlapOf = (axis: Range['axis'], start: number | undefined, end: number): Pick<ListStep, 'overlap'> =>
  start === undefined
    ? {}
    : {
        overlap: {
          field: axis === 'create' ? 'openedAt' : 'updatedAt',
          after: toInstant(start * 1000),
          until: toInstant(end * 1000),
        },
      };

/** Newest first. Only one pair of bounds is ever sent, so that the rule between the two pairs cannot be broken. */
export const toWindows = ({ axis, from, until }: Range): readonly ListStep[] => {
  const windows: ListStep[] = [];
  let newerStart: number | undefined;
  // `to` must be later than `from`; a range of one second becomes the smallest window there is.
  let end = Math.max(until, from + 1);
  while (end > from) {
    const start = Math.max(from, end - windowInSeconds);
    const filter = windowFilter({ axis, from: start, until: end });
    // Who changes meanwhile leaves a window of changes, and those behind move to pages that a forward reading has left.
    const direction = axis === 'update' ? 'backwards' : 'forwards';
    windows.push({ filter, direction, ...overlapOf(axis, newerStart, end) });
    if (start === from) break;
    newerStart = start;
    end = start + overlapInSeconds;
  }
  return windows;
};

const forwards = (filter: ListFilter): ListStep => ({ filter, direction: 'forwards' });

/** Words of cases that still need somebody. ACCEPTED is read by age: nearly all refunded cases stay in it for good. */
const openStatuses = ['REQUESTED', 'PROCESSING', 'SELLER_DISPUTE', 'JUDGING'];

const openAndOlder = (openedBefore: Instant): readonly ListStep[] =>
  openStatuses.map((status) => ({
    filter: { status },
    // Who leaves moves those behind to pages that a forward reading has left, who comes moves those before to pages that a backward
    // reading has left. Old cases only leave REQUESTED; out of the others they go and into them they come.
    direction: status === 'REQUESTED' ? 'backwards' : 'there-and-back',
    openedBefore,
  }));

/** The bound that decides how far back to read: by opening where it is given, else by the last change. */
const rangeOf = (query: CaseQuery, now: Instant): Partial<Range> & Pick<Range, 'axis' | 'until'> => {
  const isByOpening = query.openedFrom !== undefined || query.openedUntil !== undefined;
  const [from, until] = isByOpening ? [query.openedFrom, query.openedUntil] : [query.updatedFrom, query.updatedUntil];
  const end = until === undefined || until > now ? now : until;
  return {
    axis: isByOpening ? 'create' : 'update',
    until: secondsOf(end, Math.ceil),
    ...(from === undefined ? {} : { from: secondsOf(from, Math.floor) }),
  };
};

const hasBounds = (query: CaseQuery): boolean =>
  [query.openedFrom, query.openedUntil, query.updatedFrom, query.updatedUntil].some((bound) => bound !== undefined);

const backwards = (stopsBefore: Instant | undefined): ListStep => ({
  filter: {},
  direction: 'backwards',
  ...(stopsBefore === undefined ? {} : { stopsBefore }),
});

const defaultSteps = (query: CaseQuery, { now, strategy }: PlanInput): readonly ListStep[] => {
  const from = toInstant(epochMsOf(now) - defaultDays * dayInSeconds * 1000);
  const range: Range = { axis: 'create', from: secondsOf(from, Math.floor), until: secondsOf(now, Math.ceil) };
  const recent = strategy === 'windows' ? toWindows(range) : [backwards(from)];
  return query.open === false ? recent : [...recent, ...openAndOlder(from)];
};

export interface PlanInput {
  /** Frozen at the start of the reading. */
  readonly now: Instant;
  readonly strategy: ListStrategy;
}

/** What to read for a query. Without a lower bound there is nothing to cut into windows, and all pages are read. */
export const toListPlan = (query: CaseQuery, input: PlanInput): readonly ListStep[] => {
  if (!hasBounds(query)) return defaultSteps(query, input);
  const { axis, from, until } = rangeOf(query, input.now);
  if (input.strategy === 'unfiltered') return [backwards(query.openedFrom)];
  if (from === undefined) return [forwards({})];
  return from > until ? [] : toWindows({ axis, from, until });
};

const isWithin = (at: Instant, from: Instant | undefined, until: Instant | undefined): boolean =>
  (from === undefined || at >= from) && (until === undefined || at <= until);

const isToldElsewhere = (summary: CaseSummary, { overlap }: ListStep): boolean =>
  overlap !== undefined && summary[overlap.field] > overlap.after && summary[overlap.field] <= overlap.until;

/** Everything of the query that needs no more than the row; also what Shopee was asked for, because its filter was seen to slip. */
export const matchesQuery = (summary: CaseSummary, query: CaseQuery, step: ListStep): boolean =>
  isWithin(summary.openedAt, query.openedFrom, query.openedUntil) &&
  isWithin(summary.updatedAt, query.updatedFrom, query.updatedUntil) &&
  (query.open === undefined || query.open === (summary.phase !== 'closed')) &&
  (query.phase === undefined || query.phase === summary.phase) &&
  !isToldElsewhere(summary, step) &&
  (step.openedBefore === undefined || summary.openedAt < step.openedBefore) &&
  (step.stopsBefore === undefined || summary.openedAt >= step.stopsBefore);
