import type { CallOptions } from '../../../core/inputs.js';
import { epochMsOf, toInstant } from '../../../core/time.js';
import type { AmazonContext } from '../context.js';
import { getReports } from '../endpoints/reports.js';
import type { WireReport } from '../wire/reports.js';
import type { ReportDefinition } from './definitions.js';

/** Amazon has one word, CANCELLED, for three things. */
export type CancelledBecause = 'no-data' | 'cancelled-by-us' | 'too-soon';

/** Amazon tells no figure; its frequent reports are made anew every half hour, its daily ones every four hours. */
const tooSoonInMs = 4 * 3_600_000;

const createdAtInMs = (report: WireReport): number | undefined => {
  try {
    return typeof report.createdTime === 'string' ? epochMsOf(toInstant(report.createdTime)) : undefined;
  } catch {
    return undefined;
  }
};

/** Whether another report of this type was finished shortly before this one was asked for. */
const hasFreshSibling = async (context: AmazonContext, report: WireReport, options?: CallOptions): Promise<boolean> => {
  const created = createdAtInMs(report);
  if (created === undefined || typeof report.reportType !== 'string') return false;
  const { reports } = await context.transport.send(
    getReports,
    {
      reportTypes: [report.reportType],
      processingStatuses: ['DONE'],
      pageSize: 10,
      createdSince: toInstant(created - tooSoonInMs),
      createdUntil: toInstant(created),
    },
    options,
  );
  return (reports ?? []).some(({ reportId }) => reportId !== report.reportId);
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
): Promise<CancelledBecause> => {
  if (context.cancelledReports.has(report.reportId)) return 'cancelled-by-us';
  if (definition.isCancelledWhenTooSoon && (await hasFreshSibling(context, report, options))) return 'too-soon';
  const neverBegun = typeof report.processingStartTime !== 'string' && typeof report.processingEndTime === 'string';
  return neverBegun ? 'cancelled-by-us' : 'no-data';
};
