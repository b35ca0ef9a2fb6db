import { defineEndpoint } from '../../../transport/endpoint.js';
import { toEscrow, toWarehouses } from '../native/orders.js';
import { wireEscrow, wireOrders, wireTracking, wireWarehouses } from '../wire/orders.js';
import { asIs } from './define.js';
import { documentationOf } from './documentation.js';

export interface OrderInput {
  readonly orderSn: string;
}

export interface TrackingInput extends OrderInput {
  readonly packageNumber?: string;
}

export interface WarehousesInput {
  /** 1: pickup. 2: return. */
  readonly warehouseType: number;
}

const optionalFields = [
  'item_list',
  'total_amount',
  'pay_time',
  'pickup_done_time',
  'package_list',
  'estimated_shipping_fee',
  'return_request_due_date',
  'fulfillment_flag',
].join(',');

/** Reads an order without the buyer's name, address or phone number, which are not asked for. */
export const getOrderDetail = defineEndpoint({
  name: 'order.get_order_detail',
  documentation: documentationOf('order', 'get_order_detail'),
  repeatable: 'safe',
  quota: { key: 'order.get_order_detail' },
  credential: 'seller',
  request: ({ orderSn }: OrderInput) => ({
    method: 'GET',
    path: '/api/v2/order/get_order_detail',
    query: { order_sn_list: orderSn, response_optional_fields: optionalFields },
  }),
  response: wireOrders,
  parse: asIs,
});

/** What the seller is paid for an order, after refunds. */
export const getEscrowDetail = defineEndpoint({
  name: 'payment.get_escrow_detail',
  documentation: documentationOf('payment', 'get_escrow_detail'),
  repeatable: 'safe',
  quota: { key: 'payment.get_escrow_detail' },
  credential: 'seller',
  request: ({ orderSn }: OrderInput) => ({
    method: 'GET',
    path: '/api/v2/payment/get_escrow_detail',
    query: { order_sn: orderSn },
  }),
  response: wireEscrow,
  parse: toEscrow,
});

/** The parcel to the buyer; after a failed delivery also its way back. */
export const getTrackingInfo = defineEndpoint({
  name: 'logistics.get_tracking_info',
  documentation: documentationOf('logistics', 'get_tracking_info'),
  repeatable: 'safe',
  quota: { key: 'logistics.get_tracking_info' },
  credential: 'seller',
  request: ({ orderSn, packageNumber }: TrackingInput) => ({
    method: 'GET',
    path: '/api/v2/logistics/get_tracking_info',
    query: { order_sn: orderSn, package_number: packageNumber },
  }),
  response: wireTracking,
  parse: asIs,
});

/**
 * Warehouses of the shop. A return's `whs_id` was to be matched with `location_id` until September 2026 and is since then called
 * the identifier of the return warehouse; which of the two fields it equals is not confirmed, so both are given.
 */
export const getWarehouseDetail = defineEndpoint({
  name: 'shop.get_warehouse_detail',
  documentation: documentationOf('shop', 'get_warehouse_detail'),
  repeatable: 'safe',
  quota: { key: 'shop.get_warehouse_detail' },
  credential: 'seller',
  request: ({ warehouseType }: WarehousesInput) => ({
    method: 'GET',
    path: '/api/v2/shop/get_warehouse_detail',
    query: { warehouse_type: warehouseType },
  }),
  response: wireWarehouses,
  parse: toWarehouses,
});
