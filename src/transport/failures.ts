import { RateLimitError, UnavailableError } from '../core/errors/api-errors.js';
import { ConfigurationError, InvalidInputError } from '../core/errors/caller-errors.js';
import { MarketplaceError, type ErrorContext } from '../core/errors/marketplace-error.js';
import { AbortedError, ConnectionError, TimeoutError } from '../core/errors/network-errors.js';
import { UnexpectedResponseError } from '../core/errors/response-errors.js';
import { AttemptFailure, type Fate } from './attempt-failure.js';
import type { HttpFailure } from './http-client.js';
import type { Answer, Refusal } from './protocol.js';
import type { UncertainReason } from './attempted.js';

/** Which call failed; marketplace and operation are always known inside the transport. */
export interface CallContext extends ErrorContext {
  readonly marketplace: string;
  readonly operation: string;
}

const unknown = (reason: UncertainReason): Fate => ({ type: 'unknown', reason });
const notSent: Fate = { type: 'not-sent' };

/** No answer came. What was perhaps sent has perhaps been done. */
export const httpFailed = (
  failure: HttpFailure,
  context: CallContext,
  limits: { readonly timeoutInMs: number },
): AttemptFailure => {
  const fateOr = (reason: UncertainReason): Fate => (failure.wasSent ? unknown(reason) : notSent);
  const { marketplace, operation } = context;
  switch (failure.kind) {
    case 'timeout': {
      const text = `${marketplace} did not answer ${operation} within ${limits.timeoutInMs} ms`;
      return new AttemptFailure(new TimeoutError(text, { ...context, ...limits }), { fate: fateOr('timeout') });
    }
    case 'aborted':
      return new AttemptFailure(abortedError(context), { fate: fateOr('aborted') });
    case 'unreadable': {
      const error = new UnexpectedResponseError(`${marketplace} answered ${operation}, but ${failure.message}`, context);
      return new AttemptFailure(error, { fate: fateOr('unreadable-answer') });
    }
    case 'invalid-request':
      return notSentFailure(new InvalidInputError(`${operation} was not sent to ${marketplace}: ${failure.message}`, context));
    case 'connection': {
      const sent = failure.wasSent ? 'after the request was sent' : 'before anything was sent';
      const error = new ConnectionError(`${marketplace}, ${operation}: ${failure.message} ${sent}`, {
        ...context,
        wasSent: failure.wasSent,
      });
      return new AttemptFailure(error, { fate: fateOr('connection-lost') });
    }
  }
};

export const notSentFailure = (error: MarketplaceError, retryAfterInMs?: number): AttemptFailure =>
  new AttemptFailure(error, { fate: notSent, retryAfterInMs });

/** The answer came and is of no use: for a write, the effect may be there all the same. */
export const answerFailed = (error: MarketplaceError, reason: 'unreadable-answer' | 'unexpected-answer'): AttemptFailure =>
  new AttemptFailure(error, { fate: unknown(reason) });

/** Whatever a protocol calls definitive: after a server's fault nobody can know. */
export const refused = (refusal: Refusal, { status, retryAfterInMs }: Answer): AttemptFailure => {
  const isDefinitive = refusal.definitive && status < 500 && !UnavailableError.isInstance(refusal.error);
  const { error } = refusal;
  const stated = RateLimitError.isInstance(error) || UnavailableError.isInstance(error) ? error.retryAfterInMs : undefined;
  return new AttemptFailure(error, {
    fate: isDefinitive ? { type: 'refused' } : unknown('server-fault'),
    retryAfterInMs: stated ?? retryAfterInMs,
    correction: refusal.refreshToken === true ? 'token' : refusal.clockSkew === true ? 'clock' : undefined,
  });
};

export const abortedError = (context: CallContext): AbortedError =>
  new AbortedError(`${context.operation} at ${context.marketplace} was aborted by the caller`, context);

/** Anything thrown before the request left, as the caller may see it. */
export const beforeSending = (error: unknown, context: CallContext, signal: AbortSignal | undefined): AttemptFailure => {
  if (error instanceof AttemptFailure) return error;
  if (MarketplaceError.isInstance(error)) return notSentFailure(error);
  if (signal?.aborted === true) return notSentFailure(abortedError(context));
  // The error of a signer may quote what it signs.
  return notSentFailure(new ConfigurationError(`${context.operation} could not be prepared for ${context.marketplace}`, context));
};
