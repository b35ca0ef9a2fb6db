import type { PlainJson, Receipt, WriteAttempt, WriteOptions } from '../../../core/attempt.js';
import { fingerprintOf, type Case } from '../../../core/case.js';
import { ConflictError } from '../../../core/errors/api-errors.js';
import { InvalidInputError, type Issue } from '../../../core/errors/caller-errors.js';
import type { CaseId } from '../../../core/ids.js';
import type { WriteOperationName } from '../../../core/operations.js';
import { toInstant } from '../../../core/time.js';
import type { Endpoint } from '../../../transport/endpoint.js';
import { marketplace } from '../classify.js';
import type { AliExpressContext } from '../context.js';

/**
 * How long a read may still show the case as it was before a write. AliExpress documents no delay; until this has passed an unchanged
 * case proves nothing.
 */
export const readLagInMs = 120_000;

/** The case is not what the caller saw, or cannot take this now. Nothing was sent. */
export const conflict = (operation: WriteOperationName, what: string): ConflictError =>
  new ConflictError(`aliexpress: ${what}. Read the case again, then decide again`, { marketplace, operation });

/** The call itself is wrong. Nothing was sent. */
export const invalid = (operation: WriteOperationName, issues: readonly Issue[]): InvalidInputError =>
  new InvalidInputError(`aliexpress: ${operation} cannot be sent`, { marketplace, operation, issues });

/** Raises `ConflictError` when the caller decided on another state of the case than the one just read. */
export const requireSeen = (operation: WriteOperationName, found: Case, options: WriteOptions | undefined): void => {
  if (options?.seen !== undefined && options.seen !== fingerprintOf(found))
    throw conflict(operation, 'the case has changed since it was read');
};

export interface Write<Input, Wire, Output> {
  readonly operation: WriteOperationName;
  readonly id: CaseId;
  /** The case as it was just read and checked. */
  readonly found: Case;
  readonly endpoint: Endpoint<Input, Wire, Output, 'once'>;
  readonly input: Input;
  /** What a restarted process needs to recognise the write by: no bytes, no name of a person. */
  readonly remember: PlainJson;
  readonly nativeRef: string;
  readonly options: WriteOptions | undefined;
}

/** A journal that takes longer than this has let the case grow old: nothing is sent. */
const longestJournalInMs = 60_000;
/** What the transport may wait for before an attempt: its turn, or the marketplace's own word. */
const longestWaitPerAttemptInMs = 60_000;

/** How long a send can last at most, with every retry, wait and time-out. */
const longestSendInMs = ({ sending }: AliExpressContext, options: WriteOptions | undefined): number =>
  longestJournalInMs + (sending.maxRetries + 1) * ((options?.timeoutInMs ?? sending.timeoutInMs) + longestWaitPerAttemptInMs);

/**
 * Hands the attempt to the caller's journal, then sends once. A refusal that is certain is thrown; whatever may have taken effect is
 * an `uncertain` receipt, to be settled and never sent again.
 */
export const sendOnce = async <Input, Wire, Output>(
  context: AliExpressContext,
  write: Write<Input, Wire, Output>,
): Promise<Receipt> => {
  const { transport, clock } = context;
  const startedAtInMs = clock.now();
  const attempt: WriteAttempt = {
    operation: write.operation,
    id: write.id,
    input: write.remember,
    startedAt: toInstant(startedAtInMs),
    endsBy: toInstant(startedAtInMs + longestSendInMs(context, write.options)),
    before: fingerprintOf(write.found),
    nativeRef: write.nativeRef,
  };
  await write.options?.onAttempt?.(attempt);
  if (clock.now() - startedAtInMs > longestJournalInMs) throw conflict(write.operation, 'the journal took more than a minute');
  const attempted = await transport.attempt(write.endpoint, write.input, write.options);
  if (attempted.state === 'done') return { state: 'done', nativeRef: write.nativeRef };
  return { state: 'uncertain', attempt, checkAt: toInstant(clock.now() + readLagInMs) };
};
