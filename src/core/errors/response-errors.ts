import type { Issue } from './caller-errors.js';
import { hasMark, mark, MarketplaceError, type ErrorContext } from './marketplace-error.js';

/** An answer came in a shape this version does not know. Report it: `issues` name the paths, no value is included. */
export class UnexpectedResponseError extends MarketplaceError {
  override readonly name = 'UnexpectedResponseError';
  override readonly code = 'unexpected-response';
  readonly issues: readonly Issue[];
  readonly status: number | undefined;

  constructor(
    message: string,
    context: ErrorContext & { readonly issues?: readonly Issue[]; readonly status?: number | undefined } = {},
  ) {
    super(message, context, { isRetryable: false });
    this.issues = context.issues ?? [];
    this.status = context.status;
    mark(this, this.name);
  }

  static override isInstance(error: unknown): error is UnexpectedResponseError {
    return hasMark(error, 'UnexpectedResponseError');
  }
}

/** One part of a larger read that failed, with where reading may resume. */
export interface Failure {
  /** The client's name of the account; absent when a single adapter was read. */
  readonly account?: string;
  readonly error: MarketplaceError;
  readonly continuationToken?: string;
}

/** Some accounts or pages could not be read. Everything that could be was delivered before this was thrown. */
export class PartialFailureError extends MarketplaceError {
  override readonly name = 'PartialFailureError';
  override readonly code = 'partial-failure';
  readonly failures: readonly Failure[];

  constructor(failures: readonly Failure[], context: ErrorContext = {}) {
    const parts = failures.map(({ account, error }) => `${account ?? error.marketplace ?? 'unknown'}: ${error.message}`);
    super(`${failures.length} part(s) could not be read: ${parts.join('; ')}`, context, {
      isRetryable: failures.every(({ error }) => error.isRetryable),
    });
    this.failures = failures;
    mark(this, this.name);
  }

  static override isInstance(error: unknown): error is PartialFailureError {
    return hasMark(error, 'PartialFailureError');
  }
}
