import { RejectedError } from '../../../core/errors/api-errors.js';
import { MarketplaceError } from '../../../core/errors/marketplace-error.js';
import type { CallOptions } from '../../../core/inputs.js';
import { toInstant, type Instant } from '../../../core/time.js';
import { toProviderMessage } from '../../../transport/redact.js';
import { marketplace } from '../classify.js';
import type { AmazonContext } from '../context.js';
import { cancelReport, createReport, getReport } from '../endpoints/reports.js';
import type { WireReport } from '../wire/reports.js';
import { whyCancelled, type Cancelled, type CancelledBecause } from './cancelled.js';
import type { ReportDefinition } from './definitions.js';
import { excerptOf, openReportDocument } from './open-document.js';
import type { RowBatch } from './rows.js';

/** Which days of a report; both ends are instants in the past. */
export interface ReportWindow {
  readonly from: Instant;
  readonly until: Instant;
  /** Default: all of the settings. */
  readonly marketplaceIds?: readonly string[];
}

/** How a report ended. `empty` is an answer like any other; `cancelled` says nothing about the data. */
export type ReportReading<Row> =
  | { readonly state: 'rows'; readonly reportId: string; readonly batches: AsyncIterable<RowBatch<Row>> }
  | { readonly state: 'empty'; readonly reportId: string }
  | {
      readonly state: 'cancelled';
      readonly reportId: string;
      readonly because: Exclude<CancelledBecause, 'no-data'>;
      /** Of `too-soon`: the report that was made shortly before; read it with `resume`. */
      readonly instead?: Cancelled['instead'];
    }
  /** Amazon still works on it: go on with `resumeReport`. */
  | { readonly state: 'pending'; readonly reportId: string; readonly checkAt: Instant };

const firstPollInMs = 2_000;
const slowestPollInMs = 60_000;
const unfinished = new Set(['IN_QUEUE', 'IN_PROGRESS']);

/** Polls with growing pauses until the report is finished or the time is over. */
const waitFor = async (context: AmazonContext, reportId: string, options?: CallOptions): Promise<WireReport> => {
  const { clock, settings, transport } = context;
  const giveUpAtInMs = clock.now() + settings.reportTimeoutInMs;
  for (let pauseInMs = firstPollInMs; ; pauseInMs = Math.min(slowestPollInMs, pauseInMs * 1.5)) {
    const report = await transport.send(getReport, { reportId }, options);
    if (!unfinished.has(report.processingStatus) || clock.now() + pauseInMs > giveUpAtInMs) return report;
    await clock.sleep(pauseInMs, options?.signal);
  }
};

/** FATAL may come with a document that says why; what it says is Amazon's text about the request. */
const fatalError = async (context: AmazonContext, report: WireReport, options?: CallOptions): Promise<RejectedError> => {
  const facts = { marketplace, operation: 'reports.getReport', providerCode: report.processingStatus };
  const text = `amazon gave up the report ${report.reportId}`;
  const { reportDocumentId } = report;
  if (reportDocumentId === null || reportDocumentId === undefined)
    return new RejectedError(`${text} and does not say why`, facts);
  try {
    const said = toProviderMessage(await excerptOf(await openReportDocument(context, reportDocumentId, options)));
    return new RejectedError(`${text}: ${said}`, { ...facts, providerMessage: said });
  } catch (error) {
    if (!MarketplaceError.isInstance(error)) throw error;
    return new RejectedError(`${text}; its reason could not be read`, facts);
  }
};

/** The rows, opened when they are first asked for: the document's address ends after five minutes. */
async function* batchesOf<Row>(
  context: AmazonContext,
  { definition, reportDocumentId }: { readonly definition: ReportDefinition<Row>; readonly reportDocumentId: string },
  options?: CallOptions,
): AsyncGenerator<RowBatch<Row>> {
  const bytes = await openReportDocument(context, reportDocumentId, options);
  const { drift } = context;
  yield* definition.read(bytes, (column) =>
    drift.report({ operation: 'reports.download', kind: 'unexpected-shape', path: `${definition.reportType}.${column}` }),
  );
}

/** Goes on with a report that was asked for before. */
export const resumeReport = async <Row>(
  context: AmazonContext,
  { definition, reportId }: { readonly definition: ReportDefinition<Row>; readonly reportId: string },
  options?: CallOptions,
): Promise<ReportReading<Row>> => {
  const report = await waitFor(context, reportId, options);
  const { processingStatus, reportDocumentId } = report;
  if (processingStatus === 'DONE' && typeof reportDocumentId === 'string') {
    return { state: 'rows', reportId, batches: batchesOf(context, { definition, reportDocumentId }, options) };
  }
  if (processingStatus === 'CANCELLED') {
    const { because, instead } = await whyCancelled(context, { definition, report }, options);
    if (because === 'no-data') return { state: 'empty', reportId };
    return { state: 'cancelled', reportId, because, ...(instead === undefined ? {} : { instead }) };
  }
  if (processingStatus === 'FATAL') throw await fatalError(context, report, options);
  if (processingStatus === 'DONE') return { state: 'empty', reportId };
  return { state: 'pending', reportId, checkAt: toInstant(context.clock.now() + slowestPollInMs) };
};

/**
 * Asks for a report, waits for it and opens its rows. Costs one of about one report a minute that Amazon allows each seller; a burst of
 * 15 is published and not always honoured.
 */
export const readReport = async <Row>(
  context: AmazonContext,
  { definition, window }: { readonly definition: ReportDefinition<Row>; readonly window: ReportWindow },
  options?: CallOptions,
): Promise<ReportReading<Row>> => {
  const { reportId } = await context.transport.send(
    createReport,
    {
      reportType: definition.reportType,
      marketplaceIds: window.marketplaceIds ?? context.settings.marketplaceIds,
      dataStartTime: window.from,
      dataEndTime: window.until,
    },
    options,
  );
  return resumeReport(context, { definition, reportId }, options);
};

/** Takes a report out of the queue. One that is already being made goes on. */
export const cancelQueuedReport = async (context: AmazonContext, reportId: string, options?: CallOptions): Promise<void> => {
  await context.transport.send(cancelReport, { reportId }, options);
  context.cancelledReports.add(reportId);
};
