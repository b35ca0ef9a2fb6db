import {
  AuthenticationError,
  ConflictError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  RejectedError,
  UnavailableError,
  type ApiErrorContext,
} from '../core/errors/api-errors.js';
import type { MarketplaceError } from '../core/errors/marketplace-error.js';
import type { Answer, Refusal } from './protocol.js';

/** Judges a refusal by its HTTP status alone: for gateways' pages and other bodies that a protocol does not know. */
export const refusalByStatus = (answer: Answer, context: ApiErrorContext): Refusal => {
  const { status, retryAfterInMs } = answer;
  const isServerFault = status >= 500 || status === 408 || status === 425;
  return {
    type: 'refused',
    error: errorOf(status, { ...context, status, retryAfterInMs, operation: answer.endpoint.name }),
    definitive: !isServerFault,
  };
};

const errorOf = (
  status: number,
  context: ApiErrorContext & { readonly retryAfterInMs: number | undefined },
): MarketplaceError => {
  const text = `${context.marketplace ?? 'the marketplace'} answered ${context.operation ?? 'the call'} with HTTP ${status}`;
  if (status === 401) return new AuthenticationError(text, context);
  if (status === 403) return new PermissionDeniedError(text, context);
  if (status === 404) return new NotFoundError(text, context);
  if (status === 409) return new ConflictError(text, context);
  if (status === 429) return new RateLimitError(text, context);
  if (status >= 500 || status === 408 || status === 425) return new UnavailableError(text, context);
  return new RejectedError(text, context);
};
