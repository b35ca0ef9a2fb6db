import type { CaseSummary } from '../../../core/case.js';
import type { CaseQuery } from '../../../core/inputs.js';
import { epochMsOf, type Instant } from '../../../core/time.js';
import { issueStatuses, type IssueStatus } from '../endpoints/issue-reads.js';

const dayInMs = 86_400_000;
const defaultDays = 60;
/** An issue that was changed in a window was opened at most so long before it: the platform decides within weeks, and a return follows. */
export const longestLifeInDays = 180;
/** Bounds are asked for wider than needed, against a clock that is off; the rows themselves are then held to the query. */
const slackInMs = 600_000;

/** One reading of the list from one end to the other. */
export interface ListStep {
  readonly status: IssueStatus;
  readonly createdFrom?: number;
  /** Frozen at the start, so that an issue opened meanwhile does not push others over the edge of a page. */
  readonly createdUntil: number;
  /** Issues only leave `processing`: read from its last page, none of those that move up is skipped. */
  readonly direction: 'forwards' | 'backwards';
}

const statusesOf = ({ open, phase }: CaseQuery): readonly IssueStatus[] => {
  const wantsOpen = open !== false && phase !== 'closed';
  const wantsClosed = open !== true && (phase === undefined || phase === 'closed');
  return issueStatuses.filter((status) => (status === 'processing' ? wantsOpen : wantsClosed));
};

const isUnbounded = ({ openedFrom, openedUntil, updatedFrom, updatedUntil }: CaseQuery): boolean =>
  [openedFrom, openedUntil, updatedFrom, updatedUntil].every((bound) => bound === undefined);

const fromOf = (query: CaseQuery, status: IssueStatus, now: Instant): number | undefined => {
  if (query.openedFrom !== undefined) return epochMsOf(query.openedFrom) - slackInMs;
  if (status === 'processing') return undefined;
  if (query.updatedFrom !== undefined) return epochMsOf(query.updatedFrom) - longestLifeInDays * dayInMs;
  return isUnbounded(query) ? epochMsOf(now) - defaultDays * dayInMs : undefined;
};

/** What to read for a query; `now` is frozen at the start of the reading. An issue is not opened after it was changed. */
export const toListPlan = (query: CaseQuery, now: Instant): readonly ListStep[] => {
  const until = [query.openedUntil, query.updatedUntil, now].filter((bound) => bound !== undefined).sort()[0] ?? now;
  const createdUntil = epochMsOf(until) + slackInMs;
  return statusesOf(query).map((status) => {
    const createdFrom = fromOf(query, status, now);
    return {
      status,
      createdUntil,
      direction: status === 'processing' ? 'backwards' : 'forwards',
      ...(createdFrom === undefined ? {} : { createdFrom }),
    };
  });
};

const isWithin = (at: Instant, from: Instant | undefined, until: Instant | undefined): boolean =>
  (from === undefined || at >= from) && (until === undefined || at <= until);

/** Everything of the query, also what AliExpress was asked for: its filter by time is new and unproven. */
export const matchesQuery = (
  summary: Pick<CaseSummary, 'openedAt' | 'updatedAt' | 'phase'>,
  query: CaseQuery,
  { createdFrom }: ListStep,
): boolean =>
  isWithin(summary.openedAt, query.openedFrom, query.openedUntil) &&
  isWithin(summary.updatedAt, query.updatedFrom, query.updatedUntil) &&
  (query.open === undefined || query.open === (summary.phase !== 'closed')) &&
  (query.phase === undefined || query.phase === summary.phase) &&
  (createdFrom === undefined || epochMsOf(summary.openedAt) >= createdFrom);
