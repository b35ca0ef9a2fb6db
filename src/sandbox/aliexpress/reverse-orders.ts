import type { Seconds } from './pacific-time.js';
import type { Seller } from './sellers.js';

export type ReverseStatus =
  | 'REQUEST_INITIATE'
  | 'REQUEST_REJECT'
  | 'SELLER_AGREE_RETURN'
  | 'BUYER_RETURN_ITEM'
  | 'REFUND_PENDING'
  | 'REFUND_SUCCESS'
  | 'CS_APPROVING';

/** One line of a return on a newer channel (Arise, Miravia). Money in cents. */
export interface ReverseLine {
  readonly lineId: string;
  readonly tradeLineId: string;
  readonly reasonCode: string;
  readonly reasonText: string;
  readonly refundMinor: number;
  readonly sku: string;
  status: ReverseStatus;
  goodsStatus: string;
  updatedAt: Seconds;
}

/** A return on a newer channel: decided line by line. */
export interface ReverseOrder {
  readonly reverseOrderId: string;
  readonly tradeOrderId: string;
  readonly seller: Seller;
  readonly requestType: 'RETURN' | 'ONLY_REFUND';
  readonly buyerId: string;
  readonly createdAt: Seconds;
  readonly trackingNumber: string;
  readonly lines: readonly ReverseLine[];
}

/** An order whose buyer wants to cancel it before it is sent. */
export interface CancelRequest {
  readonly tradeOrderId: string;
  readonly lineIds: readonly string[];
  status: 'waitSellerConfirmCancel' | 'canceled' | 'refused';
}

export interface ReverseOrderStore {
  find(reverseOrderId: string): ReverseOrder | undefined;
  /** Newest first. */
  ofSeller(sellerId: string): readonly ReverseOrder[];
  cancelRequests(): readonly CancelRequest[];
  /** Lets the buyers send what was agreed. */
  runDue(until: Seconds): void;
}

/** Not documented; a parcel within a country. */
const wayBack = 48 * 3600;

const arrive = (line: ReverseLine, until: Seconds): void => {
  if (line.status !== 'SELLER_AGREE_RETURN' || line.updatedAt + wayBack > until) return;
  line.status = 'BUYER_RETURN_ITEM';
  line.goodsStatus = 'delivered';
  line.updatedAt += wayBack;
};

export const createReverseOrderStore = (
  orders: readonly ReverseOrder[],
  cancelRequests: readonly CancelRequest[],
): ReverseOrderStore => {
  const newestFirst = [...orders].sort((left, right) => right.createdAt - left.createdAt);
  return {
    find: (reverseOrderId) => orders.find((order) => order.reverseOrderId === reverseOrderId),
    ofSeller: (sellerId) => newestFirst.filter(({ seller }) => seller.sellerId === sellerId),
    cancelRequests: () => cancelRequests,
    runDue: (until) => {
      for (const { lines } of orders) for (const line of lines) arrive(line, until);
    },
  };
};
