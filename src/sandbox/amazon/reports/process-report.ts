import { encodeText } from '../charset.js';
import { compress } from '../compress.js';
import type { Documents } from '../documents.js';
import type { FbaReturn, ReturnRecord } from '../record.js';
import type { Job, JobOutcome } from '../job-book.js';
import type { AmazonApp } from '../settings.js';
import type { Seller } from '../sellers.js';
import { reportTypeOf, type ReportData } from './report-types.js';

export interface ReportRequest {
  readonly reportType: string;
  readonly marketplaceIds: readonly string[];
  /** Epoch milliseconds, both ends included. */
  readonly from: number;
  readonly until: number;
}

export type ReportJob = Job<ReportRequest>;

export interface ReportSources {
  readonly app: AmazonApp;
  readonly documents: Documents;
  readonly returns: () => readonly ReturnRecord[];
  readonly fbaReturns: readonly FbaReturn[];
}

const dayInMs = 86_400_000;

const charsetOf = ({ charset }: AmazonApp, { region }: Seller): 'utf-8' | 'windows-1252' | 'windows-31j' =>
  charset ?? (region === 'fe' ? 'windows-31j' : 'utf-8');

interface Text {
  readonly text: string;
  readonly contentType: string;
}

const store = ({ app, documents }: ReportSources, { seller, request }: ReportJob, { text, contentType }: Text): string => {
  const charset = contentType === 'text/xml' ? 'utf-8' : charsetOf(app, seller);
  return documents.add({
    sellerId: seller.sellerId,
    contentType: app.charsetHeader === 'missing' ? contentType : `${contentType}; charset=${charset}`,
    ...compress(encodeText(text, charset), app.compression),
    reportType: request.reportType,
  }).id;
};

/** The filter date is that of the request, or for FBA that of the processing. */
const dataOf = (sources: ReportSources, { seller, request }: ReportJob, at: number): ReportData => {
  const { marketplaceIds, from, until } = request;
  const isWanted = (order: ReturnRecord['order'], time: number): boolean =>
    order.seller === seller && marketplaceIds.includes(order.marketplace.id) && time >= from && time <= Math.min(until, at);
  return {
    returns: sources.returns().filter(({ order, requestedAt }) => isWanted(order, requestedAt)),
    fbaReturns: sources.fbaReturns.filter(({ order, processedAt }) => isWanted(order, processedAt)),
    columns: sources.app.reportColumns ?? (seller.region === 'na' ? 'extended' : 'documented'),
  };
};

const isTooSoon = (job: ReportJob, pauseInMs: number, earlier: readonly ReportJob[]): boolean =>
  earlier.some(
    ({ seller, request, status, endedAt }) =>
      seller === job.seller &&
      request.reportType === job.request.reportType &&
      status === 'DONE' &&
      job.createdAt - endedAt < pauseInMs,
  );

/** Writes a report, or finds why there is none. */
export const processReport =
  (sources: ReportSources) =>
  (job: ReportJob, at: number, earlier: readonly ReportJob[]): JobOutcome => {
    const { reportType, from, until } = job.request;
    const type = reportTypeOf(reportType);
    if (type === undefined) return { status: 'FATAL' };
    if (until - from > type.longestSpanInDays * dayInMs) {
      const text = `The requested date range exceeds the maximum of ${type.longestSpanInDays} days.\n`;
      return { status: 'FATAL', documentId: store(sources, job, { text, contentType: 'text/plain' }) };
    }
    if (isTooSoon(job, type.pauseInMs, earlier)) return { status: 'CANCELLED' };
    const text = type.write(dataOf(sources, job, at));
    if (text === undefined) return { status: 'CANCELLED' };
    return { status: 'DONE', documentId: store(sources, job, { text, contentType: type.contentType }) };
  };
