import type { Product, Seconds } from './record.js';
import type { Seller } from './sellers.js';

export type OrderStatus =
  'IN_CANCEL' | 'WAIT_SELLER_SEND_GOODS' | 'WAIT_BUYER_ACCEPT_GOODS' | 'IN_ISSUE' | 'FUND_PROCESSING' | 'FINISH';

export interface OrderLine {
  readonly childOrderId: string;
  readonly product: Product;
  readonly currency: string;
  readonly amountMinor: number;
}

export interface Evaluation {
  readonly childOrderId: string;
  readonly stars: number;
  readonly feedback: string;
  readonly validAt: Seconds;
  sellerReply: string;
}

/** One order. Mutable: what sellers and buyers decide happens to it. */
export interface OrderRecord {
  readonly orderId: string;
  readonly seller: Seller;
  readonly buyerLoginId: string;
  readonly country: string;
  readonly createdAt: Seconds;
  readonly paidAt: Seconds;
  readonly sentAt: Seconds;
  readonly lines: readonly OrderLine[];
  readonly evaluations: readonly Evaluation[];
  /** Without its issues: those change what is shown. */
  status: OrderStatus;
  updatedAt: Seconds;
  /** Until when the buyer can confirm the receipt. */
  acceptBy: Seconds;
  extendedDays: number;
  cancelReason: string;
  endReason: string;
}
