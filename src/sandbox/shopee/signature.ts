import { createHmac, timingSafeEqual } from 'node:crypto';

/** Who a call speaks for: nobody (public), one shop or one merchant. */
export interface SignedSubject {
  readonly accessToken: string;
  /** `shop_id` or `merchant_id`, exactly as it stands in the query. */
  readonly id: string;
}

export interface SignedCall {
  readonly partnerId: string;
  /** With `/api/v2/`, without host and query. */
  readonly path: string;
  /** Unix seconds, exactly as they stand in the query. */
  readonly timestamp: string;
  readonly subject?: SignedSubject;
}

const hmac = (key: string, text: string | Buffer): string => createHmac('sha256', key).update(text).digest('hex');

/** Lower-case hex of HMAC-SHA256 over the parts joined without a separator (https://open.shopee.com/developer-guide/16). */
export const signatureOf = (partnerKey: string, { partnerId, path, timestamp, subject }: SignedCall): string =>
  hmac(partnerKey, `${partnerId}${path}${timestamp}${subject?.accessToken ?? ''}${subject?.id ?? ''}`);

/** The Authorization header of a push: HMAC over the callback URL, `|` and the raw body. */
export const pushSignatureOf = (pushKey: string, url: string, body: string): string => hmac(pushKey, `${url}|${body}`);

/** Byte for byte: another case, a cut or a padded text is another signature. */
export const isSameSignature = (left: string, right: string): boolean => {
  const [leftBytes, rightBytes] = [Buffer.from(left), Buffer.from(right)];
  return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes);
};
