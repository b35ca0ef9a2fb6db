import type { IssueStore } from './issue-store.js';
import type { OrderRecord, OrderStatus } from './order-record.js';
import type { Seconds } from './record.js';

/** All orders of all sellers. */
export interface OrderStore {
  find(orderId: string): OrderRecord | undefined;
  /** Newest first. */
  ofSeller(sellerId: string): readonly OrderRecord[];
  /** With its issues taken into account. */
  statusOf(order: OrderRecord): OrderStatus;
  /** When the order or one of its issues changed last. */
  updatedAtOf(order: OrderRecord): Seconds;
}

export const createOrderStore = (orders: readonly OrderRecord[], issues: IssueStore): OrderStore => {
  const byId = new Map(orders.map((order) => [order.orderId, order]));
  const newestFirst = [...orders].sort(
    (left, right) => right.createdAt - left.createdAt || (left.orderId < right.orderId ? -1 : 1),
  );
  return {
    find: (orderId) => byId.get(orderId),
    ofSeller: (sellerId) => newestFirst.filter(({ seller }) => seller.sellerId === sellerId),
    statusOf: (order) => {
      const ownIssues = issues.ofOrder(order.orderId);
      if (ownIssues.length === 0) return order.status;
      if (ownIssues.some(({ status }) => status === 'processing')) return 'IN_ISSUE';
      return 'FINISH';
    },
    updatedAtOf: ({ orderId, updatedAt }) => Math.max(updatedAt, ...issues.ofOrder(orderId).map((issue) => issue.updatedAt)),
  };
};
