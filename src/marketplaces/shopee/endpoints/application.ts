import { defineEndpoint } from '../../../transport/endpoint.js';
import { toLostPushes, toPushSettings, toShops, toUploadedImages } from '../native/application.js';
import { wireLostPushes, wirePushSettings, wireShops } from '../wire/application.js';
import { wireNothing, wireUploadedImages } from '../wire/proof.js';
import { documentationOf } from './documentation.js';

export interface ShopsInput {
  /** From 1, unlike the list of returns. */
  readonly pageNo: number;
  /** 1 to 100. */
  readonly pageSize: number;
}

export interface PushSettingsInput {
  readonly callbackUrl?: string;
  readonly on?: readonly number[];
  readonly off?: readonly number[];
  readonly blockedShopIds?: readonly string[];
}

export interface UploadImagesInput {
  /** 1 to 3 pictures, JPG or PNG of at most 10 MB each. */
  readonly images: readonly { readonly content: Uint8Array; readonly contentType: string; readonly fileName: string }[];
}

export const getShopsByPartner = defineEndpoint({
  name: 'public.get_shops_by_partner',
  documentation: documentationOf('public', 'get_shops_by_partner'),
  repeatable: 'safe',
  quota: { key: 'public.get_shops_by_partner' },
  credential: 'application',
  request: ({ pageNo, pageSize }: ShopsInput) => ({
    method: 'GET',
    path: '/api/v2/public/get_shops_by_partner',
    query: { page_size: pageSize, page_no: pageNo },
  }),
  response: wireShops,
  parse: toShops,
});

export const getAppPushConfig = defineEndpoint({
  name: 'push.get_app_push_config',
  documentation: documentationOf('push', 'get_app_push_config'),
  repeatable: 'safe',
  quota: { key: 'push.get_app_push_config' },
  credential: 'application',
  request: () => ({ method: 'GET', path: '/api/v2/push/get_app_push_config' }),
  response: wirePushSettings,
  parse: toPushSettings,
});

/**
 * Subscribes pushes. Shopee sends a test push and wants a 2xx within 3 seconds. The reference lists codes 1 to 13 only; whether 29
 * (returns) is taken here is not confirmed, the console takes it.
 */
export const setAppPushConfig = defineEndpoint({
  name: 'push.set_app_push_config',
  documentation: documentationOf('push', 'set_app_push_config'),
  // Setting the same values twice leaves the same values.
  repeatable: 'safe',
  quota: { key: 'push.set_app_push_config' },
  credential: 'application',
  request: ({ callbackUrl, on, off, blockedShopIds }: PushSettingsInput) => ({
    method: 'POST',
    path: '/api/v2/push/set_app_push_config',
    body: {
      json: {
        callback_url: callbackUrl,
        set_push_config_on: on,
        set_push_config_off: off,
        blocked_shop_id_list: blockedShopIds?.map(Number),
      },
    },
  }),
  response: wireNothing,
  parse: (): void => undefined,
});

/** The earliest 100 pushes that were lost within 3 days and not confirmed, of all shops of the application. */
export const getLostPushMessage = defineEndpoint({
  name: 'push.get_lost_push_message',
  documentation: documentationOf('push', 'get_lost_push_message'),
  repeatable: 'safe',
  quota: { key: 'push.get_lost_push_message' },
  credential: 'application',
  request: () => ({ method: 'GET', path: '/api/v2/push/get_lost_push_message' }),
  response: wireLostPushes,
  parse: toLostPushes,
});

/** Drops the lost pushes up to this one, for every shop of the application. */
export const confirmConsumedLostPushMessage = defineEndpoint({
  name: 'push.confirm_consumed_lost_push_message',
  documentation: documentationOf('push', 'confirm_consumed_lost_push_message'),
  // Confirming the same message again changes nothing.
  repeatable: 'safe',
  quota: { key: 'push.confirm_consumed_lost_push_message' },
  credential: 'application',
  request: ({ lastMessageId }: { readonly lastMessageId: string }) => ({
    method: 'POST',
    path: '/api/v2/push/confirm_consumed_lost_push_message',
    body: { json: { last_message_id: BigInt(lastMessageId) } },
  }),
  response: wireNothing,
  parse: (): void => undefined,
});

/** Pictures that prove a pickup arranged by the seller. Signed as a public call, by the reference. */
export const uploadImage = defineEndpoint({
  name: 'media.upload_image',
  documentation: documentationOf('media', 'upload_image'),
  repeatable: 'safe',
  quota: { key: 'media.upload_image' },
  credential: 'application',
  request: ({ images }: UploadImagesInput) => ({
    method: 'POST',
    path: '/api/v2/media/upload_image',
    body: {
      multipart: [
        { name: 'business', content: '2' },
        { name: 'scene', content: '1' },
        ...images.map(({ content, contentType, fileName }) => ({ name: 'images', content, contentType, fileName })),
      ],
    },
  }),
  response: wireUploadedImages,
  parse: toUploadedImages,
});
