import type { Reply } from '../exchange.js';
import { escapeXml } from './xml.js';

/** A refusal in the words of the part that refuses; thrown by whatever finds the reason, answered by the emulator. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly reply: Reply;
  constructor(message: string, reply: Reply) {
    super(message);
    this.reply = reply;
  }
}

export interface ErrorEntry {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly details?: string;
}

/** SP-API's error list; v0 and v1 answers have the same shape on the wire. */
export const errorReply = ({ status, code, message, details = '' }: ErrorEntry): Reply => ({
  status,
  headers: { 'x-amzn-errortype': code },
  body: JSON.stringify({ errors: [{ code, message, details }] }),
  error: code,
});

export const refusal = (entry: ErrorEntry): Refusal => new Refusal(entry.message, errorReply(entry));

export const invalidInput = (message: string, details?: string): Refusal =>
  refusal({ status: 400, code: 'InvalidInput', message, ...(details !== undefined && { details }) });

/** The spelling of the code is not documented. */
export const notFound = (message: string): Refusal => refusal({ status: 404, code: 'NotFound', message });

/** What a token that is missing, spent or not made for the call gets. */
export const denied = (details: string): Refusal =>
  refusal({ status: 403, code: 'Unauthorized', message: 'Access to requested resource is denied.', details });

export const forbidden = (): Refusal =>
  refusal({ status: 403, code: 'Unauthorized', message: 'Access to the resource is forbidden' });

export const quotaMessage = 'You exceeded your quota for the requested resource.';

export const overQuota = (): Refusal => refusal({ status: 429, code: 'QuotaExceeded', message: quotaMessage });

/** Login with Amazon's own shape (RFC 6749). The HTTP status per code is not documented: 400, and 401 for a wrong client. */
export const loginReply = (error: string, description: string): Reply => ({
  status: error === 'invalid_client' ? 401 : 400,
  body: JSON.stringify({ error, error_description: description }),
  error,
});

export const loginRefusal = (error: string, description: string): Refusal =>
  new Refusal(description, loginReply(error, description));

/** The storage behind pre-signed URLs answers in its own XML. */
export const storageRefusal = (code: string, message: string): Refusal =>
  new Refusal(message, {
    status: code === 'NoSuchKey' ? 404 : 403,
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`,
    error: code,
  });
