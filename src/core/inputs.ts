import type { OfferId } from './ids.js';
import type { Money } from './money.js';
import type { Reason } from './reason.js';
import type { Instant } from './time.js';
import type { CasePhase, Goods, Remedy } from './vocabulary.js';

/** What the caller saw and agrees to. If the marketplace would now do something else, nothing is sent and `ConflictError` is raised. */
export interface Acceptance {
  readonly expected: { readonly remedy: Remedy; readonly amount?: Money; readonly goods: Goods };
  /** The marketplace's id of the seller's return address, where a return needs one. */
  readonly returnAddress?: string;
}

/** The seller's own proposal. */
export interface Offer {
  readonly remedy: Remedy;
  readonly goods: Goods;
  /** Absent: the full amount, where the marketplace fixes it. */
  readonly amount?: Money;
  /** The buyer's proposal that this answers, on marketplaces where a refusal is a counter-proposal. */
  readonly answering?: OfferId;
  readonly returnAddress?: string;
  readonly text?: string;
}

/** A proposal to accept, with what the caller saw in it: a proposal that has changed raises `ConflictError` and nothing is sent. */
export interface OfferChoice {
  readonly offer: OfferId;
  readonly expected: { readonly remedy: Remedy; readonly amount?: Money };
  readonly returnAddress?: string;
}

/** A picture or document to show, by address or by content. */
export type EvidenceFile =
  | { readonly url: string; readonly thumbnail?: string }
  | { readonly content: Uint8Array; readonly contentType: string; readonly fileName?: string };

/** What a rejection must carry to be heard; the texts are the marketplace's and are sent back exactly as given. */
export interface EvidenceRequirement {
  readonly id: string;
  readonly text: string;
  readonly isRequired: boolean;
  readonly maxFiles: number;
}

/** A ground on which this case can be contested now, with what it must be supported by. The texts are the marketplace's own. */
export interface RejectionReason {
  readonly id: string;
  readonly text?: string;
  readonly requirements: readonly EvidenceRequirement[];
  /** Present when this reason cannot be raised by API; says why and what to do instead. */
  readonly notPossible?: string;
}

/** The seller's answer to a request it contests: one of the marketplace's reasons, with its evidence. The marketplace then judges. */
export interface Rejection {
  /** The id of one of `rejectionReasons`. */
  readonly reason: string;
  readonly text?: string;
  /** Files by the id of the requirement they answer. */
  readonly evidence?: readonly { readonly requirement: string; readonly files: readonly EvidenceFile[] }[];
  /** Recorded by the marketplace as who acted; the adapter's setting is used when absent. */
  readonly operatorEmail?: string;
}

/** Which part of a payment goes back. `restocking-fee` is kept by the seller and is given as a positive amount. */
export const refundComponents = [
  'item',
  'tax',
  'shipping',
  'shipping-tax',
  'gift-wrap',
  'restocking-fee',
  'return-shipping',
  'other',
] as const;
/** A part of what the buyer paid, or of what the seller keeps back of it. */
export type RefundComponent = (typeof refundComponents)[number];

/** Money back outside a buyer's proposal. Moves money and cannot be undone. */
export interface Refund {
  readonly reason: Reason;
  readonly lines: readonly {
    readonly itemId: string;
    readonly quantity?: number;
    readonly parts: readonly { readonly component: RefundComponent; readonly amount: Money }[];
  }[];
  readonly text?: string;
}

/** Files and words that support the seller's side. What was submitted cannot be taken back through this library. */
export interface Evidence {
  readonly files: readonly EvidenceFile[];
  readonly text?: string;
  /** The requirement answered, where the marketplace names several. */
  readonly requirement?: string;
}

/** A message to the buyer of a case. What was sent cannot be taken back through this library. */
export interface BuyerMessage {
  readonly text: string;
  /** The marketplace's kind of message, where it allows only some kinds. */
  readonly kind?: string;
  readonly attachments?: readonly EvidenceFile[];
}

/** Which cases to list. Without bounds: open cases and the last 60 days. Bounds are inclusive. */
export interface CaseQuery {
  readonly openedFrom?: Instant;
  readonly openedUntil?: Instant;
  readonly updatedFrom?: Instant;
  readonly updatedUntil?: Instant;
  readonly phase?: CasePhase;
  readonly open?: boolean;
}

/** What every call takes: how to end it, how long an answer may take, and whether to keep the answer as it came. */
export interface CallOptions {
  /** Ends the call with `AbortedError`; a write whose sending had begun ends as `uncertain` instead. */
  readonly signal?: AbortSignal;
  /** For each attempt on the wire. */
  readonly timeoutInMs?: number;
  /** Keeps the marketplace's own answer on `raw`. */
  readonly includeRaw?: boolean;
}
