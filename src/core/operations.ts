import type { Receipt, Settlement, WriteAttempt, WriteOptions } from './attempt.js';
import type { Case, CaseSummary, ShipmentStatus } from './case.js';
import type { CaseId } from './ids.js';
import type {
  Acceptance,
  BuyerMessage,
  CallOptions,
  CaseQuery,
  Evidence,
  Offer,
  OfferChoice,
  Refund,
  Rejection,
  RejectionReason,
} from './inputs.js';
import type { Order } from './order.js';
import type { Pages } from './pages.js';
import type { Instant } from './time.js';
import type { Translated } from './translated.js';

/** One thing told of a parcel. `description` is the carrier's own text and may hold a name or an address: do not log it. */
export interface TrackingEvent {
  readonly at: Instant;
  readonly description: string;
  readonly status: Translated<ShipmentStatus>;
  readonly direction: 'outbound' | 'return' | 'to-seller';
  readonly trackingNumber?: string;
}

/**
 * Everything an adapter may offer on cases. An adapter has exactly the methods its marketplace can do: the methods present are the capability table.
 * Every write reads the case again first and raises `ConflictError` when it is no longer what the caller saw.
 */
export interface CaseOperations {
  /** Reads summaries, lazily page by page. Order is not promised. */
  readonly list: (query?: CaseQuery, options?: CallOptions) => Pages<CaseSummary>;
  readonly get: (id: CaseId, options?: CallOptions) => Promise<Case>;
  /** Agrees to what the buyer asks, exactly as `expected`. Moves money where the action's `effect` says so, and cannot be undone. */
  readonly accept: (id: CaseId, acceptance: Acceptance, options?: WriteOptions) => Promise<Receipt>;
  /** Proposes another solution. Binding once the buyer takes it. */
  readonly offer: (id: CaseId, offer: Offer, options?: WriteOptions) => Promise<Receipt>;
  /** Takes a proposal of the buyer or the marketplace. Moves money and cannot be undone. */
  readonly acceptOffer: (id: CaseId, choice: OfferChoice, options?: WriteOptions) => Promise<Receipt>;
  /** The reasons a rejection may give now, and the evidence each demands. */
  readonly rejectionReasons: (id: CaseId, options?: CallOptions) => Promise<readonly RejectionReason[]>;
  /** Contests the case; the marketplace judges. */
  readonly reject: (id: CaseId, rejection: Rejection, options?: WriteOptions) => Promise<Receipt>;
  /** Takes a rejection back. */
  readonly withdrawRejection: (id: CaseId, options?: WriteOptions) => Promise<Receipt>;
  /** Pays back outside a buyer's proposal. Moves money and cannot be undone. */
  readonly refund: (id: CaseId, refund: Refund, options?: WriteOptions) => Promise<Receipt>;
  readonly submitEvidence: (id: CaseId, evidence: Evidence, options?: WriteOptions) => Promise<Receipt>;
  readonly message: (id: CaseId, message: BuyerMessage, options?: WriteOptions) => Promise<Receipt>;
  readonly track: (id: CaseId, options?: CallOptions) => Promise<readonly TrackingEvent[]>;
  /** Finds out what became of a write. Reads only; safe to call any number of times. */
  readonly settle: (attempt: WriteAttempt, options?: CallOptions) => Promise<Settlement>;
}

/** An operation on cases, by the name of its method: what `supports`, `requireOperation`, capability tables and errors speak of. */
export type OperationName = keyof CaseOperations;

/** All operations in the order in which tables show them. */
export const operationNames = [
  'list',
  'get',
  'accept',
  'offer',
  'acceptOffer',
  'rejectionReasons',
  'reject',
  'withdrawRejection',
  'refund',
  'submitEvidence',
  'message',
  'track',
  'settle',
] as const satisfies readonly OperationName[];

/** Operations that change something at the marketplace. */
export const writeOperations = [
  'accept',
  'offer',
  'acceptOffer',
  'reject',
  'withdrawRejection',
  'refund',
  'submitEvidence',
  'message',
] as const satisfies readonly OperationName[];
/** An operation that changes something at the marketplace. It is sent at most once: an unknown end is settled, not sent again. */
export type WriteOperationName = (typeof writeOperations)[number];

/** Reading the sale behind a case. Every adapter has it. */
export interface OrderOperations {
  readonly get: (orderId: string, options?: CallOptions) => Promise<Order>;
}
