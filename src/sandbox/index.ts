export type {
  AliExpressAccount,
  AliExpressCaseSnapshot,
  AliExpressSandbox,
  AliExpressSolutionSnapshot,
  AliExpressTokens,
} from './aliexpress/aliexpress-sandbox.js';
export type { AliExpressQuotaSettings } from './aliexpress/quotas.js';
export type { SellerName } from './aliexpress/sellers.js';
export type { AliExpressSandboxSettings, AppKind } from './aliexpress/settings.js';
export type {
  AmazonAccount,
  AmazonCaseSnapshot,
  AmazonFulfillmentOrder,
  AmazonMessage,
  AmazonMoneyEvent,
  AmazonSandbox,
} from './amazon/amazon-sandbox.js';
export type { MoneyEventKind } from './amazon/money-book.js';
export type { RateSettings } from './amazon/quotas.js';
export type { AmazonRegion } from './amazon/sellers.js';
export type { AmazonSandboxSettings, DocumentCompression, ReportColumns } from './amazon/settings.js';
export { createOffsetClock, type OffsetClock } from './clock/offset-clock.js';
export type { SandboxClock } from './clock/sandbox-clock.js';
export { createVirtualClock, type VirtualClock, type VirtualClockOptions } from './clock/virtual-clock.js';
export { createSandbox, type Sandbox, type SandboxOptions } from './create-sandbox.js';
export { sandboxMarketplaces, type MarketplaceHandles, type MarketplaceSettings, type SandboxMarketplace } from './emulators.js';
export type { FaultBoard, FaultTarget } from './faults/fault-board.js';
export { faultKinds, type FaultKind, type FaultRule } from './faults/fault-rule.js';
export type { Ledger, LedgerEntry } from './ledger.js';
export type { LoggedRequest } from './request-log.js';
export { SandboxInputError } from './sandbox-input-error.js';
export type { SuccessWords } from './shopee/envelope.js';
export type { PushRecord } from './shopee/pushes.js';
export type { QuotaSettings } from './shopee/quotas.js';
export type { ReturnStatus } from './shopee/record.js';
export type { ShopeeRegion } from './shopee/regions.js';
export type { ShopeeSandboxSettings } from './shopee/settings.js';
export type { ShopeeAccount, ShopeeCaseSnapshot, ShopeeSandbox } from './shopee/shopee-sandbox.js';
