import type { Reply } from '../../exchange.js';
import type { JsonObject } from '../../json.js';
import { denied, invalidInput, notFound } from '../refusal.js';
import { pageOf } from '../paging.js';
import type { ReportJob } from '../reports/process-report.js';
import { reportTypeNames, reportTypeOf } from '../reports/report-types.js';
import type { AmazonCall, Endpoint } from '../world.js';
import {
  bodyOf,
  instantOf,
  listOf,
  parameterOf,
  requireMarketplaces,
  requireOneOf,
  respond,
  textOf,
  textsOf,
  toOffsetTime,
  wholeOf,
} from './input.js';

const folder = '/reports/2021-06-30';
const statuses = ['CANCELLED', 'DONE', 'FATAL', 'IN_PROGRESS', 'IN_QUEUE'];
const longestAgo = 90 * 86_400_000;

const optionalTime = (at: number): string | undefined => (at === 0 ? undefined : toOffsetTime(at));

const toWire = (report: ReportJob): JsonObject => ({
  reportId: report.id,
  reportType: report.request.reportType,
  dataStartTime: toOffsetTime(report.request.from),
  dataEndTime: toOffsetTime(report.request.until),
  createdTime: toOffsetTime(report.createdAt),
  processingStatus: report.status,
  marketplaceIds: report.request.marketplaceIds,
  processingStartTime: optionalTime(report.startedAt),
  processingEndTime: optionalTime(report.endedAt),
  reportDocumentId: report.documentId,
});

const timeOf = (body: JsonObject, name: string, call: AmazonCall): number => {
  const value = body[name];
  if (value !== undefined && typeof value !== 'string') throw invalidInput(`'${name}' is not a text`);
  const at = instantOf(value, name) ?? call.now;
  if (at > call.now + 1000) throw invalidInput(`'${name}' lies in the future`);
  return at;
};

const createReport = (call: AmazonCall): Reply => {
  const body = bodyOf(call);
  const reportType = textOf(body, 'reportType');
  if (reportTypeOf(reportType) === undefined)
    throw invalidInput(`Report type ${reportType} is not served here: expected one of ${reportTypeNames.join(', ')}`);
  const marketplaceIds = requireMarketplaces(call, textsOf(body['marketplaceIds'], 'marketplaceIds', 25));
  const [from, until] = [timeOf(body, 'dataStartTime', call), timeOf(body, 'dataEndTime', call)];
  if (from > until) throw invalidInput('dataStartTime lies after dataEndTime');
  const report = call.world.reports.create(call.seller, { reportType, marketplaceIds, from, until }, call.now);
  return respond(202, { reportId: report.id });
};

const requireReport = (call: AmazonCall): ReportJob => {
  const report = call.world.reports.find(parameterOf(call, 'reportId'));
  if (report?.seller !== call.seller) throw notFound('The report was not found.');
  return report;
};

/** A token stands alone: what the list was asked for is inside it. */
const searchOf = ({ request: { query }, world }: AmazonCall): URLSearchParams => {
  const token = query.get('nextToken');
  if (token === null) return query;
  if ([...query.keys()].length > 1) throw invalidInput('nextToken must be the only parameter');
  const note = world.pageTokens.noteOf(token);
  if (note === undefined) throw invalidInput('The nextToken is invalid or has expired.');
  return new URLSearchParams(note);
};

interface ReportFilter {
  readonly types: readonly string[];
  readonly wanted: readonly string[];
  readonly stores: readonly string[];
  readonly from: number;
  readonly until: number;
  readonly size: number;
}

const filterOf = (query: URLSearchParams, now: number): ReportFilter => {
  const types = listOf(query, 'reportTypes');
  if (types.length < 1 || types.length > 10) throw invalidInput('reportTypes must have 1 to 10 entries');
  const from = instantOf(query.get('createdSince'), 'createdSince') ?? now - longestAgo;
  if (from < now - longestAgo - 60_000) throw invalidInput('createdSince lies more than 90 days back');
  return {
    types,
    wanted: listOf(query, 'processingStatuses').map((status) => requireOneOf(status, statuses, 'processing status')),
    stores: listOf(query, 'marketplaceIds'),
    from,
    until: instantOf(query.get('createdUntil'), 'createdUntil') ?? now,
    size: wholeOf(query, 'pageSize', { least: 1, most: 100, otherwise: 10 }),
  };
};

const isWanted = ({ types, wanted, stores, from, until }: ReportFilter, report: ReportJob): boolean =>
  types.includes(report.request.reportType) &&
  (wanted.length === 0 || wanted.includes(report.status)) &&
  (stores.length === 0 || report.request.marketplaceIds.some((id) => stores.includes(id))) &&
  report.createdAt >= from &&
  report.createdAt <= until;

const names = ['reportTypes', 'processingStatuses', 'marketplaceIds', 'createdSince', 'createdUntil', 'pageSize'];

const getReports = (call: AmazonCall): Reply => {
  const search = searchOf(call);
  const filter = filterOf(search, call.now);
  const rows = call.world.reports.ofSeller(call.seller).filter((report) => isWanted(filter, report));
  const list = { rows, size: filter.size, tokenName: 'nextToken', freeNames: names, note: search.toString() };
  const page = pageOf(call, list);
  return respond(200, { reports: page.rows.map(toWire), nextToken: page.nextToken });
};

const cancelReport = (call: AmazonCall): Reply => {
  const report = requireReport(call);
  if (report.status !== 'IN_QUEUE') throw invalidInput('Only reports with processingStatus IN_QUEUE can be cancelled.');
  call.world.reports.cancel(report, call.now);
  return { status: 200, body: '', error: '' };
};

/** The restricted token was made for exactly this document, or the document needs none. */
const requireAccess = ({ world, token }: AmazonCall, reportType: string | undefined): void => {
  if (world.app.restrictedReportTypes.has(reportType ?? '') && token.grant.kind !== 'restricted') throw denied('');
};

const getReportDocument = (call: AmazonCall): Reply => {
  const { world, seller, request, now } = call;
  const document = world.documents.find(parameterOf(call, 'reportDocumentId'));
  if (document?.sellerId !== seller.sellerId || document.reportType === undefined) throw notFound('The document was not found.');
  requireAccess(call, document.reportType);
  const encoding = request.query.get('enableContentEncodingUrlHeader') === 'true' ? 'declared' : 'identity';
  return respond(200, {
    reportDocumentId: document.id,
    compressionAlgorithm: document.isGzip ? 'GZIP' : undefined,
    url: world.documents.downloadUrl(document, now, encoding),
  });
};

const slow = { perSecond: 0.0222, burst: 10 };

export const reportEndpoints: readonly Endpoint[] = [
  {
    operation: 'createReport',
    method: 'POST',
    path: `${folder}/reports`,
    rate: { perSecond: 0.0167, burst: 15 },
    answer: createReport,
  },
  { operation: 'getReports', method: 'GET', path: `${folder}/reports`, rate: slow, answer: getReports },
  {
    operation: 'getReport',
    method: 'GET',
    path: `${folder}/reports/{reportId}`,
    rate: { perSecond: 2, burst: 15 },
    answer: (call) => respond(200, toWire(requireReport(call))),
  },
  { operation: 'cancelReport', method: 'DELETE', path: `${folder}/reports/{reportId}`, rate: slow, answer: cancelReport },
  {
    operation: 'getReportDocument',
    method: 'GET',
    path: `${folder}/documents/{reportDocumentId}`,
    rate: { perSecond: 0.0167, burst: 15 },
    answer: getReportDocument,
  },
];
