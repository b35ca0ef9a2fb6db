import { createHmac, timingSafeEqual } from 'node:crypto';

/** By their bytes, as Java's and JavaScript's own orders have ASCII keys: capitals, underscore, small letters. */
const byBytes = (left: string, right: string): number => Buffer.compare(Buffer.from(left), Buffer.from(right));

/** Keys and values one after another; pairs without a value, or with blanks alone, and `sign` itself stay out. */
export const signedTextOf = (path: string, parameters: ReadonlyMap<string, string>): string => {
  const keys = [...parameters.keys()].filter((key) => key !== 'sign' && (parameters.get(key) ?? '').trim() !== '');
  return (
    path +
    keys
      .sort(byBytes)
      .map((key) => key + (parameters.get(key) ?? ''))
      .join('')
  );
};

/** Upper-case hex of HMAC-SHA256 (openplatform.aliexpress.com, docId 9871). `path` is empty for `/sync`. */
export const signatureOf = (appSecret: string, path: string, parameters: ReadonlyMap<string, string>): string =>
  createHmac('sha256', appSecret).update(signedTextOf(path, parameters), 'utf8').digest('hex').toUpperCase();

/** Byte for byte: another case, a cut or a padded text is another signature. */
export const isSameSignature = (left: string, right: string): boolean => {
  const [leftBytes, rightBytes] = [Buffer.from(left), Buffer.from(right)];
  return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes);
};
