import { wireOrderAnswer } from '../wire/orders.js';
import { defineRead, toList } from './define.js';

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
