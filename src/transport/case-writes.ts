import type { PlainJson, Receipt, WriteAttempt, WriteOptions } from '../core/attempt.js';
import { fingerprintOf, type Case } from '../core/case.js';
import type { CaseId } from '../core/ids.js';
import type { WriteOperationName } from '../core/operations.js';
import { toInstant, type Clock } from '../core/time.js';
import { createWriteChecks } from '../core/write-checks.js';
import type { Endpoint } from './endpoint.js';
import type { Transport } from './transport.js';

/** What the writes of one marketplace have in common. */
export interface WriteTerms {
  readonly marketplace: string;
  /** What the transport may wait for before an attempt: its turn, or the marketplace's own word. */
  readonly longestWaitPerAttemptInMs: number;
}

/** What a write needs of its adapter. */
export interface WriteContext {
  readonly transport: Transport;
  readonly clock: Clock;
  /** What bounds a send, from the settings. */
  readonly sending: { readonly timeoutInMs: number; readonly maxRetries: number };
}

export interface WriteIntent {
  readonly operation: WriteOperationName;
  /** The case as it was just read and checked. */
  readonly found: Case;
  /** What a restarted process needs to recognise the write by: no bytes, no name or address of a person. */
  readonly input: PlainJson;
}

/** A journal that takes longer than this has let the case grow old: nothing is sent. */
const longestJournalInMs = 60_000;

/** What every write does before it is sent, however it is sent. */
export const createAttempts = ({ marketplace, longestWaitPerAttemptInMs }: WriteTerms) => {
  const { conflict } = createWriteChecks(marketplace);

  /** How long a send can last at most, with every retry, wait and time-out. */
  const longestSendInMs = ({ sending }: WriteContext, options: WriteOptions | undefined): number =>
    longestJournalInMs + (sending.maxRetries + 1) * ((options?.timeoutInMs ?? sending.timeoutInMs) + longestWaitPerAttemptInMs);

  return {
    /** The attempt as it stands before anything is sent. */
    toAttempt: (context: WriteContext, intent: WriteIntent, options: WriteOptions | undefined): WriteAttempt => {
      const nowInMs = context.clock.now();
      return {
        operation: intent.operation,
        id: intent.found.id,
        input: intent.input,
        startedAt: toInstant(nowInMs),
        endsBy: toInstant(nowInMs + longestSendInMs(context, options)),
        before: fingerprintOf(intent.found),
      };
    },
    /** Hands the attempt to the caller's journal; if that fails or takes too long, nothing is sent. */
    journal: async (
      { clock }: WriteContext,
      { attempt, operation }: { readonly attempt: WriteAttempt; readonly operation: WriteOperationName },
      options: WriteOptions | undefined,
    ): Promise<void> => {
      const startedAtInMs = clock.now();
      await options?.onAttempt?.(attempt);
      if (clock.now() - startedAtInMs > longestJournalInMs) throw conflict(operation, 'the journal took more than a minute');
    },
  };
};

/** A write that is one call, known by a number that the marketplace had given before it. */
export interface Write<Input, Wire, Output> extends Omit<WriteIntent, 'input'> {
  readonly id: CaseId;
  readonly endpoint: Endpoint<Input, Wire, Output, 'once'>;
  readonly input: Input;
  /** See `WriteIntent.input`. */
  readonly remember: PlainJson;
  readonly nativeRef: string;
  readonly options: WriteOptions | undefined;
}

/**
 * Hands the attempt to the caller's journal, then sends once. A refusal that is certain is thrown; whatever may have taken effect
 * is an `uncertain` receipt, to be settled and never sent again.
 */
export const createSendOnce = ({ readLagInMs, ...terms }: WriteTerms & { readonly readLagInMs: number }) => {
  const { toAttempt, journal } = createAttempts(terms);
  return async <Input, Wire, Output>(context: WriteContext, write: Write<Input, Wire, Output>): Promise<Receipt> => {
    const { operation, id, found, remember, nativeRef, options } = write;
    const attempt = { ...toAttempt(context, { operation, found, input: remember }, options), id, nativeRef };
    await journal(context, { attempt, operation }, options);
    const attempted = await context.transport.attempt(write.endpoint, write.input, options);
    if (attempted.state === 'done') return { state: 'done', nativeRef };
    return { state: 'uncertain', attempt, checkAt: toInstant(context.clock.now() + readLagInMs) };
  };
};
