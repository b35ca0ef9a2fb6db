/**
 * Amazon: returns, claims, refunds and messages of one seller through the Selling Partner API.
 * @packageDocumentation
 */
export { createAmazonAdapter, type AmazonAdapter } from './adapter.js';
export { exchangeAmazonCode, type AmazonApplication, type AmazonCode } from './auth.js';
export { amazonAuthorizationUrl, type AmazonAuthorization } from './authorization-url.js';
export { amazonHosts, amazonSandboxHosts, type AmazonRegion } from './hosts.js';
export { amazonMarketplaces, type AmazonMarketplace } from './marketplaces.js';
export type {
  AmazonFulfillmentReturnCalls,
  AmazonFulfillmentReturnItem,
  AmazonFulfillmentReturns,
  AmazonReturnReason,
} from './native/fulfillment-returns.js';
export type { AmazonNative } from './native/index.js';
export type { AmazonMessages, AmazonWarranty } from './native/messages.js';
export type { AmazonRefresh } from './native/refresh.js';
export type { AmazonReport, AmazonReports } from './native/reports.js';
export type { AmazonAnswer, AmazonRequest } from './native/request.js';
export type {
  DecimalText,
  FbaReimbursementRow,
  FbaReturnRow,
  ReportTime,
  RowBatch,
  RowFailure,
  SafeTColumns,
  SellerReturnRow,
  SellerReturnSource,
} from './reports/rows.js';
export type { AmazonSettings } from './settings.js';
export type { AmazonSource } from './sources/sources.js';
export type { AmazonApplicationName } from './user-agent.js';
