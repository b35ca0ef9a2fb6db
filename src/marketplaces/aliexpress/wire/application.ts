import * as z from 'zod';
import { number, optionalNumber, optionalText } from './fields.js';

export const wireTokens = z.lazy(() =>
  z.object({
    access_token: z.string().min(1),
    refresh_token: z.string().min(1).nullish(),
    /** Seconds from now. */
    expires_in: optionalNumber,
    /** Epoch milliseconds. */
    expire_time: optionalNumber,
    refresh_expires_in: optionalNumber,
    refresh_token_valid_time: optionalNumber,
    account_platform: optionalText,
    seller_id: optionalNumber,
  }),
);
export type WireTokens = z.infer<typeof wireTokens>;

const address = z.lazy(() =>
  z.object({
    address_id: number,
    is_default: optionalNumber,
    country: optionalText,
    province: optionalText,
    city: optionalText,
    language: optionalText,
  }),
);
export type WireAddress = z.infer<typeof address>;

export const wireAddresses = z.lazy(() => z.object({ refund_seller_address_list: z.array(address).nullish() }));

const evaluation = z.lazy(() =>
  z.object({
    order_id: optionalNumber,
    parent_order_id: optionalNumber,
    product_id: optionalNumber,
    buyer_evaluation: optionalNumber,
    buyer_feedback: optionalText,
    seller_reply: optionalText,
  }),
);
export const wireEvaluations = z.lazy(() => z.object({ target_list: z.array(evaluation).nullish() }));
export type WireEvaluation = z.infer<typeof evaluation>;
