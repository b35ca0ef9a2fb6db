import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who is named in the signed text beside the application. */
export type SignedFor =
  | { readonly kind: 'shop'; readonly accessToken: string; readonly shopId: string }
  | { readonly kind: 'merchant'; readonly accessToken: string; readonly merchantId: string }
  | { readonly kind: 'public' };

export interface SignatureInput {
  readonly partnerId: string;
  /** Used as it is printed in the console, a leading `shpk` included. */
  readonly partnerKey: string;
  /** With `/api/v2/…`, without host and query. */
  readonly path: string;
  /** Unix seconds; the same value goes into the query. */
  readonly timestamp: number;
  readonly signedFor: SignedFor;
}

const ownerOf = (signedFor: SignedFor): string => {
  if (signedFor.kind === 'public') return '';
  return signedFor.accessToken + (signedFor.kind === 'shop' ? signedFor.shopId : signedFor.merchantId);
};

/** The text that is signed: plain concatenation, neither query nor body nor host (https://open.shopee.com/developer-guide/16). */
export const baseStringOf = ({ partnerId, path, timestamp, signedFor }: Omit<SignatureInput, 'partnerKey'>): string =>
  `${partnerId}${path}${timestamp}${ownerOf(signedFor)}`;

/** Lower-case hex of HMAC-SHA256. */
export const hmacOf = (key: string, ...parts: readonly (string | Uint8Array)[]): string => {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest('hex');
};

export const signatureOf = (input: SignatureInput): string => hmacOf(input.partnerKey, baseStringOf(input));

/** Compares in constant time, so that the answer's delay tells nothing about the right signature. */
export const isSameSignature = (left: string, right: string): boolean => {
  const [expected, given] = [Buffer.from(left, 'utf8'), Buffer.from(right, 'utf8')];
  return expected.length === given.length && timingSafeEqual(expected, given);
};
