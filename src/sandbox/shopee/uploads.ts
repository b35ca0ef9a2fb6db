import { createRandom } from '../random.js';
import type { Photo } from './record.js';

/** Images that were uploaded; only their addresses are kept. */
export interface Uploads {
  /** Evidence for disputes: addressed by URL. */
  addEvidence(extension: string): Photo;
  /** Shipping proof: addressed by id. */
  addShippingProof(): string;
  /** Whether Shopee could fetch an image: not if its URL is one of ours that was never given out, or no URL at all. */
  isFetchable(url: string): boolean;
  isShippingProof(imageId: string): boolean;
}

const folder = '/api/v2/files/c2FuZGJveA/';

export const createUploads = (seed: number, baseUrl: () => string): Uploads => {
  const random = createRandom('uploads', seed);
  const urls = new Set<string>();
  const shippingProofs = new Set<string>();
  return {
    addEvidence: (extension) => {
      const name = random.hex(32);
      const url = `${baseUrl()}${folder}${name}.${extension}`;
      urls.add(url);
      return { url, thumbnail: `${baseUrl()}${folder}${name}_tn.${extension}` };
    },
    addShippingProof: () => {
      const id = `sg-11134004-${random.hex(5)}-${random.hex(14)}`;
      shippingProofs.add(id);
      return id;
    },
    isFetchable: (url) => {
      if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return false;
      return !url.startsWith(baseUrl()) || urls.has(url);
    },
    isShippingProof: (imageId) => shippingProofs.has(imageId),
  };
};

const magicNumbers = [
  { extension: 'png', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { extension: 'jpg', bytes: [0xff, 0xd8, 0xff] },
] as const;

export const largestImage = 10 * 1024 * 1024;

/** `png` or `jpg` by the bytes themselves, whatever the file is called. */
export const imageExtensionOf = (data: Buffer): string | undefined =>
  magicNumbers.find(({ bytes }) => bytes.every((byte, index) => data[index] === byte))?.extension;
