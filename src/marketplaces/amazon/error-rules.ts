/** What a refusal means for the caller. */
export type RefusalClass =
  'token' | 'authorization' | 'permission' | 'not-found' | 'conflict' | 'throttled' | 'transient' | 'input';

interface Rule {
  readonly to: RefusalClass;
  readonly codes?: readonly string[];
  /** Of the details and the message together. */
  readonly words?: RegExp;
}

/** Login with Amazon and the Selling Partner API name their errors apart; the first rule that fits counts. */
const rules: readonly Rule[] = [
  { to: 'token', codes: ['Unauthorized', 'Forbidden', 'AccessDenied'], words: /access token.*expired/i },
  {
    to: 'authorization',
    codes: ['Unauthorized', 'Forbidden', 'AccessDenied'],
    words: /access token.*(?:missing|revoked|malformed|invalid)/i,
  },
  { to: 'throttled', codes: ['QuotaExceeded', 'RateLimited', 'TooManyRequests', 'Throttled'] },
  {
    to: 'transient',
    codes: ['InternalFailure', 'ServiceUnavailable', 'InternalError', 'server_error', 'temporarily_unavailable'],
  },
  { to: 'not-found', codes: ['NotFound', 'ResourceNotFound', 'NotFoundException'] },
  { to: 'conflict', codes: ['DuplicateRequest', 'Conflict'] },
  { to: 'permission', codes: ['Unauthorized', 'Forbidden', 'AccessDenied'] },
  {
    to: 'authorization',
    codes: ['invalid_grant', 'invalid_client', 'unauthorized_client', 'access_denied', 'invalid_scope', 'unsupported_grant_type'],
  },
  {
    to: 'input',
    codes: ['InvalidInput', 'InvalidRequest', 'BadRequest', 'invalid_request', 'RequestTooLarge', 'UnsupportedMediaType'],
  },
];

/** What each status means where the code says nothing; the test hosts send the status as the code. */
const byStatus: Readonly<Record<number, RefusalClass>> = {
  400: 'input',
  401: 'permission',
  403: 'permission',
  404: 'not-found',
  409: 'conflict',
  413: 'input',
  415: 'input',
  429: 'throttled',
};

/** Undefined: neither code nor status say whether anything was done. */
export const refusalClassOf = (code: string, words: string, status: number): RefusalClass | undefined =>
  rules.find((rule) => (rule.codes?.includes(code) ?? true) && (rule.words?.test(words) ?? true))?.to ?? byStatus[status];
