import type { CallOptions } from '../../../core/inputs.js';
import type { AmazonContext } from '../context.js';
import {
  fbaReimbursements,
  fbaReturns,
  primeReturns,
  sellerReturns,
  sellerReturnsXml,
  type ReportDefinition,
} from '../reports/definitions.js';
import { cancelQueuedReport, readReport, resumeReport, type ReportReading, type ReportWindow } from '../reports/read-report.js';
import type { FbaReimbursementRow, FbaReturnRow, SellerReturnRow } from '../reports/rows.js';

/** One report: asked for and read, or taken up again by the id of a reading that was `pending`. */
export interface AmazonReport<Row> {
  readonly read: (window: ReportWindow, options?: CallOptions) => Promise<ReportReading<Row>>;
  readonly resume: (reportId: string, options?: CallOptions) => Promise<ReportReading<Row>>;
}

/** Reports as streams of typed rows. Amazon lets a seller ask for about one a minute; a window is 60 days at most. */
export interface AmazonReports {
  readonly sellerReturns: AmazonReport<SellerReturnRow>;
  /** With exact times, but without SAFE-T, deliveries and order items. */
  readonly sellerReturnsXml: AmazonReport<SellerReturnRow>;
  readonly primeReturns: AmazonReport<SellerReturnRow>;
  readonly fbaReturns: AmazonReport<FbaReturnRow>;
  readonly fbaReimbursements: AmazonReport<FbaReimbursementRow>;
  /** Takes a report out of the queue. */
  readonly cancel: (reportId: string, options?: CallOptions) => Promise<void>;
}

export const createReports = (context: AmazonContext): AmazonReports => {
  const report = <Row>(definition: ReportDefinition<Row>): AmazonReport<Row> => ({
    read: (window, options) => readReport(context, { definition, window }, options),
    resume: (reportId, options) => resumeReport(context, { definition, reportId }, options),
  });
  return {
    sellerReturns: report(sellerReturns),
    sellerReturnsXml: report(sellerReturnsXml),
    primeReturns: report(primeReturns),
    fbaReturns: report(fbaReturns),
    fbaReimbursements: report(fbaReimbursements),
    cancel: (reportId, options) => cancelQueuedReport(context, reportId, options),
  };
};
