import type { Reply } from '../../exchange.js';
import type { JsonObject } from '../../json.js';
import { denied, invalidInput, notFound } from '../refusal.js';
import type { ReportJob } from '../reports/process-report.js';
import { reportTypeNames, reportTypeOf } from '../reports/report-types.js';
import type { AmazonCall, Endpoint } from '../world.js';
import { bodyOf, instantOf, parameterOf, requireMarketplaces, respond, textOf, textsOf, toOffsetTime } from './input.js';
import { answerDocument, cancelJob, listJobs, progressOf } from './jobs.js';

const folder = '/reports/2021-06-30';

const toWire = (report: ReportJob): JsonObject => ({
  ...progressOf(report),
  reportId: report.id,
  reportType: report.request.reportType,
  dataStartTime: toOffsetTime(report.request.from),
  dataEndTime: toOffsetTime(report.request.until),
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

const getReports = (call: AmazonCall): Reply => {
  const { reports: book } = call.world;
  const list = { book, typesName: 'reportTypes', typeOf: ({ reportType }: ReportJob['request']) => reportType, toWire };
  const { jobs, nextToken } = listJobs(call, list);
  return respond(200, { reports: jobs, nextToken });
};

const cancelReport = (call: AmazonCall): Reply =>
  cancelJob(call, { book: call.world.reports, job: requireReport(call), what: 'reports' });

/** The restricted token was made for exactly this document, or the document needs none. */
const requireAccess = ({ world, token }: AmazonCall, reportType: string | undefined): void => {
  if (world.app.restrictedReportTypes.has(reportType ?? '') && token.grant.kind !== 'restricted') throw denied('');
};

const getReportDocument = (call: AmazonCall): Reply => {
  const document = call.world.documents.find(parameterOf(call, 'reportDocumentId'));
  if (document?.sellerId !== call.seller.sellerId || document.reportType === undefined)
    throw notFound('The document was not found.');
  requireAccess(call, document.reportType);
  return answerDocument(call, document, 'reportDocumentId');
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
