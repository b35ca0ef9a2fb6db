import * as z from 'zod';
import { number, optionalFlag, optionalNumber, optionalText } from './fields.js';

const identifiers = z.lazy(() => z.array(number).nullish());

/** `auth/token/get`, `auth/access_token/get` and `public/get_token_by_resend_code` answer flat, without `response`. */
export const wireTokens = z.lazy(() =>
  z.object({
    access_token: z.string().min(1),
    refresh_token: z.string().min(1),
    /** Seconds of validity; one sample of the reference prints an epoch instead. */
    expire_in: number,
    shop_id_list: identifiers,
    merchant_id_list: identifiers,
  }),
);
export type WireTokens = z.infer<typeof wireTokens>;

const shop = z.lazy(() =>
  z.object({ shop_id: number, region: optionalText, auth_time: optionalNumber, expire_time: optionalNumber }),
);
export const wireShops = z.lazy(() => z.object({ authed_shop_list: z.array(shop).nullish(), more: optionalFlag }));
export type WireShops = z.infer<typeof wireShops>;

export const wirePushSettings = z.lazy(() =>
  z.object({
    callback_url: optionalText,
    live_push_status: optionalText,
    suspended_time: optionalNumber,
    blocked_shop_id: identifiers,
    push_config_on_list: identifiers,
    push_config_off_list: identifiers,
  }),
);
export type WirePushSettings = z.infer<typeof wirePushSettings>;

const lostPush = z.lazy(() =>
  z.object({
    shop_id: optionalNumber,
    code: optionalNumber,
    timestamp: optionalNumber,
    /** A JSON text that holds the whole push. */
    data: z.unknown().optional(),
  }),
);
export const wireLostPushes = z.lazy(() =>
  z.object({
    push_message_list: z.array(lostPush).nullish(),
    has_next_page: optionalFlag,
    last_message_id: optionalNumber,
  }),
);
export type WireLostPushes = z.infer<typeof wireLostPushes>;

/** A push as it arrives. Most name the order `ordersn`, the push of returns `order_sn`. */
export const wirePush = z.lazy(() =>
  z.object({
    code: number,
    shop_id: optionalNumber,
    timestamp: optionalNumber,
    data: z
      .object({
        order_sn: optionalText,
        ordersn: optionalText,
        return_sn: optionalText,
        updated_values: z.array(z.object({ update_field: optionalText, update_time: optionalNumber })).nullish(),
      })
      .nullish(),
  }),
);
export type WirePush = z.infer<typeof wirePush>;
