/**
 * Shopee: returns, refunds and disputes of one shop through the Open Platform v2.
 * @packageDocumentation
 */
export { createShopeeAdapter, type ShopeeAdapter } from './adapter.js';
export {
  exchangeShopeeCode,
  exchangeShopeeResendCode,
  type ShopeeApplication,
  type ShopeeCode,
  type ShopeeGrant,
} from './auth.js';
export { shopeeAuthorizationUrl, type OpenAuthorization, type SignedAuthorization } from './authorization-url.js';
export { shopeeHosts, type ShopeeHost } from './hosts.js';
export type { ShopeeNative } from './native/index.js';
export type { ShopeeAnswer, ShopeeRequest } from './native/request.js';
export type { LostPushHandler } from './native/lost-pushes.js';
export type {
  ShopeeLostPush,
  ShopeeLostPushes,
  ShopeePushSettings,
  ShopeeShop,
  ShopeeShops,
  ShopeeUploadedImage,
} from './native/application.js';
export type { ShopeeEscrow, ShopeeWarehouse } from './native/orders.js';
export type {
  ShopeeProof,
  ShopeeProofFile,
  ShopeeReverseTracking,
  ShopeeShippingCarriers,
  ShopeeTrackingEvent,
  ShopeeTrackingLeg,
} from './native/proof.js';
export type { ConfirmMatrix, ShopeeSettings } from './settings.js';
