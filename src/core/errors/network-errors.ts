import { hasMark, mark, MarketplaceError, type ErrorContext } from './marketplace-error.js';

/**
 * No answer came because no connection could be made or it broke.
 * `wasSent` is false only when it is certain that no byte reached the marketplace.
 */
export class ConnectionError extends MarketplaceError {
  override readonly name = 'ConnectionError';
  override readonly code = 'connection';
  readonly wasSent: boolean;

  constructor(message: string, context: ErrorContext & { readonly wasSent: boolean }) {
    super(message, context, { isRetryable: true });
    this.wasSent = context.wasSent;
    mark(this, this.name);
  }

  static override isInstance(error: unknown): error is ConnectionError {
    return hasMark(error, 'ConnectionError');
  }
}

/** No answer came in time; whether the marketplace acted is not known. */
export class TimeoutError extends MarketplaceError {
  override readonly name = 'TimeoutError';
  override readonly code = 'timeout';
  readonly timeoutInMs: number;

  constructor(message: string, context: ErrorContext & { readonly timeoutInMs: number }) {
    super(message, context, { isRetryable: true });
    this.timeoutInMs = context.timeoutInMs;
    mark(this, this.name);
  }

  static override isInstance(error: unknown): error is TimeoutError {
    return hasMark(error, 'TimeoutError');
  }
}

/** The caller's own signal ended the call. */
export class AbortedError extends MarketplaceError {
  override readonly name = 'AbortedError';
  override readonly code = 'aborted';

  constructor(message: string, context: ErrorContext = {}) {
    super(message, context, { isRetryable: false });
    mark(this, this.name);
  }

  static override isInstance(error: unknown): error is AbortedError {
    return hasMark(error, 'AbortedError');
  }
}
