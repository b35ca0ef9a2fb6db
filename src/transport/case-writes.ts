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
export interface Attempts {
  /** The attempt as it stands before anything is sent. */
  readonly toAttempt: (context: WriteContext, intent: WriteIntent, options: WriteOptions | undefined) => WriteAttempt;
  /** Hands the attempt to the caller's journal; if that fails or takes too long, nothing is sent. */
  readonly journal: (
    context: WriteContext,
    written: { readonly attempt: WriteAttempt; readonly operation: WriteOperationName },
    options: WriteOptions | undefined,
  ) => Promise<void>;
}

export const createAttempts = ({ marketplace, longestWaitPerAttemptInMs }: WriteTerms): Attempts => {
  const { conflict } = createWriteChecks(marketplace);

  /** How long a send can last at most, with every retry, wait and time-out. */
  const longestSendInMs = ({ sending }: WriteContext, options: WriteOptions | undefined): number =>
    longestJournalInMs + (sending.maxRetries + 1) * ((options?.timeoutInMs ?? sending.timeoutInMs) + longestWaitPerAttemptInMs);

  return {
    toAttempt: (context, intent, options) => {
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
    journal: async ({ clock }, { attempt, operation }, options) => {
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
export type SendOnce = <Input, Wire, Output>(context: WriteContext, write: Write<Input, Wire, Output>) => Promise<Receipt>;

export const createSendOnce = ({ readLagInMs, ...terms }: WriteTerms & { readonly readLagInMs: number }): SendOnce => {
  const { toAttempt, journal } = createAttempts(terms);
  return async (context, write) => {
    const { operation, id, found, remember, nativeRef, options } = write;
    const attempt = { ...toAttempt(context, { operation, found, input: remember }, options), id, nativeRef };
    await journal(context, { attempt, operation }, options);
    const attempted = await context.transport.attempt(write.endpoint, write.input, options);
    if (attempted.state === 'done') return { state: 'done', nativeRef };
    return { state: 'uncertain', attempt, checkAt: toInstant(context.clock.now() + readLagInMs) };
  };
};
