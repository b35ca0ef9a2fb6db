import type { Reply } from '../../exchange.js';
import { isJsonObject, type JsonObject } from '../../json.js';
import { Refusal } from '../envelope.js';
import { recordShippingProof } from '../lifecycle/shipping-proof.js';
import type { ReturnRecord } from '../record.js';
import type { Endpoint, ShopeeCall } from '../world.js';
import { bodyOf, requireReturn, respond, returnNotFound, textOf } from './input.js';

const carriers = [
  { id: 0, name: 'Other' },
  { id: 50_021, name: 'Post Office' },
  { id: 50_044, name: 'Family Courier' },
] as const;

const requireReturnSn = (returnSn: string): string => {
  if (returnSn === '') throw new Refusal('returns.missing_return_sn', 'Return SN is a required parameter');
  return returnSn;
};

const getShippingCarrier = (call: ShopeeCall): Reply => {
  const record = requireReturn(call, requireReturnSn(call.request.query.get('return_sn') ?? ''), returnNotFound);
  if (!record.claim.isSellerArranged)
    throw new Refusal('returns.missing_reverse_logistics_carrier_list', 'No reverse logistics carrier list available');
  return respond(call, {
    is_shipping_proof_mandatory: true,
    has_uploaded_seller_arrange_proof: record.isShippingProofUploaded,
    shipping_proof_template: [{ is_tracking_number_required: true, is_shipping_image_file_mandatory: true }],
    reverse_logistics_carrier_list: carriers.map(({ id, name }) => ({
      reverse_logistics_carrier_id: id,
      reverse_logistics_carrier_name: name,
    })),
  });
};

const requireUploadable = (record: ReturnRecord): void => {
  if (!record.claim.isSellerArranged || record.status !== 'PROCESSING')
    throw new Refusal('returns.new_seller_arrange_flow_disabled', 'New seller arrange flow is not enabled');
  if (record.isShippingProofUploaded)
    throw new Refusal('returns.exceed_shipping_proof', 'Shipping Proof have already been uploaded');
};

const requireCarrier = (body: JsonObject): void => {
  const id = body['reverse_logistics_carrier_id'];
  if (id === undefined || id === null)
    throw new Refusal('returns.missing_carrier_id', 'Reverse Logistics carrier ID is a required parameter');
  if (!carriers.some((carrier) => carrier.id === id))
    throw new Refusal('returns.invalid_carrier_id', 'Reverse Logistics carrier ID is invalid');
  if (id === 0 && textOf(body['reverse_logistics_carrier_name']) === '')
    throw new Refusal('returns.missing_carrier_name', 'Reverse Logistics carrier name is a required parameter');
};

const requireTrackingNumber = (value: unknown): string => {
  if (value === undefined || value === null)
    throw new Refusal('returns.missing_tracking_no', 'Tracking Number is a required parameter');
  if (typeof value !== 'string') throw new Refusal('returns.invalid_tracking_no', 'Tracking Number is invalid');
  if (value.trim() === '') throw new Refusal('returns.error_blank_tracking_no', 'Tracking Number field cannot be blank');
  if (!/^[\da-z]+$/i.test(value))
    throw new Refusal(
      'returns.error_tracking_no_alphanumeric',
      'Tracking number should not contain special characters; for eg. !; @; $; %; &; *',
    );
  if (value.length < 5 || value.length > 30)
    throw new Refusal('returns.error_tracking_no_length', 'Tracking number should be 5-30 characters');
  return value;
};

const requireImages = (value: unknown, { world }: ShopeeCall): void => {
  const images: readonly unknown[] = Array.isArray(value) ? value : [];
  if (images.length === 0) throw new Refusal('returns.missing_image', 'Shipping Proof image is a required parameter');
  if (images.length > 3)
    throw new Refusal(
      'returns.error_filenumber',
      'Number of image files exceeds three. Please only upload max three image files',
    );
  for (const image of images) {
    const id = isJsonObject(image) ? textOf(image['image_id']) : '';
    if (!world.uploads.isShippingProof(id)) throw new Refusal('returns.invalid_image_id', 'Provided image ID is invalid');
  }
};

const uploadShippingProof = (call: ShopeeCall): Reply => {
  const body = bodyOf(call);
  const record = requireReturn(call, requireReturnSn(textOf(body['return_sn'])), returnNotFound);
  requireUploadable(record);
  requireCarrier(body);
  const trackingNumber = requireTrackingNumber(body['tracking_number']);
  requireImages(body['image_id_list'], call);
  call.world.returns.change(record, call.now, recordShippingProof(trackingNumber));
  return respond(call, {});
};

export const shippingProofEndpoints: readonly Endpoint[] = [
  { method: 'GET', path: '/api/v2/returns/get_shipping_carrier', type: 'shop', answer: getShippingCarrier },
  { method: 'POST', path: '/api/v2/returns/upload_shipping_proof', type: 'shop', answer: uploadShippingProof },
];
