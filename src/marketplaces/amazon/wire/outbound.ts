import * as z from 'zod';
import { identifier, optionalIdentifier, optionalText, requiredText } from './fields.js';

export const wireReasonCodes = z.object({
  payload: z.object({
    reasonCodeDetails: z
      .array(z.object({ returnReasonCode: requiredText, description: optionalText, translatedDescription: optionalText }))
      .nullish(),
  }),
});

const returnItem = z.object({
  sellerReturnItemId: identifier,
  sellerFulfillmentOrderItemId: optionalIdentifier,
  amazonShipmentId: optionalIdentifier,
  sellerReturnReasonCode: optionalText,
  amazonReturnReasonCode: optionalText,
  status: optionalText,
  statusChangedDate: optionalText,
  returnAuthorizationId: optionalIdentifier,
  returnReceivedCondition: optionalText,
  fulfillmentCenterId: optionalText,
});

const authorization = z.object({
  returnAuthorizationId: identifier,
  fulfillmentCenterId: optionalText,
  amazonRmaId: optionalIdentifier,
  rmaPageURL: optionalText,
});

const invalidItem = z.object({
  sellerReturnItemId: identifier,
  sellerFulfillmentOrderItemId: optionalIdentifier,
  invalidItemReason: z.object({ invalidItemReasonCode: optionalText, description: optionalText }).nullish(),
});

const returns = z.object({ returnItems: z.array(returnItem).nullish(), returnAuthorizations: z.array(authorization).nullish() });
export type WireFulfillmentReturns = z.infer<typeof returns>;

export const wireCreatedReturn = z.object({ payload: returns.extend({ invalidReturnItems: z.array(invalidItem).nullish() }) });
export type WireCreatedReturn = z.infer<typeof wireCreatedReturn>['payload'];

export const wireFulfillmentOrder = z.object({ payload: returns });
