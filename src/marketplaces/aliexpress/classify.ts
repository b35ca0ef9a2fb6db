import { UnexpectedResponseError } from '../../core/errors/response-errors.js';
import type { Answer, Outcome, Refusal } from '../../transport/protocol.js';
import { toProviderCode, toRequestId } from '../../transport/provider-words.js';
import { toProviderMessage } from '../../transport/redact.js';
import { refusalErrors } from '../../transport/refusal-errors.js';
import { refusalByStatus } from '../../transport/status-refusal.js';
import { textField, toPayload } from './envelope.js';
import { banInMs, refusalClassOf, serviceRefusalClassOf, type RefusalClass } from './error-rules.js';
import { refusedIn, type Refused } from './refusals.js';

export const marketplace = 'aliexpress';

/** Of `extendsbuyeracceptgoodstime`, whose numbers say more than its words. */
const extensionCodes: Readonly<Record<string, RefusalClass>> = {
  '100': 'not-found',
  '200': 'not-found',
  '201': 'input',
  '210': 'conflict',
  '601': 'permission',
};

const classOf = (refused: Refused, answer: Answer): RefusalClass | undefined => {
  const isExtension = refused.layer === 'service' && answer.endpoint.name.endsWith('extendsbuyeracceptgoodstime');
  if (isExtension && Object.hasOwn(extensionCodes, refused.code)) return extensionCodes[refused.code];
  return refused.layer === 'service' ? serviceRefusalClassOf(refused) : refusalClassOf(refused);
};

const isToken = (refusalClass: RefusalClass, { endpoint }: Answer): boolean =>
  refusalClass === 'token' && endpoint.credential === 'seller';

/** Removes what may not be told of a buyer from a text of the platform. */
export type CleanText = (text: string) => string;

const refuse = (refused: Refused, answer: Answer, clean: CleanText): Refusal => {
  const operation = answer.endpoint.name;
  const said = toProviderMessage(clean(refused.message));
  const providerCode = toProviderCode(clean(refused.name));
  const requestId = toRequestId(refused.requestId);
  const context = { marketplace, operation, requestId, status: answer.status, providerCode, providerMessage: said };
  const known = classOf(refused, answer);
  if (known === undefined && (answer.status >= 500 || answer.status === 429)) return refusalByStatus(answer, context);
  const refusalClass = known ?? 'input';
  const banned = refusalClass === 'throttled' ? banInMs(refused.message) : undefined;
  return {
    type: 'refused',
    error: refusalErrors[refusalClass](`aliexpress refused ${operation}: ${providerCode}${said === '' ? '' : ` (${said})`}`, {
      ...context,
      retryAfterInMs: banned ?? answer.retryAfterInMs,
    }),
    // A passing fault, and a code nobody knows, may come after the deed.
    definitive: known !== undefined && known !== 'transient' && answer.status < 500,
    refreshToken: isToken(refusalClass, answer),
    clockSkew: refusalClass === 'clock',
  };
};

const unreadable = (answer: Answer): Refusal => ({
  type: 'refused',
  error: new UnexpectedResponseError(`aliexpress answered ${answer.endpoint.name} with something that is not its envelope`, {
    marketplace,
    operation: answer.endpoint.name,
    status: answer.status,
  }),
  definitive: false,
});

/**
 * Tells success from refusal. Errors come with HTTP 200 in three layers: `error_response`, a flat code, and a `false` inside a good
 * answer; so the body is read whatever the status says.
 */
export const classify = (answer: Answer, clean: CleanText): Outcome => {
  const body = answer.body.format === 'json' ? answer.body.value : undefined;
  const payload = toPayload(body);
  const refused = refusedIn(body, payload);
  if (refused !== undefined) return refuse(refused, answer, clean);
  if (answer.status >= 400) return refusalByStatus(answer, { marketplace });
  if (payload === undefined) return unreadable(answer);
  const requestId = toRequestId(textField(payload, 'request_id'));
  return { type: 'ok', payload, ...(requestId === undefined ? {} : { requestId }) };
};
