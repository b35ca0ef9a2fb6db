import pRetry from 'p-retry';
import type { MarketplaceError } from '../core/errors/marketplace-error.js';
import type { Clock } from '../core/time.js';
import { AttemptFailure } from './attempt-failure.js';
import type { Repeatable } from './endpoint.js';

/** A marketplace that asks for a longer silence is answered with an error that says when, not with a call that hangs. */
export const longestWaitInMs = 60_000;
const longestCallInMs = 120_000;
const firstDelayInMs = 500;
const longestDelayInMs = 20_000;

export interface RetryRules {
  readonly repeatable: Repeatable;
  readonly maxRetries: number;
  readonly clock: Clock;
  /** From 0 up to 1; spreads the calls of many clients that failed together. */
  readonly random: () => number;
  readonly signal: AbortSignal | undefined;
  readonly onRetry: (retry: { readonly error: MarketplaceError; readonly attempt: number; readonly delayInMs: number }) => void;
}

/**
 * Repeats what may be repeated: a `safe` call after any passing failure, a `once` call only when it is certain that the marketplace did
 * nothing. Waits as long as the marketplace asked, otherwise with growing, jittered delays; bounded in number and in time.
 */
export const withRetries = async <Result>(attempt: () => Promise<Result>, rules: RetryRules): Promise<Result> => {
  const startedAtInMs = rules.clock.now();
  try {
    return await attempt();
  } catch (error) {
    return repeat(attempt, error, { ...rules, giveUpAtInMs: startedAtInMs + longestCallInMs });
  }
};

/** Most calls succeed at once, so that p-retry is only asked when there is something to repeat: it begins with the failure that was. */
const repeat = <Result>(
  attempt: () => Promise<Result>,
  failure: unknown,
  rules: RetryRules & { readonly giveUpAtInMs: number },
): Promise<Result> => {
  const again = (attemptNumber: number): Promise<Result> => {
    if (attemptNumber === 1) throw failure;
    return attempt();
  };
  return pRetry(again, {
    retries: rules.maxRetries,
    // p-retry's own delay counts on the machine's clock: ours is slept in `onFailedAttempt` instead.
    minTimeout: 0,
    maxTimeout: 0,
    factor: 1,
    onFailedAttempt: async ({ error, attemptNumber, retriesLeft }) => {
      if (!(error instanceof AttemptFailure) || retriesLeft <= 0 || !mayRepeat(error, rules.repeatable)) throw error;
      const delayInMs = delayOf(error, attemptNumber, rules.random);
      if (delayInMs > longestWaitInMs || rules.clock.now() + delayInMs > rules.giveUpAtInMs) throw error;
      rules.onRetry({ error: error.error, attempt: attemptNumber, delayInMs });
      await rules.clock.sleep(delayInMs, rules.signal);
    },
  });
};

const mayRepeat = ({ error, fate }: AttemptFailure, repeatable: Repeatable): boolean =>
  error.isRetryable && (repeatable === 'safe' || fate.type !== 'unknown');

const delayOf = ({ retryAfterInMs }: AttemptFailure, attempt: number, random: () => number): number => {
  if (retryAfterInMs !== undefined) return retryAfterInMs;
  const ceiling = Math.min(longestDelayInMs, firstDelayInMs * 2 ** (attempt - 1));
  return Math.round(ceiling * (0.5 + random() / 2));
};
