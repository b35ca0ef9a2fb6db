import * as z from 'zod';
import { ConflictError, UnavailableError } from '../../../core/errors/api-errors.js';
import type { Failure } from '../../../core/errors/response-errors.js';
import type { CallOptions } from '../../../core/inputs.js';
import type { Observation } from '../../../core/observation.js';
import { isInstant, type Instant } from '../../../core/time.js';
import { marketplace } from '../classify.js';
import type { AmazonContext } from '../context.js';
import { observeFbaReturn, observeSellerReturn } from '../merge/observe-returns.js';
import { fbaReturns, primeReturns, sellerReturns, sellerReturnsXml, type ReportDefinition } from '../reports/definitions.js';
import { readReport, resumeReport, type ReportReading } from '../reports/read-report.js';
import { accountKeyOf } from './coverage.js';
import { before, type Range } from './windows.js';

/** What a source has told: the range that was read to its end, if it was, and the parts that could not be understood. */
export interface SourceReading {
  readonly read: Range | undefined;
  readonly failures: readonly Failure[];
}

export interface ReadRange extends Range {
  /** The time of the pass: all that one pass reads was seen together. */
  readonly at: Instant;
}

export type ReadSource = (context: AmazonContext, wanted: ReadRange, options?: CallOptions) => Promise<SourceReading>;

type Observe<Row> = (row: Row, readAt: Instant) => readonly Observation[];

/** Rows that could not be read; more than these are not worth telling one by one. */
const mostFailures = 100;

const pendingName = (definition: { readonly reportType: string }): string => `pending ${definition.reportType}`;

const pendingReport = z.lazy(() =>
  z.object({
    reportId: z.string(),
    from: z.custom<Instant>(isInstant),
    until: z.custom<Instant>(isInstant),
  }),
);

interface Wanted<Row> {
  readonly definition: ReportDefinition<Row>;
  readonly range: Range;
}

/** A report that was asked for an hour ago has all that matters of the range; a later reading has the rest. */
const stillUsefulInMs = 3_600_000;

/** A report that Amazon was still making when the last reading stopped is taken up again: asking anew would cost another minute of quota. */
const takePending = async <Row>(
  context: AmazonContext,
  { definition, range }: Wanted<Row>,
): Promise<z.infer<typeof pendingReport> | undefined> => {
  const { caseStore } = context;
  const { data } = pendingReport.safeParse(await caseStore.readMark(accountKeyOf(context), pendingName(definition)));
  if (data === undefined) return undefined;
  await caseStore.writeMark(accountKeyOf(context), pendingName(definition), null);
  return data.from <= range.from && before(range.until, stillUsefulInMs) <= data.until ? data : undefined;
};

const stillPending = async <Row>(
  context: AmazonContext,
  { definition, range }: Wanted<Row>,
  reportId: string,
): Promise<SourceReading> => {
  const { from, until } = range;
  await context.caseStore.writeMark(accountKeyOf(context), pendingName(definition), { reportId, from, until });
  const text = `amazon is still making the report ${reportId}: list again later, and it is taken up where it is`;
  return { read: undefined, failures: [{ error: new UnavailableError(text, { marketplace, operation: 'reports.getReport' }) }] };
};

/** Batch by batch, so that the size of a report does not matter. */
const readRows = async <Row>(
  context: AmazonContext,
  { batches }: Extract<ReportReading<Row>, { readonly state: 'rows' }>,
  observe: (row: Row) => readonly Observation[],
): Promise<readonly Failure[]> => {
  const failures: Failure[] = [];
  for await (const batch of batches) {
    await context.caseStore.add(accountKeyOf(context), batch.rows.flatMap(observe));
    failures.push(...batch.failures.slice(0, mostFailures - failures.length).map(({ error }) => ({ error })));
  }
  return failures;
};

type CancelledReading = Extract<ReportReading<never>, { readonly state: 'cancelled' }>;

const wasCancelled = ({ because, reportId }: CancelledReading): SourceReading => {
  const text =
    because === 'too-soon'
      ? `the report ${reportId} was asked for too soon after one of other days: what came back meanwhile is told later`
      : `the report ${reportId} was cancelled before it was made`;
  return { read: undefined, failures: [{ error: new ConflictError(text, { marketplace, operation: 'reports.getReport' }) }] };
};

/** Amazon would not make it again yet: the one it made shortly before is as new as it gets, if it has the days that are wanted. */
const readAgain = async <Row>(
  context: AmazonContext,
  { definition, range }: Wanted<Row>,
  { cancelled, options }: { readonly cancelled: CancelledReading; readonly options: CallOptions | undefined },
): Promise<ReportReading<Row>> => {
  const { instead } = cancelled;
  if (instead?.from === undefined || instead.from > range.from) return cancelled;
  return resumeReport(context, { definition, reportId: instead.reportId }, options);
};

const defineSource =
  <Row>(definition: ReportDefinition<Row>, observe: Observe<Row>): ReadSource =>
  async (context, wanted, options) => {
    const pending = await takePending(context, { definition, range: wanted });
    const { from, until } = pending ?? wanted;
    const range = { from, until };
    const first = await (pending === undefined
      ? readReport(context, { definition, window: range }, options)
      : resumeReport(context, { definition, reportId: pending.reportId }, options));
    const reading =
      first.state === 'cancelled' ? await readAgain(context, { definition, range }, { cancelled: first, options }) : first;
    switch (reading.state) {
      case 'rows':
        return { read: range, failures: await readRows(context, reading, (row) => observe(row, wanted.at)) };
      case 'empty':
        return { read: range, failures: [] };
      case 'pending':
        return stillPending(context, { definition, range }, reading.reportId);
      case 'cancelled':
        return wasCancelled(reading);
    }
  };

export const reportSources = {
  'seller-returns': defineSource(sellerReturns, observeSellerReturn),
  'seller-returns-xml': defineSource(sellerReturnsXml, observeSellerReturn),
  'prime-returns': defineSource(primeReturns, observeSellerReturn),
  'fba-returns': defineSource(fbaReturns, observeFbaReturn),
} as const satisfies Record<string, ReadSource>;
