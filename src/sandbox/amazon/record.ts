import type { Marketplace, Seller } from './sellers.js';

/** One line of an order. Amounts are totals of the whole quantity, in minor units. */
export interface OrderItem {
  readonly orderItemId: string;
  readonly sku: string;
  readonly asin: string;
  readonly title: string;
  readonly category: string;
  readonly quantity: number;
  /** What the buyer paid, by the component names of the adjustment feed. */
  readonly paid: Readonly<Record<PaidComponent, number>>;
  /** What went back so far, by component; refunds, claims and chargebacks together. */
  readonly refunded: Map<string, number>;
  refundedQuantity: number;
}

export type PaidComponent = 'Principal' | 'Tax' | 'Shipping' | 'ShippingTax';

/** An order; times in epoch milliseconds. */
export interface OrderRecord {
  readonly orderId: string;
  readonly seller: Seller;
  readonly marketplace: Marketplace;
  readonly createdAt: number;
  readonly shippedAt: number;
  readonly deliveredAt: number;
  readonly fulfilledBy: 'MERCHANT' | 'AMAZON';
  readonly isPrime: boolean;
  readonly items: readonly [OrderItem, ...OrderItem[]];
  readonly buyerName: string;
  readonly carrier: string;
  readonly trackingId: string;
  /** How the parcel to the buyer ended: `DELIVERED`, or a word of its way back. */
  readonly packageStatus: string;
  readonly fulfillmentOrderId: string | undefined;
  /** The order this one replaces. */
  readonly replaces: string | undefined;
  /** Whether Amazon lets the seller write to the buyer. */
  readonly isMessageable: boolean;
  updatedAt: number;
}

/** What the buyer, the carrier and Amazon will do, decided when the return is made. Hours after the event before. */
export interface Script {
  readonly authorizedAfterInHours: number;
  /** `Approved`, or the word the request ends with. */
  readonly authorization: string;
  readonly shipsAfterInHours: number | undefined;
  readonly transitInHours: number;
  /** The seller's refund, where it falls before the sandbox starts. */
  readonly sellerRefunds: { readonly afterInHours: number; readonly share: number } | undefined;
  /** After the request. */
  readonly claimsAfterInHours: number | undefined;
  readonly claimRuling: 'granted' | 'denied';
  /** After the delivery of the return. */
  readonly chargesBackAfterInHours: number | undefined;
  /** What becomes of the seller's SAFE-T claim after Amazon's refund; `undefined`: none is filed. */
  readonly safeT: 'Pending' | 'Approved' | 'Denied' | undefined;
}

export interface SafeTClaim {
  readonly id: string;
  readonly reason: string;
  readonly filedAt: number;
  state: string;
  reimbursedMinor: number;
}

/** One row of the seller-fulfilled returns report. Mutable: its life happens to it. A time that has not come is 0. */
export interface ReturnRecord {
  readonly order: OrderRecord;
  readonly item: OrderItem;
  readonly scenario: string;
  readonly quantity: number;
  readonly reason: string;
  readonly requestedAt: number;
  readonly isInPolicy: boolean;
  readonly returnType: string;
  readonly resolution: string;
  readonly labelType: string;
  readonly labelCostMinor: number;
  readonly labelPayer: string;
  readonly carrier: string;
  readonly plannedTrackingId: string;
  readonly plannedRmaId: string;
  readonly merchantRmaId: string;
  readonly invoiceNumber: string;
  /** The report shows an amount before any money has moved, as measured on a live account. */
  readonly showsRefundEarly: boolean;
  readonly script: Script;
  status: string;
  amazonRmaId: string;
  trackingId: string;
  authorizedAt: number;
  shippedAt: number;
  deliveredAt: number;
  /** Two business days after the delivery; then Amazon refunds by itself. */
  refundDueAt: number;
  refundedAt: number;
  refundedMinor: number;
  refundedBy: '' | 'seller' | 'amazon' | 'claim' | 'chargeback';
  claim: 'none' | 'open' | 'granted' | 'denied';
  claimedAt: number;
  safeT: SafeTClaim | undefined;
  isChargedBack: boolean;
  updatedAt: number;
  /** Counts changes: planned events of an older revision are void. */
  revision: number;
}

/** One return item of a SmartConnect channel: its whole way is fixed, the clock decides how far it has come. */
export interface ExternalReturn {
  readonly id: string;
  readonly seller: Seller;
  readonly marketplace: Marketplace;
  readonly returnLocationId: string;
  readonly merchantSku: string;
  readonly returnType: 'CUSTOMER' | 'REJECT';
  readonly returnSubType: 'NORMAL' | 'REPLACEMENT' | 'EXCHANGE';
  readonly units: number;
  readonly steps: readonly { readonly status: string; readonly at: number }[];
  readonly fulfillmentLocationId: string;
  readonly reason: string;
  readonly rmaId: string | undefined;
  readonly orderId: string;
  readonly fulfillmentOrderId: string | undefined;
  readonly carrier: string;
  readonly forwardTrackingId: string;
  readonly reverseTrackingId: string;
  readonly previousTrackingId: string | undefined;
  readonly otp: string | undefined;
  readonly exchangeOrderId: string | undefined;
}

/** One row of the FBA returns report; it appears when the fulfillment center has processed the unit. */
export interface FbaReturn {
  readonly order: OrderRecord;
  readonly item: OrderItem;
  readonly processedAt: number;
  readonly fulfillmentCenterId: string;
  readonly disposition: string;
  readonly reason: string;
  readonly status: string;
  readonly licensePlate: string;
  readonly comment: string;
}
