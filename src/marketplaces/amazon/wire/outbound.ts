import * as z from 'zod';
import { identifier, optionalIdentifier, optionalText, requiredText } from './fields.js';

export const wireReasonCodes = z.lazy(() =>
  z.object({
    payload: z.object({
      reasonCodeDetails: z
        .array(z.object({ returnReasonCode: requiredText, description: optionalText, translatedDescription: optionalText }))
        .nullish(),
    }),
  }),
);

const returnItem = z.lazy(() =>
  z.object({
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
  }),
);

const authorization = z.lazy(() =>
  z.object({
    returnAuthorizationId: identifier,
    fulfillmentCenterId: optionalText,
    amazonRmaId: optionalIdentifier,
    rmaPageURL: optionalText,
  }),
);

const invalidItem = z.lazy(() =>
  z.object({
    sellerReturnItemId: identifier,
    sellerFulfillmentOrderItemId: optionalIdentifier,
    invalidItemReason: z.object({ invalidItemReasonCode: optionalText, description: optionalText }).nullish(),
  }),
);

const parts = () => ({ returnItems: z.array(returnItem).nullish(), returnAuthorizations: z.array(authorization).nullish() });

const returns = z.lazy(() => z.object(parts()));
export type WireFulfillmentReturns = z.infer<typeof returns>;

export const wireCreatedReturn = z.lazy(() =>
  z.object({ payload: z.object({ ...parts(), invalidReturnItems: z.array(invalidItem).nullish() }) }),
);
export type WireCreatedReturn = z.infer<typeof wireCreatedReturn>['payload'];

export const wireFulfillmentOrder = z.lazy(() => z.object({ payload: returns }));
