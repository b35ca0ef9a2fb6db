import type { QuotaPolicy, QuotaRate, StatedLimits } from '../../transport/quota.js';
import { amazonSandboxHosts } from './hosts.js';

const rate = (ratePerSecond: number, burst: number): QuotaRate => ({ ratePerSecond, burst });

/**
 * The published usage plans, by operation (https://developer-docs.amazon.com/sp-api/docs/usage-plans-and-rate-limits). They are where
 * an adapter starts: Amazon gives each seller rates of its own and states them in its answers.
 */
export const publishedRates: Readonly<Record<string, QuotaRate>> = {
  'externalReturns.listReturns': rate(10, 20),
  'externalReturns.getReturn': rate(10, 20),
  'orders.getOrder': rate(0.5, 30),
  'reports.createReport': rate(0.0167, 15),
  'reports.getReports': rate(0.0222, 10),
  'reports.getReport': rate(2, 15),
  'reports.cancelReport': rate(0.0222, 10),
  'reports.getReportDocument': rate(0.0167, 15),
  'feeds.createFeedDocument': rate(0.5, 15),
  'feeds.createFeed': rate(0.0083, 15),
  'feeds.getFeed': rate(2, 15),
  'feeds.cancelFeed': rate(2, 15),
  'feeds.getFeeds': rate(0.0222, 10),
  'feeds.getFeedDocument': rate(0.0222, 10),
  'finances.listFinancialEvents': rate(0.5, 30),
  'finances.listFinancialEventsByOrderId': rate(0.5, 30),
  'finances.listTransactions': rate(0.5, 10),
  'uploads.createUploadDestination': rate(10, 10),
  'tokens.createRestrictedDataToken': rate(1, 10),
  'outbound.listReturnReasonCodes': rate(2, 30),
  'outbound.createFulfillmentReturn': rate(2, 30),
  'outbound.getFulfillmentOrder': rate(2, 30),
};

/** Each kind of message is an operation with a plan of its own, all the same. */
const messagingRate = rate(1, 5);

/** Amazon's test hosts grant every operation the same. */
const testRate = rate(5, 15);

/** On throttled and unauthenticated answers the header is not to be expected, and what stands there is not this operation's. */
const isTrusted = (status: number): boolean => (status >= 200 && status < 300) || status === 400 || status === 404;

/** The rate that an answer states for its operation. */
export const learnRate = ({ status, headers }: StatedLimits): Partial<QuotaRate> | undefined => {
  const stated = headers['x-amzn-ratelimit-limit'];
  if (stated === undefined || !isTrusted(status)) return undefined;
  const ratePerSecond = Number(stated);
  return Number.isFinite(ratePerSecond) && ratePerSecond > 0 ? { ratePerSecond } : undefined;
};

export const quotasFor = (baseUrl: string): QuotaPolicy =>
  Object.values(amazonSandboxHosts).includes(baseUrl)
    ? { otherwise: testRate, learn: learnRate }
    : { rates: publishedRates, otherwise: messagingRate, learn: learnRate };
