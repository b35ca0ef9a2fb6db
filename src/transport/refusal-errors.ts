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

/** What a refusal tells a program; how long to wait only where the marketplace said so. */
type RefusalContext = ApiErrorContext & { readonly retryAfterInMs?: number | undefined };

/** Makes the error of a refusal from what a person reads and what a program asks for. */
export type RefusalError = (text: string, context: RefusalContext) => MarketplaceError;

/** The error for each kind of refusal that marketplaces share; an adapter adds those of its own, or says more. */
export const refusalErrors = {
  token: (text, context) => new AuthenticationError(text, context),
  authorization: (text, context) => new AuthenticationError(text, context),
  clock: (text, context) => new RejectedError(`${text}. Set this machine's clock`, context),
  throttled: (text, context) => new RateLimitError(text, context),
  permission: (text, context) => new PermissionDeniedError(text, context),
  'not-found': (text, context) => new NotFoundError(text, context),
  conflict: (text, context) => new ConflictError(text, context),
  transient: (text, context) => new UnavailableError(text, context),
  input: (text, context) => new RejectedError(text, context),
} as const satisfies Readonly<Record<string, RefusalError>>;
