import type { CaseSummary } from '../../../core/case.js';
import type { CaseQuery } from '../../../core/inputs.js';
import { epochMsOf, toInstant, type Instant } from '../../../core/time.js';
import type { JoinedCase } from '../merge/joined-case.js';
import { listedSources, type AmazonSource } from '../sources/sources.js';
import { before, dayInMs, reachInDays, toWindows, type Range } from '../sources/windows.js';

/** One step of a list: a source is read, then the cases that it is the home of are told. The last step reads nothing. */
export type ListStep =
  | { readonly type: 'source'; readonly source: AmazonSource; readonly range: Range; readonly told: Range }
  | { readonly type: 'rest'; readonly told: Range };

/** A report tells the day of a request, and a day is taken for its beginning: the request may have come until its end. */
const marginInMs = dayInMs;

const rangeOf = ({ openedFrom, openedUntil }: CaseQuery, now: Instant): Range => {
  const until = openedUntil === undefined || openedUntil > now ? now : openedUntil;
  return { from: openedFrom ?? before(until, reachInDays * dayInMs), until };
};

const toRead = ({ from, until }: Range, now: Instant): Range => {
  const end = toInstant(epochMsOf(until) + marginInMs);
  return { from, until: end < now ? end : now };
};

/** The usual 60 days cost one report: up to now there is no day whose end is to be read as well. */
const windowsOf = ({ from, until }: Range, now: Instant): readonly Range[] => {
  if (until !== now) return toWindows({ from, until }, reachInDays - 1);
  const [newest, ...others] = toWindows({ from, until }, reachInDays);
  if (newest === undefined || others.length === 0) return newest === undefined ? [] : [newest];
  return [newest, ...toWindows({ from, until: newest.from }, reachInDays - 1)];
};

/**
 * What to read for a query, in windows that Amazon takes, the newest first. Money is read once for all of them: it is posted after the
 * return was opened, up to now.
 */
export const toListPlan = (query: CaseQuery, now: Instant): readonly ListStep[] => {
  const told = rangeOf(query, now);
  if (told.from > told.until) return [];
  const windows = windowsOf(told.from === told.until ? { ...told, from: before(told.from, 1) } : told, now);
  const [money, goods] = [listedSources.filter(isMoney), listedSources.filter((source) => !isMoney(source))];
  return [
    ...money.map((source): ListStep => ({
      type: 'source',
      source,
      range: { from: before(told.from, marginInMs), until: now },
      told,
    })),
    ...windows.flatMap((window) =>
      goods.map((source): ListStep => ({ type: 'source', source, range: toRead(window, now), told: window })),
    ),
    { type: 'rest', told },
  ];
};

const isMoney = (source: AmazonSource): boolean => source === 'finances-v0' || source === 'finances';

type Home = Extract<AmazonSource, 'external-returns' | 'seller-returns' | 'fba-returns'> | undefined;

/** The source that a case is told with; by this each case is told once, without a memory of those told. */
export const homeOf = ({ externalReturns, sellerReturns, fbaReturns }: JoinedCase): Home => {
  if (externalReturns.length > 0) return 'external-returns';
  if (sellerReturns.length > 0) return 'seller-returns';
  return fbaReturns.length > 0 ? 'fba-returns' : undefined;
};

const isIn = (at: Instant, { from, until }: Range): boolean => at > from && at <= until;

/** Whether this step tells the case; the bounds of windows that touch belong to the older one. */
export const isToldBy = (
  step: ListStep,
  { home, openedAt, first }: { readonly home: Home; readonly openedAt: Instant; readonly first: Instant },
): boolean => {
  const isWindowed = (range: Range): boolean => isIn(openedAt, range) || (openedAt === range.from && range.from === first);
  if (step.type === 'source') return home === step.source && isWindowed(step.told);
  return home === undefined || !isWindowed(step.told);
};

const hasBounds = (query: CaseQuery): boolean =>
  [query.openedFrom, query.openedUntil, query.updatedFrom, query.updatedUntil].some((bound) => bound !== undefined);

const isWithin = (at: Instant, from: Instant | undefined, until: Instant | undefined): boolean =>
  (from === undefined || at >= from) && (until === undefined || at <= until);

/** Amazon filters by nothing but the day of the request, so all of the query is applied here. */
export const matchesQuery = (summary: CaseSummary, query: CaseQuery, now: Instant): boolean =>
  isWithin(summary.openedAt, query.openedFrom, query.openedUntil) &&
  isWithin(summary.updatedAt, query.updatedFrom, query.updatedUntil) &&
  (query.open === undefined || query.open === (summary.phase !== 'closed')) &&
  (query.phase === undefined || query.phase === summary.phase) &&
  (hasBounds(query) || summary.phase !== 'closed' || summary.openedAt >= before(now, reachInDays * dayInMs));
