import type { JsonObject } from '../../json.js';
import type { ExternalReturn } from '../record.js';

type Step = ExternalReturn['steps'][number];

/** How far the return has come; before its first step it does not exist yet. */
export const stepOf = ({ steps }: ExternalReturn, at: number): Step | undefined => steps.findLast((step) => step.at <= at);

export const createdAtOf = ({ steps }: ExternalReturn): number => steps[0]?.at ?? 0;

const toTime = (at: number): string => new Date(at).toISOString();

const reached = ({ steps }: ExternalReturn, at: number, status: string): string | undefined => {
  const step = steps.find((candidate) => candidate.status === status && candidate.at <= at);
  return step === undefined ? undefined : toTime(step.at);
};

const toTracking = (carrierName: string, trackingId: string): JsonObject => ({ carrierName, trackingId });

const toChannel = (record: ExternalReturn): JsonObject => {
  const { marketplace, seller, orderId, fulfillmentOrderId, returnLocationId, merchantSku, exchangeOrderId } = record;
  return {
    marketplaceChannel: {
      marketplaceName: `AMAZON_${marketplace.country === 'GB' ? 'UK' : marketplace.country}`,
      channelName: 'FBA',
    },
    merchantId: seller.sellerId,
    shipmentId: fulfillmentOrderId,
    customerOrderId: orderId,
    returnLocationId,
    channelSku: merchantSku,
    exchangeOrderId,
  };
};

const toShipping = (record: ExternalReturn, at: number): JsonObject => {
  const { carrier, forwardTrackingId, reverseTrackingId } = record;
  const pickedAt = reached(record, at, 'PICKED_FROM_CUSTOMER') ?? reached(record, at, 'CUSTOMER_DROPPED_OFF');
  return {
    deliveryDateTime: reached(record, at, 'DELIVERED'),
    pickupDateTime: pickedAt,
    forwardTrackingInfo: toTracking(carrier, forwardTrackingId),
    reverseTrackingInfo: pickedAt === undefined ? undefined : toTracking(carrier, reverseTrackingId),
  };
};

export const toWireReturn = (record: ExternalReturn, step: Step, at: number): JsonObject => ({
  id: record.id,
  returnLocationId: record.returnLocationId,
  merchantSku: record.merchantSku,
  returnType: record.returnType,
  returnSubType: record.returnSubType,
  numberOfUnits: record.units,
  status: step.status,
  fulfillmentLocationId: record.fulfillmentLocationId,
  creationDateTime: toTime(createdAtOf(record)),
  lastUpdatedDateTime: toTime(step.at),
  returnMetadata: {
    returnReason: record.reason,
    rmaId: record.rmaId,
    fulfillmentOrderId: record.fulfillmentOrderId,
    invoiceInformation: record.fulfillmentOrderId === undefined ? undefined : { id: `INV-${record.id.slice(0, 8)}` },
  },
  returnShippingInfo: toShipping(record, at),
  marketplaceChannelDetails: toChannel(record),
  otpDetails:
    record.otp === undefined ? undefined : { otp: record.otp, validTill: Math.floor(createdAtOf(record) / 1000) + 30 * 86_400 },
  packageDeliveryMode: record.otp === undefined ? 'WITHOUT_OTP' : 'WITH_OTP',
  replanningDetails:
    record.previousTrackingId === undefined
      ? undefined
      : { previousTrackingInfo: [toTracking(record.carrier, record.previousTrackingId)] },
});
