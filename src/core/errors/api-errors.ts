import { hasMark, mark, MarketplaceError, type ErrorContext, type MarketplaceErrorCode } from './marketplace-error.js';

/** What the marketplace said when it refused. `providerMessage` is its text with personal data left out. */
export interface ApiErrorContext extends ErrorContext {
  readonly status?: number | undefined;
  readonly providerCode?: string | undefined;
  readonly providerMessage?: string | undefined;
}

/** An answer came and it was a refusal. Its subclasses say what the caller can do about it. */
export abstract class ApiError extends MarketplaceError {
  abstract override readonly code: MarketplaceErrorCode;
  readonly status: number | undefined;
  readonly providerCode: string | undefined;
  readonly providerMessage: string | undefined;

  protected constructor(message: string, context: ApiErrorContext, traits: { readonly isRetryable: boolean }) {
    super(message, context, traits);
    this.status = context.status;
    this.providerCode = context.providerCode;
    this.providerMessage = context.providerMessage;
    mark(this, 'ApiError');
  }

  override toJSON(): Record<string, unknown> {
    const { status, providerCode, providerMessage } = this;
    return { ...super.toJSON(), status, providerCode, providerMessage };
  }

  static override isInstance(error: unknown): error is ApiError {
    return hasMark(error, 'ApiError');
  }
}

/** The token is not valid and could not be renewed. Authorise the account again. */
export class AuthenticationError extends ApiError {
  override readonly name = 'AuthenticationError';
  override readonly code = 'authentication';

  constructor(message: string, context: ApiErrorContext = {}) {
    super(message, context, { isRetryable: false });
    mark(this, this.name);
  }

  static override isInstance(error: unknown): error is AuthenticationError {
    return hasMark(error, 'AuthenticationError');
  }
}

/** The application or the seller lacks a permission. Grant it, then call again. */
export class PermissionDeniedError extends ApiError {
  override readonly name = 'PermissionDeniedError';
  override readonly code = 'permission-denied';

  constructor(message: string, context: ApiErrorContext = {}) {
    super(message, context, { isRetryable: false });
    mark(this, this.name);
  }

  static override isInstance(error: unknown): error is PermissionDeniedError {
    return hasMark(error, 'PermissionDeniedError');
  }
}

/** The marketplace knows no such case or order for this seller. */
export class NotFoundError extends ApiError {
  override readonly name = 'NotFoundError';
  override readonly code = 'not-found';

  constructor(message: string, context: ApiErrorContext = {}) {
    super(message, context, { isRetryable: false });
    mark(this, this.name);
  }

  static override isInstance(error: unknown): error is NotFoundError {
    return hasMark(error, 'NotFoundError');
  }
}

/** The case is no longer what the caller saw, or its state does not allow the action. Read it again, then decide again. */
export class ConflictError extends ApiError {
  override readonly name = 'ConflictError';
  override readonly code = 'conflict';

  constructor(message: string, context: ApiErrorContext = {}) {
    super(message, context, { isRetryable: false });
    mark(this, this.name);
  }

  static override isInstance(error: unknown): error is ConflictError {
    return hasMark(error, 'ConflictError');
  }
}

/** Too late: the marketplace closed this step. What silence meant has already happened. */
export class DeadlinePassedError extends ApiError {
  override readonly name = 'DeadlinePassedError';
  override readonly code = 'deadline-passed';

  constructor(message: string, context: ApiErrorContext = {}) {
    super(message, context, { isRetryable: false });
    mark(this, this.name);
  }

  static override isInstance(error: unknown): error is DeadlinePassedError {
    return hasMark(error, 'DeadlinePassedError');
  }
}

/** A business refusal; `providerCode` says which. */
export class RejectedError extends ApiError {
  override readonly name = 'RejectedError';
  override readonly code = 'rejected';

  constructor(message: string, context: ApiErrorContext = {}) {
    super(message, context, { isRetryable: false });
    mark(this, this.name);
  }

  static override isInstance(error: unknown): error is RejectedError {
    return hasMark(error, 'RejectedError');
  }
}

/** Too many calls. Wait `retryAfterInMs` where the marketplace gave it. */
export class RateLimitError extends ApiError {
  override readonly name = 'RateLimitError';
  override readonly code = 'rate-limit';
  readonly retryAfterInMs: number | undefined;

  constructor(message: string, context: ApiErrorContext & { readonly retryAfterInMs?: number | undefined } = {}) {
    super(message, context, { isRetryable: true });
    this.retryAfterInMs = context.retryAfterInMs;
    mark(this, this.name);
  }

  static override isInstance(error: unknown): error is RateLimitError {
    return hasMark(error, 'RateLimitError');
  }
}

/** The marketplace is down or answered with a passing fault. Wait, then call again. */
export class UnavailableError extends ApiError {
  override readonly name = 'UnavailableError';
  override readonly code = 'unavailable';
  readonly retryAfterInMs: number | undefined;

  constructor(message: string, context: ApiErrorContext & { readonly retryAfterInMs?: number | undefined } = {}) {
    super(message, context, { isRetryable: true });
    this.retryAfterInMs = context.retryAfterInMs;
    mark(this, this.name);
  }

  static override isInstance(error: unknown): error is UnavailableError {
    return hasMark(error, 'UnavailableError');
  }
}
