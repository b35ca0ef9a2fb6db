/**
 * One typed interface over the return and dispute APIs of marketplaces. Adapters live in `aftersale/marketplaces/*`,
 * the policy engine in `aftersale/policy`.
 * @packageDocumentation
 */
export { createClient, type Client } from './core/client/create-client.js';
export { parseCheckpoint, type AccountCheckpoint, type Checkpoint } from './core/client/checkpoint.js';
export type { Hydrated, HydrateOptions } from './core/client/hydrate.js';
export { nextSellerDeadline, type Inbox, type InboxEntry, type InboxOptions } from './core/client/inbox.js';
export type { ListOptions } from './core/client/list.js';
export type { Accounts, ClientSettings, DeadlineSource, OnFailure } from './core/client/ports.js';
export type { CaseChange, CaseMerged, WatchOptions } from './core/client/watch.js';

export { defineAdapter, type Absence, type DefinedAdapter, type MarketplaceAdapter } from './core/adapter.js';
export { capabilitiesOf, requireOperation, supports, type Capabilities, type Capability } from './core/capabilities.js';
export {
  operationNames,
  writeOperations,
  type CaseOperations,
  type OperationName,
  type OrderOperations,
  type TrackingEvent,
  type WriteOperationName,
} from './core/operations.js';

export type { ActionRequirement, AvailableAction, OfferConstraint } from './core/action.js';
export type { PlainJson, Receipt, Settlement, WriteAttempt, WriteOptions } from './core/attempt.js';
export {
  fingerprintOf,
  type Case,
  type CaseEvidence,
  type CaseItem,
  type CaseOffer,
  type CaseRefund,
  type CaseShipment,
  type CaseSummary,
  type EvidenceKind,
  type RawSource,
  type ShipmentStatus,
} from './core/case.js';
export { createMemoryCaseIndex, type CaseIndex, type CaseIndexEntry } from './core/case-index.js';
export { createMemoryCaseStore, type CaseStore, type MarkChange, type ObservedGroup } from './core/case-store.js';
export type { Deadline } from './core/deadline.js';
export {
  isCaseId,
  parseCaseId,
  toCaseId,
  toOfferId,
  type CaseId,
  type CaseIdParts,
  type Environment,
  type OfferId,
} from './core/ids.js';
export type {
  Acceptance,
  BuyerMessage,
  CallOptions,
  CaseQuery,
  Evidence,
  EvidenceFile,
  EvidenceRequirement,
  Offer,
  OfferChoice,
  Refund,
  RefundComponent,
  Rejection,
  RejectionReason,
} from './core/inputs.js';
export { parseLosslessly, stringifyLosslessly } from './core/lossless-json.js';
export {
  addMoney,
  compareMoney,
  exponentOf,
  formatMoney,
  isSameMoney,
  money,
  subtractMoney,
  toDecimal,
  toMoney,
  type Money,
  type Rounding,
} from './core/money.js';
export { changedAt, firstSeenAt, joinKept, toKept, type KeptObservation, type Observation } from './core/observation.js';
export type { Order, OrderItem, OrderParcel, OrderStatus } from './core/order.js';
export { createPages, type Page, type PageReader, type Pages } from './core/pages.js';
export type { PushEvent, PushOperations, PushRequest } from './core/push.js';
export { definitionOf, isReason, type Reason, type ReasonClass, type ReasonDefinition } from './core/reason.js';
export {
  epochMsOf,
  isCivilDate,
  isInstant,
  toCivilDate,
  toInstant,
  type CivilDate,
  type Clock,
  type Instant,
} from './core/time.js';
export { translate, type Translated } from './core/translated.js';
export type {
  CaseKind,
  CasePhase,
  Duty,
  Goods,
  OnMiss,
  Outcome,
  Party,
  Payer,
  Programme,
  Remedy,
  WaitingOn,
} from './core/vocabulary.js';

export {
  ApiError,
  AuthenticationError,
  ConflictError,
  DeadlinePassedError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  RejectedError,
  UnavailableError,
  type ApiErrorContext,
} from './core/errors/api-errors.js';
export { ConfigurationError, InvalidInputError, UnsupportedOperationError, type Issue } from './core/errors/caller-errors.js';
export { MarketplaceError, type ErrorContext, type MarketplaceErrorCode } from './core/errors/marketplace-error.js';
export { AbortedError, ConnectionError, TimeoutError } from './core/errors/network-errors.js';
export { PushRejectedError, type PushRejection } from './core/errors/push-errors.js';
export { PartialFailureError, UnexpectedResponseError, type Failure } from './core/errors/response-errors.js';

export type { ConnectionAgent } from './transport/agents.js';
export { systemClock } from './transport/clock.js';
export type { Drift, OnDrift } from './transport/drift.js';
export { createFileCaseStore } from './transport/file-case-store.js';
export { createFileCaseIndex, createFileTokenStore } from './transport/file-stores.js';
export {
  HttpFailure,
  type HttpClient,
  type HttpFailureKind,
  type HttpHeaders,
  type HttpOptions,
  type HttpRequest,
  type HttpResponse,
} from './transport/http-client.js';
export type { Log } from './transport/log.js';
export type { CommonSettings } from './transport/settings.js';
export { createMemoryTokenStore, type Tokens, type TokenStore } from './transport/tokens.js';
