import type { CallOptions } from '../../../core/inputs.js';
import type { Endpoint } from '../../../transport/endpoint.js';
import type { Transport } from '../../../transport/transport.js';
import type { ShopeeContext } from '../context.js';
import {
  confirmConsumedLostPushMessage,
  getAppPushConfig,
  getLostPushMessage,
  getShopsByPartner,
  setAppPushConfig,
  uploadImage,
  type PushSettingsInput,
  type ShopsInput,
  type UploadImagesInput,
} from '../endpoints/application.js';
import { getEscrowDetail, getWarehouseDetail, type OrderInput, type WarehousesInput } from '../endpoints/orders.js';
import { getReverseTrackingInfo, getShippingCarrier, queryProof, type ReturnInput } from '../endpoints/return-reads.js';
import {
  convertImage,
  uploadShippingProof,
  type ConvertImageInput,
  type UploadShippingProofInput,
} from '../endpoints/return-writes.js';
import type { HostedImage } from '../operations/images.js';
import type { ShopeeLostPushes, ShopeePushSettings, ShopeeShops, ShopeeUploadedImage } from './application.js';
import { requireImages, requireShippingProof } from './checks.js';
import { recoverLostPushes, type LostPushHandler } from './lost-pushes.js';
import type { ShopeeEscrow, ShopeeWarehouse } from './orders.js';
import type { ShopeeProof, ShopeeReverseTracking, ShopeeShippingCarriers } from './proof.js';
import { sendRequest, type ShopeeAnswer, type ShopeeRequest } from './request.js';

type Call<Input, Output> = (input: Input, options?: CallOptions) => Promise<Output>;

/** What only Shopee has. Reads and uploads repeat themselves where that is safe. */
export interface ShopeeNative {
  readonly queryProof: Call<ReturnInput, ShopeeProof>;
  readonly convertImage: Call<ConvertImageInput, HostedImage>;
  readonly getReverseTracking: Call<ReturnInput, ShopeeReverseTracking>;
  /** Taiwan and Brazil, where the seller arranges the pickup. */
  readonly getShippingCarriers: Call<ReturnInput, ShopeeShippingCarriers>;
  /** Taiwan and Brazil. Sent once: `uncertain` must be looked at with `getShippingCarriers` before anything else. */
  readonly uploadShippingProof: Call<UploadShippingProofInput, ShopeeAnswer<void>>;
  /** Pictures for `uploadShippingProof`. */
  readonly uploadImages: Call<UploadImagesInput, readonly ShopeeUploadedImage[]>;
  readonly getEscrow: Call<OrderInput, ShopeeEscrow>;
  readonly getWarehouses: Call<WarehousesInput, readonly ShopeeWarehouse[]>;
  readonly getShops: Call<ShopsInput, ShopeeShops>;
  readonly getPushSettings: (options?: CallOptions) => Promise<ShopeePushSettings>;
  readonly setPushSettings: Call<PushSettingsInput, void>;
  readonly getLostPushes: (options?: CallOptions) => Promise<ShopeeLostPushes>;
  /** Drops lost pushes of every shop of the application. */
  readonly confirmLostPushes: Call<{ readonly lastMessageId: string }, void>;
  /** Reads, hands on and confirms lost pushes until none is left; at least once. Answers how many. */
  readonly recoverLostPushes: (handle: LostPushHandler, options?: CallOptions) => Promise<number>;
  /** Any other call of the platform, signed. */
  readonly request: (request: ShopeeRequest, options?: CallOptions) => Promise<ShopeeAnswer>;
  /** Closes idle connections. */
  readonly close: () => void;
}

const reading =
  (transport: Transport) =>
  <Input, Wire, Output>(
    endpoint: Endpoint<Input, Wire, Output, 'safe'>,
    check: (input: Input) => void = () => undefined,
  ): Call<Input, Output> =>
  async (input, options) => {
    check(input);
    return transport.send(endpoint, input, options);
  };

const sendShippingProof =
  (transport: Transport): ShopeeNative['uploadShippingProof'] =>
  async (input, options) => {
    requireShippingProof(input);
    const attempted = await transport.attempt(uploadShippingProof, input, options);
    return attempted.state === 'done' ? attempted : { state: 'uncertain', reason: attempted.reason };
  };

export const createNative = (context: ShopeeContext): ShopeeNative => {
  const { transport } = context;
  const read = reading(transport);
  return {
    queryProof: read(queryProof),
    convertImage: read(convertImage),
    getReverseTracking: read(getReverseTrackingInfo),
    getShippingCarriers: read(getShippingCarrier),
    uploadShippingProof: sendShippingProof(transport),
    uploadImages: read(uploadImage, requireImages),
    getEscrow: read(getEscrowDetail),
    getWarehouses: read(getWarehouseDetail),
    getShops: read(getShopsByPartner),
    getPushSettings: (options) => transport.send(getAppPushConfig, undefined, options),
    setPushSettings: read(setAppPushConfig),
    getLostPushes: (options) => transport.send(getLostPushMessage, undefined, options),
    confirmLostPushes: read(confirmConsumedLostPushMessage),
    recoverLostPushes: recoverLostPushes(context),
    request: sendRequest(context),
    close: transport.close,
  };
};
