import type { PlainJson, WriteAttempt, WriteOptions } from '../../../core/attempt.js';
import { fingerprintOf, type Case } from '../../../core/case.js';
import { ConflictError } from '../../../core/errors/api-errors.js';
import { InvalidInputError, type Issue } from '../../../core/errors/caller-errors.js';
import type { WriteOperationName } from '../../../core/operations.js';
import { toInstant } from '../../../core/time.js';
import { marketplace } from '../classify.js';
import type { AmazonContext } from '../context.js';

/** The case is not what the caller saw, or cannot take this now. Nothing was sent. */
export const conflict = (operation: WriteOperationName, what: string): ConflictError =>
  new ConflictError(`amazon: ${what}. Read the case again, then decide again`, { marketplace, operation });

/** The call itself is wrong. Nothing was sent. */
export const invalid = (operation: WriteOperationName, issues: readonly Issue[]): InvalidInputError =>
  new InvalidInputError(`amazon: ${operation} cannot be sent`, { marketplace, operation, issues });

/** Raises `ConflictError` when the caller decided on another state of the case than the one just read. */
export const requireSeen = (operation: WriteOperationName, found: Case, options: WriteOptions | undefined): void => {
  if (options?.seen !== undefined && options.seen !== fingerprintOf(found))
    throw conflict(operation, 'the case has changed since it was read');
};

/** Raises `ConflictError` when the case does not offer this operation now. */
export const requireOffered = (operation: WriteOperationName, found: Case): void => {
  if (!found.actions.some((action) => action.operation === operation))
    throw conflict(operation, `this case is ${found.phase} and does not offer '${operation}'`);
};

/** A journal that takes longer than this has let the case grow old: nothing is sent. */
const longestJournalInMs = 60_000;
/** What the transport may wait for before an attempt; a quota of one call in two minutes is the slowest. */
const longestWaitPerAttemptInMs = 180_000;

const longestSendInMs = ({ sending }: AmazonContext, options: WriteOptions | undefined): number =>
  longestJournalInMs + (sending.maxRetries + 1) * ((options?.timeoutInMs ?? sending.timeoutInMs) + longestWaitPerAttemptInMs);

/** The attempt as it stands before anything is sent. */
export const toAttempt = (
  context: AmazonContext,
  { operation, found, input }: { readonly operation: WriteOperationName; readonly found: Case; readonly input: PlainJson },
  options: WriteOptions | undefined,
): WriteAttempt => {
  const nowInMs = context.clock.now();
  return {
    operation,
    id: found.id,
    input,
    startedAt: toInstant(nowInMs),
    endsBy: toInstant(nowInMs + longestSendInMs(context, options)),
    before: fingerprintOf(found),
  };
};

/** Hands the attempt to the caller's journal; if that fails or takes too long, nothing is sent. */
export const journal = async (
  context: AmazonContext,
  { attempt, operation }: { readonly attempt: WriteAttempt; readonly operation: WriteOperationName },
  options: WriteOptions | undefined,
): Promise<void> => {
  const startedAtInMs = context.clock.now();
  await options?.onAttempt?.(attempt);
  if (context.clock.now() - startedAtInMs > longestJournalInMs) throw conflict(operation, 'the journal took more than a minute');
};
