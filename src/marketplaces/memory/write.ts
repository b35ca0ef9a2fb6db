import type * as z from 'zod';
import type { Receipt, WriteAttempt, WriteOptions } from '../../core/attempt.js';
import { fingerprintOf } from '../../core/case.js';
import { ConflictError, DeadlinePassedError } from '../../core/errors/api-errors.js';
import { AbortedError } from '../../core/errors/network-errors.js';
import type { CaseId } from '../../core/ids.js';
import type { WriteOperationName } from '../../core/operations.js';
import { toInstant } from '../../core/time.js';
import { isPossible } from './actions.js';
import { checkInput } from './check-input.js';
import { toRefusal } from './faults.js';
import type { Moment } from './life.js';
import { toCase } from './mappers.js';
import { toPlainInput } from './plain-input.js';
import type { CaseRecord } from './record.js';
import { arrive, requireOwn, requireRecord, type Store } from './store.js';

/** What is special about one write; the order of the steps around it is the same for all. */
export interface WriteDefinition<Input> {
  readonly operation: WriteOperationName;
  readonly schema: z.ZodType;
  /** Refuses what this case does not allow: `ConflictError` when it is not what the caller expects, `InvalidInputError` when the call is wrong. */
  readonly check: (record: CaseRecord, input: Input) => void;
  readonly apply: (record: CaseRecord, input: Input, moment: Moment) => CaseRecord;
}

export interface WriteCall<Input> {
  readonly id: CaseId;
  readonly input: Input;
  readonly options: WriteOptions | undefined;
}

const pendingInMs = 60_000;

const checkPossible = (record: CaseRecord, operation: WriteOperationName): void => {
  if (isPossible(record, operation)) return;
  const context = { marketplace: 'memory', operation };
  if (record.tooLateFor.includes(operation)) {
    throw new DeadlinePassedError(`the time to ${operation} has passed; the case is now ${record.status}`, context);
  }
  throw new ConflictError(`a case in ${record.status} does not allow ${operation}: read it again`, context);
};

const reread = <Input>(
  store: Store,
  { operation, check }: WriteDefinition<Input>,
  { id, input, options }: WriteCall<Input>,
): CaseRecord => {
  arrive(store, operation, options);
  const record = requireRecord(store.find(id), operation);
  if (options?.seen !== undefined && options.seen !== fingerprintOf(toCase(record))) {
    throw new ConflictError('the case has changed since it was seen: read it again', { marketplace: 'memory', operation });
  }
  checkPossible(record, operation);
  check(record, input);
  return record;
};

const toUncertain = (store: Store, attempt: WriteAttempt): Receipt => ({
  state: 'uncertain',
  attempt,
  checkAt: toInstant(store.now() + store.configuration.settlementLagInMs),
});

/** The marketplace's side: it judges the case as it is now, which may no longer be what was read. */
const send = <Input>(
  store: Store,
  { operation, check, apply }: WriteDefinition<Input>,
  { id, input, attempt, reference }: { id: CaseId; input: Input; attempt: WriteAttempt; reference: string },
): Receipt => {
  store.requests.push({ operation, type: 'write', at: toInstant(store.now()) });
  const fault = store.faults.takeWrite(operation);
  if (fault === 'timeout-before') return toUncertain(store, attempt);
  if (fault === 'refused') throw toRefusal(operation);
  const current = requireRecord(store.find(id), operation);
  checkPossible(current, operation);
  check(current, input);
  if (fault === 'pending') {
    const at = store.now() + pendingInMs;
    store.scheduled.add({
      id,
      at,
      reference,
      step: (record, moment) => (isPossible(record, operation) ? apply(record, input, moment) : undefined),
    });
    return { state: 'pending', nativeRef: reference, checkAt: toInstant(at) };
  }
  store.change(id, (record, moment) => apply(record, input, moment));
  store.applied.add(reference);
  return fault === 'lost-response' ? toUncertain(store, attempt) : { state: 'done', nativeRef: reference };
};

/** Validates, reads again, tells the caller what is about to be sent, and sends it once. */
export const write = async <Input>(
  store: Store,
  definition: WriteDefinition<Input>,
  call: WriteCall<Input>,
): Promise<Receipt> => {
  const { operation, schema } = definition;
  const { id, input, options } = call;
  requireOwn(store.configuration, id, operation);
  checkInput(schema, input, operation);
  const record = reread(store, definition, call);
  const reference = store.nextReference();
  const attempt: WriteAttempt = {
    operation,
    id,
    input: toPlainInput(input),
    startedAt: toInstant(store.now()),
    before: fingerprintOf(toCase(record)),
    nativeRef: reference,
  };
  await options?.onAttempt?.(attempt);
  if (options?.signal?.aborted === true) throw new AbortedError('ended before it was sent', { marketplace: 'memory', operation });
  return send(store, definition, { id, input, attempt, reference });
};
