import type * as z from 'zod';
import type { Instant } from '../../../core/time.js';
import { toCount, toIdentifier, toText, toTime } from '../mappers/values.js';
import type { WireLostPushes, WirePushSettings, WireShops } from '../wire/application.js';
import type { wireUploadedImages } from '../wire/proof.js';

/** A shop that has authorised the application. An authorisation lasts 365 days. */
export interface ShopeeShop {
  readonly shopId: string;
  /** Two letters: `SG`, `BR`. */
  readonly region: string | undefined;
  readonly authorizedAt: Instant | undefined;
  readonly expiresAt: Instant | undefined;
}

/** One page of the shops that have authorized the application; `hasMore`: ask for the next page. */
export interface ShopeeShops {
  readonly shops: readonly ShopeeShop[];
  readonly hasMore: boolean;
}

export const toShops = ({ authed_shop_list: shops, more }: WireShops): ShopeeShops => ({
  shops: (shops ?? []).map((shop) => ({
    shopId: String(shop.shop_id),
    region: toText(shop.region),
    authorizedAt: toTime(shop.auth_time),
    expiresAt: toTime(shop.expire_time),
  })),
  hasMore: more === true,
});

/** Where the application's pushes go and which it has asked for. `on` and `off` hold Shopee's numbers of pushes: 29 is returns. */
export interface ShopeePushSettings {
  readonly callbackUrl: string | undefined;
  /** `Normal`, `Warning` or `Suspended`; a suspended application receives nothing. */
  readonly liveStatus: string | undefined;
  readonly suspendedAt: Instant | undefined;
  readonly on: readonly number[];
  readonly off: readonly number[];
  readonly blockedShopIds: readonly string[];
}

export const toPushSettings = (wire: WirePushSettings): ShopeePushSettings => ({
  callbackUrl: toText(wire.callback_url),
  liveStatus: toText(wire.live_push_status),
  suspendedAt: toTime(wire.suspended_time),
  on: (wire.push_config_on_list ?? []).map(Number),
  off: (wire.push_config_off_list ?? []).map(Number),
  blockedShopIds: (wire.blocked_shop_id ?? []).map(String),
});

/** A push that Shopee could not deliver. It says that something happened, not how things stand: read the case again. */
export interface ShopeeLostPush {
  readonly code: number | undefined;
  readonly shopId: string | undefined;
  readonly sentAt: Instant | undefined;
  /** The whole push as JSON text, as it would have arrived. */
  readonly body: string;
}

/** A page of pushes that were not delivered, of every shop of the application. */
export interface ShopeeLostPushes {
  readonly messages: readonly ShopeeLostPush[];
  readonly hasNextPage: boolean;
  /** Confirm this one when all messages are dealt with. */
  readonly lastMessageId: string | undefined;
}

export const toLostPushes = (wire: WireLostPushes): ShopeeLostPushes => ({
  messages: (wire.push_message_list ?? []).map((message) => ({
    code: toCount(message.code),
    shopId: toIdentifier(message.shop_id),
    sentAt: toTime(message.timestamp),
    body: typeof message.data === 'string' ? message.data : JSON.stringify(message.data ?? null),
  })),
  // Where it is not said, the next reading tells: it brings nothing once all are confirmed.
  hasNextPage: wire.has_next_page !== false,
  lastMessageId: toIdentifier(wire.last_message_id),
});

/** A picture in Shopee's media space; `imageId` is what other calls take. */
export interface ShopeeUploadedImage {
  readonly imageId: string;
  readonly url: string | undefined;
}

export const toUploadedImages = ({ image_list: images }: z.infer<typeof wireUploadedImages>): readonly ShopeeUploadedImage[] =>
  (images ?? []).map(({ image_id: imageId, image_url: url }) => ({ imageId, url: toText(url) }));
