import { wireDocument, wireReport, wireReportId, wireReports } from '../wire/reports.js';
import * as z from 'zod';
import { asIs, defineRead, toList } from './define.js';

const base = '/reports/2021-06-30';

export interface CreateReportInput {
  readonly reportType: string;
  /** 1 to 25. */
  readonly marketplaceIds: readonly string[];
  /** ISO 8601. Always give it: the default is now, which finds nothing. */
  readonly dataStartTime?: string | undefined;
  readonly dataEndTime?: string | undefined;
  readonly reportOptions?: Readonly<Record<string, string>> | undefined;
}

/** Making the same report twice costs quota and changes nothing, so it may be repeated. */
export const createReport = defineRead({
  name: 'reports.createReport',
  request: ({ reportType, marketplaceIds, dataStartTime, dataEndTime, reportOptions }: CreateReportInput) => ({
    method: 'POST',
    path: `${base}/reports`,
    body: { json: { reportType, marketplaceIds, dataStartTime, dataEndTime, reportOptions } },
  }),
  response: wireReportId,
  parse: asIs,
});

export const getReport = defineRead({
  name: 'reports.getReport',
  request: ({ reportId }: { readonly reportId: string }) => ({
    method: 'GET',
    path: `${base}/reports/${encodeURIComponent(reportId)}`,
  }),
  response: wireReport,
  parse: asIs,
});

export interface ReportsInput {
  /** 1 to 10. */
  readonly reportTypes?: readonly string[];
  readonly processingStatuses?: readonly string[];
  readonly marketplaceIds?: readonly string[];
  readonly pageSize?: number;
  /** At most 90 days back. */
  readonly createdSince?: string;
  readonly createdUntil?: string;
  /** Amazon takes no other parameter beside it. */
  readonly nextToken?: string;
}

export const getReports = defineRead({
  name: 'reports.getReports',
  request: ({ nextToken, ...filters }: ReportsInput) => ({
    method: 'GET',
    path: `${base}/reports`,
    query:
      nextToken === undefined
        ? {
            reportTypes: toList(filters.reportTypes),
            processingStatuses: toList(filters.processingStatuses),
            marketplaceIds: toList(filters.marketplaceIds),
            pageSize: filters.pageSize,
            createdSince: filters.createdSince,
            createdUntil: filters.createdUntil,
          }
        : { nextToken },
  }),
  response: wireReports,
  parse: asIs,
});

/** Only a report that is still in the queue can be cancelled. */
export const cancelReport = defineRead({
  name: 'reports.cancelReport',
  request: ({ reportId }: { readonly reportId: string }) => ({
    method: 'DELETE',
    path: `${base}/reports/${encodeURIComponent(reportId)}`,
  }),
  format: 'optional-json',
  response: z.unknown(),
  parse: () => undefined,
});

export interface DocumentInput {
  readonly reportDocumentId: string;
}

const documentRequest = ({ reportDocumentId }: DocumentInput): { readonly method: 'GET'; readonly path: string } => ({
  method: 'GET',
  path: `${base}/documents/${encodeURIComponent(reportDocumentId)}`,
});

/** The path of one document, as a restricted data token must name it. */
export const documentPathOf = (reportDocumentId: string): string => documentRequest({ reportDocumentId }).path;

/** Where a report can be read, for five minutes. */
export const getReportDocument = defineRead({
  name: 'reports.getReportDocument',
  request: documentRequest,
  response: wireDocument,
  parse: asIs,
});

/** The same with a restricted data token, for reports that Amazon counts as personal data. */
export const getRestrictedReportDocument = defineRead({
  name: 'reports.getReportDocument',
  credential: 'restricted',
  request: ({ restrictedDataToken, ...input }: DocumentInput & { readonly restrictedDataToken: string }) => ({
    ...documentRequest(input),
    headers: { 'x-amz-access-token': restrictedDataToken },
  }),
  response: wireDocument,
  parse: asIs,
});
