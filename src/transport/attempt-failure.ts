import type { MarketplaceError } from '../core/errors/marketplace-error.js';
import type { UncertainReason } from './attempted.js';

/**
 * What became of a request that was not answered with success: it never left, the marketplace refused it, or nobody knows.
 * Only the last one must never be repeated for a `once` call.
 */
export type Fate =
  { readonly type: 'not-sent' } | { readonly type: 'refused' } | { readonly type: 'unknown'; readonly reason: UncertainReason };

interface FailureFacts {
  readonly fate: Fate;
  readonly retryAfterInMs?: number | undefined;
  /** What makes the next attempt better than this one, at once and without waiting. */
  readonly correction?: 'token' | 'clock' | undefined;
}

/** One attempt's end, inside the transport only: `error` is what the caller gets to see. */
export class AttemptFailure extends Error {
  override readonly name = 'AttemptFailure';
  readonly error: MarketplaceError;
  readonly fate: Fate;
  readonly retryAfterInMs: number | undefined;
  readonly correction: 'token' | 'clock' | undefined;

  constructor(error: MarketplaceError, { fate, retryAfterInMs, correction }: FailureFacts) {
    super(error.message);
    this.error = error;
    this.fate = fate;
    this.retryAfterInMs = retryAfterInMs;
    this.correction = correction;
  }
}
