import type { Reply } from '../../exchange.js';
import { isJsonObject, type JsonObject } from '../../json.js';
import { parseMultipart, type FormPart } from '../../multipart.js';
import { Refusal } from '../envelope.js';
import { uploadProof } from '../lifecycle/disputes.js';
import type { Photo } from '../record.js';
import { imageExtensionOf, largestImage } from '../uploads.js';
import type { Endpoint, ShopeeCall } from '../world.js';
import { bodyOf, illegalReturnSn, queriedReturn, requireReturn, respond, textOf } from './input.js';

const unsupportedFormat = (): Refusal => new Refusal('format.unsupport', 'The Image Format Not Support');
const failedUpload = (): Refusal => new Refusal('image.upload.fail', 'image upload fail');

/** Checks one image of a form and returns its extension. Throws the upload endpoints' `Refusal`s. */
const requireImage = (data: Buffer): string => {
  if (data.length > largestImage) throw failedUpload();
  const extension = imageExtensionOf(data);
  if (extension === undefined) throw unsupportedFormat();
  return extension;
};

const formOf = ({ request }: ShopeeCall): readonly FormPart[] => {
  const parts = parseMultipart(request.headers['content-type'] ?? '', request.body);
  if (parts === undefined) throw failedUpload();
  return parts;
};

const convertImage = (call: ShopeeCall): Reply => {
  const parts = formOf(call);
  const returnSn = parts.find(({ name }) => name === 'return_sn')?.data.toString('utf8') ?? '';
  requireReturn(call, returnSn, illegalReturnSn);
  // Of several pictures only the first is taken.
  const image = parts.find(({ name, filename }) => name === 'upload_image' && filename !== undefined);
  if (image === undefined) throw failedUpload();
  return respond(call, call.world.uploads.addEvidence(requireImage(image.data)));
};

/** Not documented; more than any reason's modules take together. */
const mostPhotos = 12;

const requirePhotos = (value: unknown, { world }: ShopeeCall): readonly Photo[] => {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.length > mostPhotos) throw new Refusal('number.error', 'not support entry count');
  return value.map((entry: unknown) => {
    const { url, thumbnail }: JsonObject = isJsonObject(entry) ? entry : {};
    const photo = { url: textOf(url), thumbnail: textOf(thumbnail) };
    if (!world.uploads.isFetchable(photo.url) || photo.thumbnail === '')
      throw new Refusal('format.unsupported', 'Not Support Url');
    return photo;
  });
};

const uploadReturnProof = (call: ShopeeCall): Reply => {
  const body = bodyOf(call);
  const record = requireReturn(call, textOf(body['return_sn']), illegalReturnSn);
  if (record.proof.status === 'OVERDUE') throw new Refusal('proof.overdue', 'proof is overdue');
  if (record.proof.status !== 'PENDING') throw new Refusal('no.proof', 'no proof');
  const photos = requirePhotos(body['photo'], call);
  const description = textOf(body['description']);
  if (photos.length === 0 && description === '') throw new Refusal('number.error', 'not support entry count');
  call.world.returns.change(record, call.now, uploadProof(photos, description));
  return respond(call, {});
};

const queryProof = (call: ShopeeCall): Reply => {
  const { proof } = queriedReturn(call, illegalReturnSn);
  if (proof.status !== 'UPLOADED') throw new Refusal('no.proof', 'no proof');
  return respond(call, { image: proof.photos, video: [], description: proof.description });
};

/** The picture of a shipping proof; signed as a public call, according to the reference. */
const uploadImage = (call: ShopeeCall): Reply => {
  const parts = formOf(call);
  const fieldOf = (wanted: string): string => parts.find(({ name }) => name === wanted)?.data.toString('utf8') ?? '';
  if (fieldOf('business') !== '2' || fieldOf('scene') !== '1') throw new Refusal('error_param', 'parameter invalid');
  const images = parts.filter(({ name, filename }) => name === 'images' && filename !== undefined);
  if (images.length < 1 || images.length > 3) throw new Refusal('error_param', 'parameter invalid');
  for (const { data } of images) requireImage(data);
  const ids = images.map(() => call.world.uploads.addShippingProof());
  return respond(call, { image_list: ids.map((id) => ({ image_id: id, image_url: `https://cf.shopee.sg/file/${id}` })) });
};

export const evidenceEndpoints: readonly Endpoint[] = [
  { method: 'POST', path: '/api/v2/returns/convert_image', type: 'shop', answer: convertImage },
  { method: 'POST', path: '/api/v2/returns/upload_proof', type: 'shop', answer: uploadReturnProof },
  { method: 'GET', path: '/api/v2/returns/query_proof', type: 'shop', answer: queryProof },
  { method: 'POST', path: '/api/v2/media/upload_image', type: 'public', answer: uploadImage },
];
