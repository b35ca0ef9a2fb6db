import type { Money } from './money.js';
import type { Instant } from './time.js';
import type { Translated } from './translated.js';
import type { Programme } from './vocabulary.js';

export const orderStatuses = [
  'unpaid',
  'pending',
  'ready-to-ship',
  'partially-shipped',
  'shipped',
  'delivered',
  'in-cancellation',
  'cancelled',
  'in-return',
  'completed',
] as const;
/** How far an order has come, in one vocabulary for all marketplaces. `in-return`: an after-sales case is open. */
export type OrderStatus = (typeof orderStatuses)[number];

/** One line of an order: goods of one kind, as they were bought. */
export interface OrderItem {
  readonly id: string;
  readonly sku?: string;
  readonly name?: string;
  readonly quantity: number;
  /** Per unit, as paid, after the seller's and the marketplace's discounts. */
  readonly price: Money;
  readonly returnedQuantity?: number;
}

/** One parcel of an order on its way to the buyer. `status` is the marketplace's own word. */
export interface OrderParcel {
  readonly id: string;
  readonly status?: string;
  readonly carrier?: string;
  readonly trackingNumber?: string;
  readonly shippedAt?: Instant;
  readonly deliveredAt?: Instant;
  readonly estimatedDeliveryAt?: Instant;
}

/** The sale behind a case, as far as an after-sales decision needs it. Holds no name, address or phone number. */
export interface Order {
  readonly id: string;
  readonly marketplace: string;
  readonly status: Translated<OrderStatus>;
  readonly currency: string;
  readonly items: readonly OrderItem[];
  readonly parcels: readonly OrderParcel[];
  readonly placedAt: Instant;
  readonly paidAt?: Instant;
  readonly shippedAt?: Instant;
  readonly deliveredAt?: Instant;
  /** Latest promised day of delivery. */
  readonly estimatedDeliveryAt?: Instant;
  readonly completedAt?: Instant;
  /** Until when the marketplace lets the buyer file, where it says so. */
  readonly returnableUntil?: Instant;
  readonly total?: Money;
  readonly shippingPaid?: Money;
  readonly taxPaid?: Money;
  readonly site?: string;
  readonly buyerCountry?: string;
  readonly programme?: Programme;
}
