import type { Reply } from '../../exchange.js';
import { isJsonObject, type JsonObject } from '../../json.js';
import type { FulfillmentOrder, FulfillmentReturn } from '../fulfillment-orders.js';
import { days, hours } from '../lifecycle/durations.js';
import { invalidInput, notFound } from '../refusal.js';
import type { AmazonCall, Endpoint } from '../world.js';
import { bodyOf, parameterOf, respond, toSecondsTime } from './input.js';

const folder = '/fba/outbound/2020-07-01';

const reasonCodes: Readonly<Record<string, string>> = {
  'apparel-too-small': 'Apparel: too small',
  defective: 'Item defective or does not work',
  'not-as-described': 'Not as described',
  'unwanted-item': 'No longer needed',
};

const requireFulfillmentOrder = (call: AmazonCall, id: string): FulfillmentOrder => {
  const order = call.world.fulfillment
    .ofSeller(call.seller)
    .find(({ sellerFulfillmentOrderId }) => sellerFulfillmentOrderId === id);
  if (order === undefined) throw notFound(`The fulfillment order ${id} was not found.`);
  return order;
};

const listReturnReasonCodes = (call: AmazonCall): Reply => {
  const { query } = call.request;
  const [sku, store, id] = [query.get('sellerSku'), query.get('marketplaceId'), query.get('sellerFulfillmentOrderId')];
  if (sku === null) throw invalidInput("'sellerSku' is missing");
  if (store === null && id === null) throw invalidInput('marketplaceId or sellerFulfillmentOrderId is needed');
  const isTranslated = query.has('language');
  return respond(200, {
    payload: {
      reasonCodeDetails: Object.entries(reasonCodes).map(([returnReasonCode, description]) => ({
        returnReasonCode,
        description,
        translatedDescription: isTranslated ? description : undefined,
      })),
    },
  });
};

/** The unit arrives and is graded five days later. */
const processingTime = days(5);

const toReturnItem = (order: FulfillmentOrder, returned: FulfillmentReturn, now: number): JsonObject => {
  const isProcessed = now >= returned.createdAt + processingTime;
  return {
    sellerReturnItemId: returned.sellerReturnItemId,
    sellerFulfillmentOrderItemId: order.itemId,
    amazonShipmentId: order.shipmentId,
    sellerReturnReasonCode: returned.reasonCode,
    returnComment: returned.comment,
    amazonReturnReasonCode: isProcessed ? 'CR-UNWANTED_ITEM' : undefined,
    status: isProcessed ? 'Processed' : 'New',
    statusChangedDate: toSecondsTime(isProcessed ? returned.createdAt + processingTime : returned.createdAt),
    returnAuthorizationId: returned.authorizationId,
    returnReceivedCondition: isProcessed ? 'Sellable' : undefined,
    fulfillmentCenterId: 'LEX1',
  };
};

const toAuthorization = ({ marketplace }: FulfillmentOrder, { authorizationId, rmaId }: FulfillmentReturn): JsonObject => ({
  returnAuthorizationId: authorizationId,
  fulfillmentCenterId: 'LEX1',
  returnToAddress: {
    name: 'Returns',
    addressLine1: '1 Depot Road',
    city: 'Lexington',
    postalCode: '40511',
    countryCode: marketplace.country,
  },
  amazonRmaId: rmaId,
  rmaPageURL: `https://returns.example/${rmaId}`,
});

interface WantedItem {
  readonly sellerReturnItemId: string;
  readonly itemId: string;
  readonly shipmentId: string;
  readonly reasonCode: string;
  readonly comment: string | undefined;
}

const toWanted = (entry: unknown): WantedItem => {
  if (!isJsonObject(entry)) throw invalidInput('Each item must be an object');
  const text = (name: string): string => {
    const value = entry[name];
    if (typeof value !== 'string' || value === '') throw invalidInput(`'${name}' is missing or not a text`);
    return value;
  };
  const comment = entry['returnComment'];
  const sellerReturnItemId = text('sellerReturnItemId');
  if (sellerReturnItemId.length > 80) throw invalidInput('sellerReturnItemId has more than 80 characters');
  return {
    sellerReturnItemId,
    itemId: text('sellerFulfillmentOrderItemId'),
    shipmentId: text('amazonShipmentId'),
    reasonCode: text('returnReasonCode'),
    comment: typeof comment === 'string' ? comment.slice(0, 1000) : undefined,
  };
};

const problemOf = (order: FulfillmentOrder, item: WantedItem): string | undefined => {
  if (item.itemId !== order.itemId || item.shipmentId !== order.shipmentId || reasonCodes[item.reasonCode] === undefined)
    return 'InvalidValues';
  if (order.returns.some(({ sellerReturnItemId }) => sellerReturnItemId === item.sellerReturnItemId)) return 'DuplicateRequest';
  return order.returns.length >= order.quantity ? 'NoReturnableQuantity' : undefined;
};

const createFulfillmentReturn = (call: AmazonCall): Reply => {
  const { world, now } = call;
  const order = requireFulfillmentOrder(call, parameterOf(call, 'sellerFulfillmentOrderId'));
  const items = bodyOf(call)['items'];
  if (!Array.isArray(items) || items.length === 0) throw invalidInput("'items' is missing");
  const created: FulfillmentReturn[] = [];
  const invalid: JsonObject[] = [];
  for (const item of items.map((entry: unknown) => toWanted(entry))) {
    const code = problemOf(order, item);
    if (code === undefined) created.push(world.fulfillment.addReturn(order, item, now));
    else
      invalid.push({
        sellerReturnItemId: item.sellerReturnItemId,
        sellerFulfillmentOrderItemId: item.itemId,
        invalidItemReason: { invalidItemReasonCode: code, description: `The return item was refused: ${code}` },
      });
  }
  return respond(200, {
    payload: {
      returnItems: created.map((returned) => toReturnItem(order, returned, now)),
      invalidReturnItems: invalid,
      returnAuthorizations: created.map((returned) => toAuthorization(order, returned)),
    },
  });
};

const toShipment = ({ itemId, sku, quantity, shipmentId, orderedAt }: FulfillmentOrder): JsonObject => ({
  amazonShipmentId: shipmentId,
  fulfillmentCenterId: 'LEX1',
  fulfillmentShipmentStatus: 'SHIPPED',
  shippingDate: toSecondsTime(orderedAt + hours(20)),
  fulfillmentShipmentItem: [{ sellerSku: sku, sellerFulfillmentOrderItemId: itemId, quantity }],
});

const getFulfillmentOrder = (call: AmazonCall): Reply => {
  const order = requireFulfillmentOrder(call, parameterOf(call, 'sellerFulfillmentOrderId'));
  const { sellerFulfillmentOrderId, marketplace, itemId, sku, quantity, orderedAt, returns } = order;
  return respond(200, {
    payload: {
      fulfillmentOrder: {
        sellerFulfillmentOrderId,
        marketplaceId: marketplace.id,
        displayableOrderId: sellerFulfillmentOrderId,
        displayableOrderDate: toSecondsTime(orderedAt),
        displayableOrderComment: 'Thank you for your order',
        shippingSpeedCategory: 'Standard',
        destinationAddress: {
          name: 'Sample Buyer',
          addressLine1: '1 Sample Street',
          postalCode: '10001',
          countryCode: marketplace.country,
        },
        receivedDate: toSecondsTime(orderedAt),
        fulfillmentOrderStatus: 'Complete',
        statusUpdatedDate: toSecondsTime(orderedAt + hours(70)),
      },
      fulfillmentOrderItems: [
        { sellerSku: sku, sellerFulfillmentOrderItemId: itemId, quantity, cancelledQuantity: 0, unfulfillableQuantity: 0 },
      ],
      fulfillmentShipments: [toShipment(order)],
      returnItems: returns.map((returned) => toReturnItem(order, returned, call.now)),
      returnAuthorizations: returns.map((returned) => toAuthorization(order, returned)),
    },
  });
};

const rate = { perSecond: 2, burst: 30 };
const orderPath = `${folder}/fulfillmentOrders/{sellerFulfillmentOrderId}`;

export const fulfillmentEndpoints: readonly Endpoint[] = [
  { operation: 'listReturnReasonCodes', method: 'GET', path: `${folder}/returnReasonCodes`, rate, answer: listReturnReasonCodes },
  { operation: 'createFulfillmentReturn', method: 'PUT', path: `${orderPath}/return`, rate, answer: createFulfillmentReturn },
  { operation: 'getFulfillmentOrder', method: 'GET', path: orderPath, rate, answer: getFulfillmentOrder },
];
