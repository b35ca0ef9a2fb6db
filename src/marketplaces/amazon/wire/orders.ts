import * as z from 'zod';
import { identifier, optionalIdentifier, optionalNumber, optionalText, requiredText } from './fields.js';

const amount = z.lazy(() => z.object({ amount: optionalNumber, currencyCode: optionalText }).nullish());
export type WireOrderAmount = z.infer<typeof amount>;

const breakdown = z.lazy(() => z.object({ type: optionalText, subtotal: amount }));

const orderItem = z.lazy(() =>
  z.object({
    orderItemId: identifier,
    quantityOrdered: optionalNumber,
    product: z
      .object({
        asin: optionalText,
        title: optionalText,
        sellerSku: optionalText,
        price: z.object({ unitPrice: amount }).nullish(),
      })
      .nullish(),
    proceeds: z.object({ proceedsTotal: amount, breakdowns: z.array(breakdown).nullish() }).nullish(),
    cancellation: z
      .object({
        cancellationRequest: z.object({ requester: optionalText, cancelReason: optionalText }).nullish(),
        cancellationExecution: z.object({ cancelledBy: optionalText, cancelReason: optionalText }).nullish(),
      })
      .nullish(),
    fulfillment: z.object({ quantityFulfilled: optionalNumber, quantityUnfulfilled: optionalNumber }).nullish(),
  }),
);
export type WireOrderItem = z.infer<typeof orderItem>;

const orderPackage = z.lazy(() =>
  z.object({
    packageReferenceId: optionalIdentifier,
    createdTime: optionalText,
    packageStatus: z.object({ status: optionalText, detailedStatus: optionalText }).nullish(),
    carrier: optionalText,
    shipTime: optionalText,
    trackingNumber: optionalText,
    packageItems: z.array(z.object({ orderItemId: optionalIdentifier, quantity: optionalNumber })).nullish(),
  }),
);
export type WireOrderPackage = z.infer<typeof orderPackage>;

/** An order of the Orders API 2026-01-01, without the buyer and the recipient, which are not asked for. */
export const wireOrder = z.lazy(() =>
  z.object({
    orderId: identifier,
    createdTime: requiredText,
    lastUpdatedTime: optionalText,
    programs: z.array(z.string()).nullish(),
    associatedOrders: z.array(z.object({ orderId: optionalIdentifier, associationType: optionalText })).nullish(),
    salesChannel: z.object({ channelName: optionalText, marketplaceId: optionalText, marketplaceName: optionalText }).nullish(),
    proceeds: z.object({ grandTotal: amount, breakdowns: z.array(breakdown).nullish() }).nullish(),
    fulfillment: z
      .object({
        fulfillmentStatus: optionalText,
        fulfilledBy: optionalText,
        deliverByWindow: z.object({ earliestDateTime: optionalText, latestDateTime: optionalText }).nullish(),
      })
      .nullish(),
    orderItems: z.array(orderItem).nullish(),
    packages: z.array(orderPackage).nullish(),
    fulfillmentOrders: z.array(z.object({ fulfillmentOrderId: optionalIdentifier })).nullish(),
  }),
);
export type WireOrder = z.infer<typeof wireOrder>;

export const wireOrderAnswer = z.lazy(() => z.object({ order: wireOrder }));
