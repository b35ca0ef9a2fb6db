import { wireCreatedReturn, wireFulfillmentOrder, wireReasonCodes } from '../wire/outbound.js';
import { defineRead, defineWrite } from './define.js';

const base = '/fba/outbound/2020-07-01';

export interface ReasonCodesInput {
  readonly sellerSku: string;
  /** One of these two. */
  readonly marketplaceId?: string | undefined;
  readonly sellerFulfillmentOrderId?: string | undefined;
  readonly language?: string | undefined;
}

export const listReturnReasonCodes = defineRead({
  name: 'outbound.listReturnReasonCodes',
  request: ({ sellerSku, marketplaceId, sellerFulfillmentOrderId, language }: ReasonCodesInput) => ({
    method: 'GET',
    path: `${base}/returnReasonCodes`,
    query: { sellerSku, marketplaceId, sellerFulfillmentOrderId, language },
  }),
  response: wireReasonCodes,
  parse: ({ payload }) => payload.reasonCodeDetails ?? [],
});

export interface FulfillmentReturnInput {
  readonly sellerFulfillmentOrderId: string;
  readonly items: readonly {
    /** At most 80 characters; the same one again is refused as a duplicate. */
    readonly sellerReturnItemId: string;
    readonly sellerFulfillmentOrderItemId: string;
    readonly amazonShipmentId: string;
    readonly returnReasonCode: string;
    /** At most 1000 characters. */
    readonly returnComment?: string | undefined;
  }[];
}

export const createFulfillmentReturn = defineWrite({
  name: 'outbound.createFulfillmentReturn',
  request: ({ sellerFulfillmentOrderId, items }: FulfillmentReturnInput) => ({
    method: 'PUT',
    path: `${base}/fulfillmentOrders/${encodeURIComponent(sellerFulfillmentOrderId)}/return`,
    body: { json: { items } },
  }),
  response: wireCreatedReturn,
  parse: ({ payload }) => payload,
});

/** What became of the returns of one fulfilment order. */
export const getFulfillmentOrder = defineRead({
  name: 'outbound.getFulfillmentOrder',
  request: ({ sellerFulfillmentOrderId }: { readonly sellerFulfillmentOrderId: string }) => ({
    method: 'GET',
    path: `${base}/fulfillmentOrders/${encodeURIComponent(sellerFulfillmentOrderId)}`,
  }),
  response: wireFulfillmentOrder,
  parse: ({ payload }) => payload,
});
