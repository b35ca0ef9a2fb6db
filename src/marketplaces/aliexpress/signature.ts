import { createHmac } from 'node:crypto';

export interface SignatureInput {
  readonly appSecret: string;
  /** Empty for `/sync`; the path behind `/rest` for a system call, such as `/auth/token/create`. */
  readonly path: string;
  /** Every parameter of query and form as it is sent, not yet URL-encoded. Files are not signed. */
  readonly parameters: Readonly<Record<string, string>>;
}

/** What is blank is neither signed nor sent. */
export const isBlank = (text: string): boolean => text.trim() === '';

const byBytes = (left: string, right: string): number => Buffer.compare(Buffer.from(left, 'utf8'), Buffer.from(right, 'utf8'));

/**
 * The text that is signed: the path, then every name and value in the byte order of the names, without separators. A locale's order
 * would put `access_token` before `ReverseOrder…`, and the signature would be refused.
 */
export const baseStringOf = ({ path, parameters }: Omit<SignatureInput, 'appSecret'>): string =>
  path +
  Object.keys(parameters)
    .filter((name) => name !== 'sign' && name !== '' && !isBlank(parameters[name] ?? ''))
    .sort(byBytes)
    .map((name) => name + (parameters[name] ?? ''))
    .join('');

/** Upper-case hex of HMAC-SHA256 over UTF-8 (openplatform.aliexpress.com, docId 9871). */
export const signatureOf = ({ appSecret, ...signed }: SignatureInput): string =>
  createHmac('sha256', appSecret).update(baseStringOf(signed), 'utf8').digest('hex').toUpperCase();
