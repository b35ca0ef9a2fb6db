import * as z from 'zod';
import { optionalFlag, optionalNumber, optionalText, optionalTexts } from './fields.js';

export const wireConvertedImage = z.lazy(() => z.object({ url: z.string().min(1), thumbnail: optionalText }));

const proofFile = z.lazy(() => z.object({ url: optionalText, thumbnail: optionalText }));
export const wireProof = z.lazy(() =>
  z.object({
    image: z.array(proofFile).nullish(),
    video: z.array(proofFile).nullish(),
    description: optionalText,
  }),
);
export type WireProof = z.infer<typeof wireProof>;

/** Calls that answer nothing but their success send `{}` or null. */
export const wireNothing = z.lazy(() => z.object({}).nullish());

const template = z.lazy(() =>
  z.object({ is_tracking_number_required: optionalFlag, is_shipping_image_file_mandatory: optionalFlag }),
);
const carrier = z.lazy(() =>
  z.object({ reverse_logistics_carrier_id: optionalNumber, reverse_logistics_carrier_name: optionalText }),
);
export const wireShippingCarriers = z.lazy(() =>
  z.object({
    is_shipping_proof_mandatory: optionalFlag,
    has_uploaded_seller_arrange_proof: optionalFlag,
    shipping_proof_template: z.union([z.array(template), template]).nullish(),
    reverse_logistics_carrier_list: z.array(carrier).nullish(),
  }),
);
export type WireShippingCarriers = z.infer<typeof wireShippingCarriers>;

export const wireUploadedImages = z.lazy(() =>
  z.object({
    image_list: z.array(z.object({ image_id: z.string().min(1), image_url: optionalText })).nullish(),
  }),
);

const trackingEvent = z.lazy(() =>
  z.object({
    update_time: optionalNumber,
    tracking_description: optionalText,
    epop_image_list: optionalTexts,
    epod_image_list: optionalTexts,
  }),
);
export type WireTrackingEvent = z.infer<typeof trackingEvent>;

export const wireReverseTracking = z.lazy(() =>
  z.object({
    reverse_logistics_status: optionalText,
    reverse_logistic_status: optionalText,
    reverse_logistics_update_time: optionalNumber,
    estimated_delivery_date_max: optionalNumber,
    estimated_delivery_date_min: optionalNumber,
    collection_pin_code: optionalText,
    tracking_number: optionalText,
    tracking_info: z.array(trackingEvent).nullish(),
    post_return_logistics_status: optionalText,
    post_return_logistics_update_time: optionalNumber,
    rts_tracking_number: optionalText,
    post_return_logistics_tracking_info: z.array(trackingEvent).nullish(),
  }),
);
export type WireReverseTracking = z.infer<typeof wireReverseTracking>;
