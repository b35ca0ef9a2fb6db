import { HttpFailure, type HttpFailureKind } from './http-client.js';

/** Only a connection that was never made ends in one of these, whoever reports it. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'UND_ERR_CONNECT_TIMEOUT']);
const unwritable = new Set([
  'ERR_INVALID_URL',
  'ERR_INVALID_CHAR',
  'ERR_INVALID_HTTP_TOKEN',
  'ERR_INVALID_PROTOCOL',
  'ERR_UNESCAPED_CHARACTERS',
  'ERR_HTTP_INVALID_HEADER_VALUE',
]);
const timedOut = new Set([
  'ECONNABORTED',
  'ETIMEDOUT',
  'ESOCKETTIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
]);

const messages: Readonly<Record<HttpFailureKind, string>> = {
  connection: 'the connection failed',
  timeout: 'no complete answer came in time',
  aborted: 'the call was aborted',
  unreadable: 'the answer could not be decoded',
  'invalid-request': 'the request cannot be written as HTTP',
};

/** What the caller of a client knows beyond the error itself. */
export interface FailureFacts {
  readonly wasSent: boolean;
  /** Set when the caller ended the exchange itself. */
  readonly endedBy?: 'timeout' | 'aborted' | undefined;
}

/** Turns whatever a client threw into an `HttpFailure`: only a system code is kept, because the rest may hold addresses, headers and bodies. */
export const toHttpFailure = (error: unknown, facts: FailureFacts): HttpFailure => {
  if (error instanceof HttpFailure) return error;
  const code = codeOf(error);
  const kind = facts.endedBy ?? kindOf(error, code);
  const wasSent = facts.wasSent && kind !== 'invalid-request' && !(code !== undefined && neverSent.has(code));
  const detail = code === undefined || facts.endedBy !== undefined ? '' : ` (${code})`;
  return new HttpFailure(`${messages[kind]}${detail}`, { kind, wasSent });
};

const kindOf = (error: unknown, code: string | undefined): HttpFailureKind => {
  if (isNamed(error, 'AbortError') || code === 'ABORT_ERR' || code === 'ERR_CANCELED') return 'aborted';
  if (isNamed(error, 'TimeoutError')) return 'timeout';
  if (code === undefined) return 'connection';
  if (timedOut.has(code)) return 'timeout';
  if (unwritable.has(code)) return 'invalid-request';
  return isDecoding(error, code) ? 'unreadable' : 'connection';
};

// zlib's codes are Z_DATA_ERROR and the like, brotli's ERR__ERROR_FORMAT_…; axios reports the size limit by its text only.
const isDecoding = (error: unknown, code: string): boolean =>
  code.startsWith('Z_') ||
  code.startsWith('ERR__ERROR') ||
  (error instanceof Error && error.message.startsWith('maxContentLength'));

const isNamed = (error: unknown, name: string): boolean => error instanceof Error && error.name === name;

/** Fetch hides the system's code one level down, in `cause`. */
const codeOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && /^[A-Z][A-Z0-9_]{1,40}$/.test(code)) return code;
  return error.cause === error ? undefined : codeOf(error.cause);
};
