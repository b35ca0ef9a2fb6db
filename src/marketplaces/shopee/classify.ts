import { DeadlinePassedError } from '../../core/errors/api-errors.js';
import { UnexpectedResponseError } from '../../core/errors/response-errors.js';
import type { Answer, Outcome, Refusal } from '../../transport/protocol.js';
import { toProviderCode, toRequestId } from '../../transport/provider-words.js';
import { toProviderMessage } from '../../transport/redact.js';
import { refusalErrors, type RefusalError } from '../../transport/refusal-errors.js';
import { refusalByStatus } from '../../transport/status-refusal.js';
import { refusalClassOf, type RefusalClass } from './error-rules.js';

export const marketplace = 'shopee';

interface Envelope {
  readonly error: string;
  readonly message: string;
  readonly requestId: string | undefined;
  readonly response: unknown;
}

/**
 * Success is `''`; the samples of the reference print `' '` and `'-'` for it as well. A code is documented as text, and a number is one
 * too; of anything else it cannot be said what it means.
 */
const wordOf = (value: unknown): string | undefined => {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value).trim();
  return text === '-' ? '' : text;
};

const field = (body: object, name: string): unknown => (Object.hasOwn(body, name) ? Reflect.get(body, name) : undefined);

const toEnvelope = (body: unknown): Envelope | undefined => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  if (!['error', 'request_id', 'response'].some((name) => Object.hasOwn(body, name))) return undefined;
  const error = wordOf(field(body, 'error'));
  if (error === undefined) return undefined;
  return {
    error,
    message: wordOf(field(body, 'message')) ?? '',
    requestId: toRequestId(wordOf(field(body, 'request_id'))),
    response: field(body, 'response'),
  };
};

const flatCalls: ReadonlySet<string> = new Set([
  'shop.get_shop_info',
  'merchant.get_merchant_info',
  'merchant.get_shop_list_by_merchant',
]);

/** Calls about tokens, shops and merchants answer flat; all others must have `response`, or a lost answer would pass for an empty one. */
const isFlat = (endpoint: string): boolean =>
  endpoint.startsWith('auth.') || endpoint.startsWith('public.') || flatCalls.has(endpoint);

/**
 * A write is done only where the documented envelope says so, with a text for `error` and its `response`: without them the answer may
 * have been cut short or be of something in between. A read's own schema says what it cannot do without.
 */
const isHalfAnswer = ({ endpoint, body }: Answer): boolean => {
  if (endpoint.repeatable === 'safe' || isFlat(endpoint.name) || body.format !== 'json') return false;
  const { value } = body;
  if (typeof value !== 'object' || value === null) return false;
  return typeof field(value, 'error') !== 'string' || !Object.hasOwn(value, 'response');
};

/** Midnight in UTC+8 as a wait from the answer's own time, when a daily quota is filled again. */
const untilMidnightInMs = (date: string | undefined): number | undefined => {
  const now = date === undefined ? Number.NaN : Date.parse(date);
  const dayInMs = 86_400_000;
  return Number.isNaN(now) ? undefined : dayInMs - ((now + 8 * 3_600_000) % dayInMs);
};

const errorFactories: Readonly<Record<RefusalClass, RefusalError>> = {
  ...refusalErrors,
  quota: (text, context) => refusalErrors.throttled(`${text}. The daily quota is filled again at 00:00 UTC+8`, context),
  deadline: (text, context) => new DeadlinePassedError(text, context),
};

const refuse = ({ error, message, requestId }: Envelope, answer: Answer): Refusal => {
  const providerCode = toProviderCode(error);
  const operation = answer.endpoint.name;
  const said = toProviderMessage(message);
  const context = { marketplace, operation, requestId, status: answer.status, providerCode, providerMessage: said };
  const known = refusalClassOf(error, message);
  if (known === undefined && (answer.status >= 500 || answer.status === 429)) return refusalByStatus(answer, context);
  const refusalClass = known ?? 'input';
  const stated = refusalClass === 'quota' ? untilMidnightInMs(answer.headers['date']) : undefined;
  const retryAfterInMs = stated ?? answer.retryAfterInMs;
  const text = `shopee refused ${operation}: ${providerCode}${said === '' ? '' : ` (${said})`}`;
  return {
    type: 'refused',
    error: errorFactories[refusalClass](text, { ...context, retryAfterInMs }),
    // A passing fault, and a code nobody knows, may come after the deed.
    definitive: known !== undefined && known !== 'transient' && answer.status < 500,
    refreshToken: refusalClass === 'token' && answer.endpoint.credential !== 'application',
    clockSkew: refusalClass === 'clock',
  };
};

const unreadable = (answer: Answer): Refusal => ({
  type: 'refused',
  error: new UnexpectedResponseError(`shopee answered ${answer.endpoint.name} with something that is not its envelope`, {
    marketplace,
    operation: answer.endpoint.name,
    status: answer.status,
  }),
  definitive: false,
});

/**
 * Tells success from refusal. Business errors mostly come with HTTP 200 and gateway errors with 403, so the body is read whatever the
 * status says. `error_data` "Inner error, please try later. [5]" can also mean a missing `page_no`, a fault of the client; retries are
 * bounded by the transport.
 */
export const classify = (answer: Answer): Outcome => {
  const envelope = answer.body.format === 'json' ? toEnvelope(answer.body.value) : undefined;
  if (envelope !== undefined && envelope.error !== '') return refuse(envelope, answer);
  if (answer.status >= 400) return refusalByStatus(answer, { marketplace, requestId: envelope?.requestId });
  if (envelope === undefined || isHalfAnswer(answer)) return unreadable(answer);
  const body = answer.body.format === 'json' ? answer.body.value : undefined;
  return {
    type: 'ok',
    payload: isFlat(answer.endpoint.name) ? body : envelope.response,
    ...(envelope.requestId === undefined ? {} : { requestId: envelope.requestId }),
  };
};
