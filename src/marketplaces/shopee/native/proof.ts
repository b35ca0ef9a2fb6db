import type { Instant } from '../../../core/time.js';
import { toIdentifier, toText, toTime } from '../mappers/values.js';
import type { WireProof, WireReverseTracking, WireShippingCarriers, WireTrackingEvent } from '../wire/proof.js';

/** The address of a picture or video; without a thumbnail of its own, `thumbnail` is the file. */
export interface ShopeeProofFile {
  readonly url: string;
  readonly thumbnail: string;
}

/** The evidence that was uploaded through the API. */
export interface ShopeeProof {
  readonly images: readonly ShopeeProofFile[];
  readonly videos: readonly ShopeeProofFile[];
  readonly description: string | undefined;
}

const toFiles = (files: WireProof['image']): readonly ShopeeProofFile[] =>
  (files ?? []).flatMap(({ url, thumbnail }) => {
    const address = toText(url);
    return address === undefined ? [] : [{ url: address, thumbnail: toText(thumbnail) ?? address }];
  });

export const toProof = ({ image, video, description }: WireProof): ShopeeProof => ({
  images: toFiles(image),
  videos: toFiles(video),
  description: toText(description),
});

/** What `upload_shipping_proof` needs for a return whose pickup the seller arranges (Taiwan and Brazil). */
export interface ShopeeShippingCarriers {
  readonly isProofMandatory: boolean;
  readonly hasUploadedProof: boolean;
  readonly isTrackingNumberRequired: boolean;
  readonly isImageRequired: boolean;
  readonly carriers: readonly { readonly id: string; readonly name: string }[];
}

export const toShippingCarriers = (wire: WireShippingCarriers): ShopeeShippingCarriers => {
  const templates = [wire.shipping_proof_template ?? []].flat();
  return {
    isProofMandatory: wire.is_shipping_proof_mandatory === true,
    hasUploadedProof: wire.has_uploaded_seller_arrange_proof === true,
    isTrackingNumberRequired: templates.some((template) => template.is_tracking_number_required === true),
    isImageRequired: templates.some((template) => template.is_shipping_image_file_mandatory === true),
    carriers: (wire.reverse_logistics_carrier_list ?? []).map((carrier) => ({
      id: toIdentifier(carrier.reverse_logistics_carrier_id) ?? '',
      name: toText(carrier.reverse_logistics_carrier_name) ?? '',
    })),
  };
};

/** One thing told of a parcel. `description` is the carrier's text and may hold personal data: do not log it. */
export interface ShopeeTrackingEvent {
  readonly at: Instant;
  readonly description: string;
  /** The carrier photographed the collection. */
  readonly hasPickupProof: boolean;
  /** The carrier photographed the delivery. */
  readonly hasDeliveryProof: boolean;
}

/** One leg of the way back: buyer to seller or warehouse, or warehouse to seller. */
export interface ShopeeTrackingLeg {
  readonly status: string | undefined;
  readonly updatedAt: Instant | undefined;
  readonly trackingNumber: string | undefined;
  readonly events: readonly ShopeeTrackingEvent[];
}

/** The way back of a return's goods, leg by leg. */
export interface ShopeeReverseTracking {
  readonly return: ShopeeTrackingLeg;
  /** Warehouse to seller; only where Shopee's warehouse inspects. */
  readonly toSeller: ShopeeTrackingLeg;
  readonly estimatedDeliveryFrom: Instant | undefined;
  readonly estimatedDeliveryUntil: Instant | undefined;
  /** Taiwan: to collect the parcel from a locker or a shop. */
  readonly collectionPinCode: string | undefined;
}

const toEvents = (events: readonly WireTrackingEvent[] | null | undefined): readonly ShopeeTrackingEvent[] =>
  (events ?? []).flatMap((event) => {
    const at = toTime(event.update_time);
    if (at === undefined) return [];
    return [
      {
        at,
        description: toText(event.tracking_description) ?? '',
        hasPickupProof: (event.epop_image_list ?? []).length > 0,
        hasDeliveryProof: (event.epod_image_list ?? []).length > 0,
      },
    ];
  });

export const toReverseTracking = (wire: WireReverseTracking): ShopeeReverseTracking => ({
  return: {
    status: toText(wire.reverse_logistics_status) ?? toText(wire.reverse_logistic_status),
    updatedAt: toTime(wire.reverse_logistics_update_time),
    trackingNumber: toText(wire.tracking_number),
    events: toEvents(wire.tracking_info),
  },
  toSeller: {
    status: toText(wire.post_return_logistics_status),
    updatedAt: toTime(wire.post_return_logistics_update_time),
    trackingNumber: toText(wire.rts_tracking_number),
    events: toEvents(wire.post_return_logistics_tracking_info),
  },
  estimatedDeliveryFrom: toTime(wire.estimated_delivery_date_min),
  estimatedDeliveryUntil: toTime(wire.estimated_delivery_date_max),
  collectionPinCode: toText(wire.collection_pin_code),
});
