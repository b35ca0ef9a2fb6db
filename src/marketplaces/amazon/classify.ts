import type { Answer, Outcome, Refusal } from '../../transport/protocol.js';
import { toProviderCode, toRequestId } from '../../transport/provider-words.js';
import { toProviderMessage } from '../../transport/redact.js';
import { refusalErrors, type RefusalError } from '../../transport/refusal-errors.js';
import { refusalByStatus } from '../../transport/status-refusal.js';
import { refusalClassOf, type RefusalClass } from './error-rules.js';

export const marketplace = 'amazon';

interface ErrorEntry {
  readonly code: string;
  readonly message: string;
  readonly details: string;
}

const field = (body: object, name: string): unknown => (Object.hasOwn(body, name) ? Reflect.get(body, name) : undefined);

const textOf = (body: object, name: string): string => {
  const value = field(body, name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** The first of an error list, which older operations send with a success too; or the one error of Login with Amazon. */
const toErrorEntry = (body: unknown): ErrorEntry | undefined => {
  if (typeof body !== 'object' || body === null) return undefined;
  const list = field(body, 'errors');
  const first: unknown = Array.isArray(list) ? list[0] : undefined;
  if (typeof first === 'object' && first !== null) {
    return { code: textOf(first, 'code'), message: textOf(first, 'message'), details: textOf(first, 'details') };
  }
  if (textOf(body, 'error') === '') return undefined;
  return { code: textOf(body, 'error'), message: textOf(body, 'error_description'), details: '' };
};

/** Tokens and client secrets have shapes of their own, however short. */
const secretShapes = /\bAt(?:za|zr|z\.\w+)\|[^\s"']+|\bamzn1\.oa2-cs\.[^\s"']+/g;

const withoutSecrets = (text: string): string => text.replace(secretShapes, '[redacted]');

const errorFactories: Readonly<Record<RefusalClass, RefusalError>> = {
  ...refusalErrors,
  permission: (text, context) =>
    refusalErrors.permission(`${text}. The application lacks the role, or the account is of another region`, context),
};

const requestIdOf = ({ headers }: Answer): string | undefined => toRequestId(headers['x-amzn-requestid']);

const refuse = ({ code, message, details }: ErrorEntry, answer: Answer): Refusal => {
  const operation = answer.endpoint.name;
  const said = toProviderMessage(withoutSecrets([message, details].filter((part) => part !== '').join(' ')));
  const context = {
    marketplace,
    operation,
    requestId: requestIdOf(answer),
    status: answer.status,
    providerCode: toProviderCode(withoutSecrets(code)),
    providerMessage: said,
  };
  const known = refusalClassOf(code, `${details} ${message}`, answer.status);
  if (known === undefined && answer.status >= 400) return refusalByStatus(answer, context);
  const refusalClass = known ?? 'input';
  return {
    type: 'refused',
    error: errorFactories[refusalClass](
      `amazon refused ${operation}: ${context.providerCode}${said === '' ? '' : ` (${said})`}`,
      { ...context, retryAfterInMs: answer.retryAfterInMs },
    ),
    // A code nobody knows, beside a success, may come after the deed.
    definitive: known !== undefined && known !== 'transient' && answer.status < 500,
    refreshToken: refusalClass === 'token',
  };
};

/** Tells success from refusal: some operations answer a list of errors with a success's status, so the body is read whatever the status says. */
export const classify = (answer: Answer): Outcome => {
  const entry = answer.body.format === 'json' ? toErrorEntry(answer.body.value) : undefined;
  if (entry !== undefined) return refuse(entry, answer);
  const requestId = requestIdOf(answer);
  if (answer.status >= 300) return refusalByStatus(answer, { marketplace, requestId });
  const { body } = answer;
  const payload =
    body.format === 'json' ? body.value : body.format === 'text' ? body.text : body.format === 'bytes' ? body.bytes : undefined;
  return { type: 'ok', payload, ...(requestId === undefined ? {} : { requestId }) };
};
