/**
 * AliExpress: refunds, returns and disputes of one seller through the Open Platform.
 * @packageDocumentation
 */
export { createAliExpressAdapter, type AliExpressAdapter } from './adapter.js';
export { exchangeAliExpressCode, type AliExpressApplication, type AliExpressGrant } from './auth.js';
export { aliExpressAuthorizationUrl, type AliExpressAuthorization } from './authorization-url.js';
export { aliExpressHost } from './hosts.js';
export type { AliExpressCaseSummary } from './mappers/summary.js';
export type { AliExpressNative, AliExpressReverse } from './native/index.js';
export type { AliExpressReturnAddress } from './native/addresses.js';
export type { AliExpressEvaluation } from './native/evaluations.js';
export type { AliExpressOrderPage, AliExpressOrderRow } from './native/orders.js';
export type { AliExpressAnswer, AliExpressRequest } from './native/request.js';
export type { AliExpressReverseLine, AliExpressReverseOrder, AliExpressReverseReason } from './native/reverse.js';
export type { AliExpressSettings } from './settings.js';
