import { hasMark, mark, MarketplaceError, type ErrorContext } from './marketplace-error.js';

/**
 * Why a push was refused. `signature-mismatch` also covers a wrong key or a wrong configured address. `other-seller` is genuine, but about
 * another account of the same application.
 */
export type PushRejection = 'signature-missing' | 'signature-mismatch' | 'malformed-body' | 'other-seller';

/**
 * A push that this account must not act on. Answer 401 and change nothing; only `other-seller` is answered 2xx, for one address serves all
 * accounts of an application, and a marketplace suspends an address that keeps refusing.
 */
export class PushRejectedError extends MarketplaceError {
  override readonly name = 'PushRejectedError';
  override readonly code = 'push-rejected';
  readonly rejection: PushRejection;

  constructor(rejection: PushRejection, message: string, context: ErrorContext = {}) {
    super(message, context, { isRetryable: false });
    this.rejection = rejection;
    mark(this, this.name);
  }

  static override isInstance(error: unknown): error is PushRejectedError {
    return hasMark(error, 'PushRejectedError');
  }
}
