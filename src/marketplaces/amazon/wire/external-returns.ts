import * as z from 'zod';
import { identifier, optionalIdentifier, optionalNumber, optionalText, requiredText } from './fields.js';

const tracking = z.lazy(() => z.object({ carrierName: optionalText, trackingId: optionalText }).nullish());

/** A return of the External Fulfillment Returns API 2024-09-11. */
export const wireExternalReturn = z.lazy(() =>
  z.object({
    id: identifier,
    returnLocationId: optionalIdentifier,
    merchantSku: optionalText,
    returnType: optionalText,
    returnSubType: optionalText,
    numberOfUnits: optionalNumber,
    status: requiredText,
    fulfillmentLocationId: optionalIdentifier,
    creationDateTime: optionalText,
    lastUpdatedDateTime: optionalText,
    returnMetadata: z
      .object({ returnReason: optionalText, rmaId: optionalIdentifier, fulfillmentOrderId: optionalIdentifier })
      .nullish(),
    returnShippingInfo: z
      .object({
        deliveryDateTime: optionalText,
        pickupDateTime: optionalText,
        forwardTrackingInfo: tracking,
        reverseTrackingInfo: tracking,
      })
      .nullish(),
    marketplaceChannelDetails: z
      .object({
        marketplaceChannel: z.object({ marketplaceName: optionalText, channelName: optionalText }).nullish(),
        merchantId: optionalIdentifier,
        shipmentId: optionalIdentifier,
        customerOrderId: optionalIdentifier,
        channelSku: optionalText,
        exchangeOrderId: optionalIdentifier,
      })
      .nullish(),
    packageDeliveryMode: optionalText,
    replanningDetails: z.object({ previousTrackingInfo: z.array(tracking).nullish() }).nullish(),
  }),
);
export type WireExternalReturn = z.infer<typeof wireExternalReturn>;

export const wireExternalReturns = z.lazy(() =>
  z.object({
    /** Each read on its own, so that one odd row does not lose the others. */
    returns: z.array(z.unknown()).nullish(),
    nextToken: optionalText,
  }),
);
