import type { Shop } from './shops.js';

/** Unix seconds, as Shopee counts time; 0 where a moment has not come. */
export type Seconds = number;

/** The status of a return as Shopee's wire has it. */
export type ReturnStatus = 'REQUESTED' | 'PROCESSING' | 'ACCEPTED' | 'SELLER_DISPUTE' | 'JUDGING' | 'CLOSED' | 'CANCELLED';
export type NegotiationStatus = '' | 'PENDING_RESPOND' | 'PENDING_BUYER_RESPOND' | 'TERMINATED';
export type ProofStatus = '' | 'NOT_NEEDED' | 'PENDING' | 'UPLOADED' | 'OVERDUE';
/** Without the prefix COMPENSATION_, which the wire sometimes has. */
export type CompensationStatus =
  | 'NOT_APPLICABLE'
  | 'INITIAL_STAGE'
  | 'PENDING_REQUEST'
  | 'NOT_REQUIRED'
  | 'REQUESTED'
  | 'APPROVED'
  | 'REJECTED'
  | 'CANCELLED'
  | 'NOT_ELIGIBLE';
export type Solution = 'RETURN_REFUND' | 'REFUND';
export type Validation = 'seller_validation' | 'warehouse_validation';
/** 0: normal. 1: raised while the parcel was on its way to the buyer. 2: refused at the door. */
export type RequestType = 0 | 1 | 2;

export interface Item {
  readonly itemId: number;
  readonly modelId: number;
  readonly name: string;
  readonly sku: string;
  readonly variationSku: string;
  readonly quantity: number;
  readonly priceMinor: number;
  readonly refundMinor: number;
}

export interface Buyer {
  readonly userId: number;
  readonly username: string;
  readonly email: string;
  readonly portrait: string;
}

export interface TrackingEvent {
  readonly at: Seconds;
  readonly text: string;
}

export interface Parcel {
  status: string;
  updatedAt: Seconds;
  trackingNumber: string;
  readonly events: TrackingEvent[];
}

export interface Photo {
  readonly url: string;
  readonly thumbnail: string;
}

export interface Dispute {
  readonly reasonId: number;
  readonly text: string;
  readonly raisedAt: Seconds;
  /** `compensation`: raised after the refund, to be paid by Shopee; only this one can be cancelled. */
  readonly kind: 'normal' | 'compensation';
  readonly photos: readonly Photo[];
}

/** What the buyer, the carriers and Shopee will do, decided when the case is made, so that the seed decides the story. */
export interface Script {
  /** After the request; `undefined`: the buyer does not withdraw. */
  readonly withdrawsAfterInHours: number | undefined;
  readonly answersOffer: 'accepts' | 'counters' | 'ignores';
  readonly answersAfterInHours: number;
  /** After the return was agreed; `undefined`: the buyer never ships. */
  readonly shipsAfterInHours: number | undefined;
  readonly transitInHours: number;
  readonly parcel: 'delivered' | 'pickup-retried' | 'pickup-failed' | 'delivery-failed' | 'lost';
  readonly reviewAfterInHours: number;
  readonly evidenceAsked: boolean;
  readonly ruling: 'seller' | 'buyer';
  readonly rulingAfterInHours: number;
  /** Whether the seller may ask Shopee for money after a refund. */
  readonly compensationOffered: boolean;
  readonly compensationRuling: 'APPROVED' | 'REJECTED';
  readonly warehouseAction: 1 | 2 | 7;
}

/** Deviations of one case's wire form, each seen on real shops or in the reference's own samples. */
export interface Quirks {
  readonly compensationPrefixed: boolean;
  readonly reverseLogisticsSpelling: 'logistics' | 'logistic';
  readonly absentDeadline: 0 | null;
  readonly absentStatus: '' | null;
  readonly disputeReasonForm: 'texts' | 'number';
  readonly disputeReasonIdForm: 'number' | 'text';
  readonly compensationListForm: 'array' | 'object';
  /** Rows as older shops get them: without the fields added since 2025-09. */
  readonly isOldShape: boolean;
  readonly hasExtraFields: boolean;
  /** `return_seller_due_date` is filled with an estimate before the parcel has arrived. */
  readonly estimatesSellerDue: boolean;
  readonly hasBundle: boolean;
}

/** What the buyer asked for and under which rules: fixed when the request is filed. */
export interface Claim {
  readonly orderedAt: Seconds;
  readonly reason: string;
  readonly textReason: string;
  readonly reassessedReason: string;
  readonly images: readonly string[];
  readonly buyer: Buyer;
  readonly items: readonly Item[];
  readonly currency: string;
  readonly beforeDiscountMinor: number;
  readonly requestedMinor: number;
  readonly requestType: RequestType;
  readonly validation: Validation;
  readonly refundType: 'RRBOC' | 'RRAOC';
  readonly isIntegrated: boolean;
  /** The seller fetches the parcel and has to prove it (TW and BR). */
  readonly isSellerArranged: boolean;
  /** Shopee refuses the seller's own refund for some requests after completion. */
  readonly isSellerRefundBarred: boolean;
  readonly awaitsBuyerEvidence: boolean;
}

/** One return, as the emulated Shopee keeps it. Mutable: its life happens to it. */
export interface ReturnRecord {
  readonly returnSn: string;
  readonly orderSn: string;
  readonly shop: Shop;
  readonly scenario: string;
  readonly claim: Claim;
  readonly script: Script;
  readonly quirks: Quirks;
  readonly createdAt: Seconds;
  updatedAt: Seconds;
  status: ReturnStatus;
  solution: Solution;
  /** What the buyer gets, or got; an offer changes it. */
  refundMinor: number;
  /** What the buyer has been paid so far. */
  paidMinor: number;
  dueAt: Seconds;
  shipDueAt: Seconds;
  sellerDueAt: Seconds;
  processingSince: Seconds;
  deliveredAt: Seconds;
  acceptedAt: Seconds;
  judgingSince: Seconds;
  readonly negotiation: {
    status: NegotiationStatus;
    solution: Solution | '';
    amountMinor: number;
    creator: '' | 'buyer' | 'seller';
    countersLeft: number;
    offeredAt: Seconds;
    dueAt: Seconds;
  };
  readonly proof: { status: ProofStatus; dueAt: Seconds; photos: readonly Photo[]; description: string };
  readonly compensation: { status: CompensationStatus; dueAt: Seconds; requestedAt: Seconds; amountMinor: number };
  readonly parcel: Parcel;
  /** From the warehouse on to the seller. */
  readonly onwardParcel: Parcel;
  warehouse: { arrival: 1 | 2 | 3 | 4; action: 1 | 2 | 7 | undefined } | undefined;
  dispute: Dispute | undefined;
  isShippingProofUploaded: boolean;
  /** Counts changes: prepared bytes and planned events of an older revision are void. */
  revision: number;
}
