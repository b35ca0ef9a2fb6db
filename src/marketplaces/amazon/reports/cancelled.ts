import type { CallOptions } from '../../../core/inputs.js';
import { present } from '../../../core/present.js';
import { epochMsOf, toInstant, type Instant } from '../../../core/time.js';
import type { AmazonContext } from '../context.js';
import { getReports } from '../endpoints/reports.js';
import { toTime } from '../mappers/values.js';
import type { WireReport } from '../wire/reports.js';
import type { ReportDefinition } from './definitions.js';

/** Amazon has one word, CANCELLED, for three things. */
export type CancelledBecause = 'no-data' | 'cancelled-by-us' | 'too-soon';

/** Amazon tells no figure; its frequent reports are made anew every half hour, its daily ones every four hours. */
const tooSoonInMs = 4 * 3_600_000;

/** A report that was made in place of one that Amazon would not make again. */
export interface ReportMade {
  readonly reportId: string;
  /** Where its days begin. */
  readonly from?: Instant;
}

export interface Cancelled {
  readonly because: CancelledBecause;
  /** Only of `too-soon`: what is to be read instead. */
  readonly instead?: ReportMade;
}

/** Windows that a list asks for one after the other touch, and share a day so that none is lost between them. */
const sharedInMs = 2 * 86_400_000;

/** A report of other days does not stand in the way of this one; where days are not told, it may. */
const isOfTheSameDays = (left: WireReport, right: WireReport): boolean => {
  const startsBeforeEndOf = (one: WireReport, other: WireReport): boolean => {
    const [start, end] = [toTime(one.dataStartTime), toTime(other.dataEndTime)];
    return start === undefined || end === undefined || epochMsOf(start) + sharedInMs < epochMsOf(end);
  };
  return startsBeforeEndOf(left, right) && startsBeforeEndOf(right, left);
};

/** The report of this type that was finished shortly before this one was asked for. */
const freshSiblingOf = async (
  context: AmazonContext,
  report: WireReport,
  options?: CallOptions,
): Promise<ReportMade | undefined> => {
  const created = toTime(report.createdTime);
  if (created === undefined || typeof report.reportType !== 'string') return undefined;
  const { reports } = await context.transport.send(
    getReports,
    {
      reportTypes: [report.reportType],
      processingStatuses: ['DONE'],
      pageSize: 10,
      createdSince: toInstant(epochMsOf(created) - tooSoonInMs),
      createdUntil: created,
    },
    options,
  );
  const made = (reports ?? [])
    .filter((other) => other.reportId !== report.reportId && isOfTheSameDays(other, report))
    .map(({ reportId, dataStartTime }) => present({ reportId, from: toTime(dataStartTime) }));
  // The one that reaches back furthest has most of what was asked for.
  return made.sort((left, right) => ((left.from ?? '9') < (right.from ?? '9') ? -1 : 1))[0];
};

/**
 * Tells the three apart. Only a report that is still in the queue can be cancelled by a call, so one that ended without having begun
 * was cancelled by somebody of this account. Every other one found nothing, which is the usual case, unless it is of the kind that
 * Amazon refuses to make twice in a row and the last one is fresh.
 */
export const whyCancelled = async (
  context: AmazonContext,
  {
    definition,
    report,
  }: { readonly definition: Pick<ReportDefinition<never>, 'isCancelledWhenTooSoon'>; readonly report: WireReport },
  options?: CallOptions,
): Promise<Cancelled> => {
  if (context.cancelledReports.has(report.reportId)) return { because: 'cancelled-by-us' };
  const instead = definition.isCancelledWhenTooSoon ? await freshSiblingOf(context, report, options) : undefined;
  if (instead !== undefined) return { because: 'too-soon', instead };
  const neverBegun = typeof report.processingStartTime !== 'string' && typeof report.processingEndTime === 'string';
  return { because: neverBegun ? 'cancelled-by-us' : 'no-data' };
};
