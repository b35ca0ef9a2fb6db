import type { AvailableAction, OfferConstraint } from './action.js';
import type { Deadline } from './deadline.js';
import type { CaseId, OfferId } from './ids.js';
import type { Money } from './money.js';
import type { Reason } from './reason.js';
import type { Instant } from './time.js';
import type { Translated } from './translated.js';
import type { CaseKind, CasePhase, Goods, Outcome, Party, Payer, Programme, Remedy, WaitingOn } from './vocabulary.js';

/** One line of the order that the case asks about, with the units asked back and not those that were bought. */
export interface CaseItem {
  /** The marketplace's id of the line or listing. */
  readonly id: string;
  readonly sku?: string;
  readonly name?: string;
  /** Units asked back. */
  readonly quantity: number;
  /** Per unit, as paid. */
  readonly price?: Money;
  /** What the marketplace would refund for this line. */
  readonly refund?: Money;
}

/** What a list of cases can know. A field that a list cannot know is absent, never empty: `hydrate` reads the rest. */
export interface CaseSummary {
  readonly id: CaseId;
  /** Other ids of the same case, where it was put together from several sources; `get` takes each of them. */
  readonly aliases?: readonly CaseId[];
  /** The seller's id at the marketplace. */
  readonly account: string;
  readonly marketplace: string;
  readonly kind: CaseKind;
  readonly phase: CasePhase;
  readonly waitingOn: WaitingOn;
  readonly outcome?: Outcome;
  /** Each raw status word by its axis, as the marketplace sent it: `{ status: 'REQUESTED', negotiation: '' }`. */
  readonly native: Readonly<Record<string, string>>;
  readonly reason: Translated<Reason>;
  readonly order: { readonly id: string; readonly placedAt?: Instant };
  readonly items: readonly CaseItem[];
  readonly requested: { readonly remedy: Remedy; readonly amount?: Money; readonly goods?: Goods };
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  readonly deadlines?: readonly Deadline[];
  /** ISO 3166 country of the marketplace's site. */
  readonly site?: string;
  readonly programme?: Programme;
}

/** One proposal in the negotiation, oldest first in `Case.offers`. */
export interface CaseOffer {
  readonly id: OfferId;
  readonly by: Party;
  readonly remedy: Remedy;
  readonly goods?: Goods;
  readonly amount?: Money;
  readonly constraint?: OfferConstraint;
  readonly state: 'open' | 'accepted' | 'refused' | 'replaced' | 'expired' | 'unknown';
  readonly madeAt?: Instant;
  readonly answerBy?: Instant;
  readonly returnPayer?: Payer;
  /** The marketplace's own word for the solution. */
  readonly native: string;
}

export const evidenceKinds = ['photo', 'video', 'text', 'document', 'tracking', 'other'] as const;
/** In which form a party showed something; `other` for a form of the marketplace without a word here. */
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Something a party showed. Addresses and texts are the buyer's personal data: do not log them. */
export interface CaseEvidence {
  readonly kind: EvidenceKind;
  readonly from: Party;
  readonly url?: string;
  readonly text?: string;
  readonly at?: Instant;
}

export const shipmentStatuses = [
  'not-started',
  'awaiting-arrangement',
  'ready',
  'label-created',
  'pickup-failed',
  'in-transit',
  'held',
  'out-for-delivery',
  'delivery-failed',
  'delivered',
  'returned-to-sender',
  'lost',
  'cancelled',
] as const;
/** Where a parcel is, in one vocabulary for all marketplaces and carriers. */
export type ShipmentStatus = (typeof shipmentStatuses)[number];

/** A parcel of this case; `return` goes from the buyer to the seller or the marketplace's warehouse. */
export interface CaseShipment {
  readonly direction: 'outbound' | 'return' | 'replacement' | 'to-seller';
  readonly status: Translated<ShipmentStatus>;
  readonly trackingNumber?: string;
  readonly carrier?: string;
  readonly shippedAt?: Instant;
  readonly deliveredAt?: Instant;
  readonly estimatedDeliveryAt?: Instant;
  readonly payer?: Payer;
}

/** One repayment that the marketplace tells of. Only `paid` means that money has moved. */
export interface CaseRefund {
  readonly amount: Money;
  /** `agreed`: promised or being executed. `paid`: the marketplace reports it as done. */
  readonly state: 'agreed' | 'paid' | 'failed' | 'unknown';
  readonly to: Party;
  readonly at?: Instant;
  readonly native?: string;
}

/** The marketplace's own answer, only read on request and left out when the case is printed or serialised. */
export interface RawSource {
  readonly source: string;
  readonly readAt: Instant;
  readonly body: unknown;
}

/** One after-sales case in full. */
export interface Case extends CaseSummary {
  readonly deadlines: readonly Deadline[];
  readonly actions: readonly AvailableAction[];
  readonly offers: readonly CaseOffer[];
  readonly evidence: readonly CaseEvidence[];
  readonly shipments: readonly CaseShipment[];
  readonly refunds: readonly CaseRefund[];
  /** ISO 3166 country the buyer's goods come back from, where the marketplace says it. */
  readonly buyer?: { readonly country?: string };
  /** Present only with `{ includeRaw: true }`; not enumerable. */
  readonly raw?: readonly RawSource[];
}

/** Puts the raw sources on a case so that logging, copying or serialising it leaves them out. */
export const withRaw = (found: Case, raw: readonly RawSource[]): Case =>
  Object.defineProperty({ ...found }, 'raw', { value: raw, enumerable: false });

/**
 * A short text that changes when anything the seller decides on changes: statuses, offers, requested amount.
 * Two reads with equal fingerprints show the same case; times of reading and derived fields do not count.
 */
export const fingerprintOf = (found: CaseSummary & { readonly offers?: readonly CaseOffer[] }): string => {
  const statuses = Object.keys(found.native)
    .sort()
    .map((axis) => `${axis}=${found.native[axis] ?? ''}`);
  const amount = found.requested.amount === undefined ? '' : `${found.requested.amount.minor}${found.requested.amount.currency}`;
  const offers = (found.offers ?? []).map(({ id, state, amount: offered }) => `${id}:${state}:${offered?.minor ?? ''}`);
  return ['v1', ...statuses, `requested=${found.requested.remedy}:${amount}`, ...offers].join('|');
};
