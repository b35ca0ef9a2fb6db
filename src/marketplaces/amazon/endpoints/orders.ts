import { wireOrderAnswer, wireOrdersAnswer } from '../wire/orders.js';
import { asIs, defineRead, toList } from './define.js';

const base = '/orders/2026-01-01/orders';

/** Everything that cases need; buyer and recipient are personal data and are not asked for. */
export const orderDetails = ['PROCEEDS', 'CANCELLATION', 'FULFILLMENT', 'PACKAGES', 'FULFILLMENT_ORDERS'] as const;

export const getOrder = defineRead({
  name: 'orders.getOrder',
  request: ({ orderId }: { readonly orderId: string }) => ({
    method: 'GET',
    path: `${base}/${encodeURIComponent(orderId)}`,
    query: { includedData: toList(orderDetails) },
  }),
  response: wireOrderAnswer,
  parse: ({ order }) => order,
});

export interface OrdersInput {
  readonly marketplaceIds: readonly string[];
  /** Exactly one of this and `lastUpdatedAfter`. */
  readonly createdAfter?: string | undefined;
  readonly createdBefore?: string | undefined;
  readonly lastUpdatedAfter?: string | undefined;
  readonly lastUpdatedBefore?: string | undefined;
  readonly maxResultsPerPage?: number | undefined;
  readonly paginationToken?: string | undefined;
}

export const searchOrders = defineRead({
  name: 'orders.searchOrders',
  request: (input: OrdersInput) => ({
    method: 'GET',
    path: base,
    query: {
      createdAfter: input.createdAfter,
      createdBefore: input.createdBefore,
      lastUpdatedAfter: input.lastUpdatedAfter,
      lastUpdatedBefore: input.lastUpdatedBefore,
      marketplaceIds: toList(input.marketplaceIds),
      maxResultsPerPage: input.maxResultsPerPage,
      paginationToken: input.paginationToken,
      includedData: toList(orderDetails),
    },
  }),
  response: wireOrdersAnswer,
  parse: asIs,
});
