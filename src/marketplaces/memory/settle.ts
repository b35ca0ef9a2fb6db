import type { Settlement, WriteAttempt } from '../../core/attempt.js';
import { InvalidInputError } from '../../core/errors/caller-errors.js';
import type { CallOptions } from '../../core/inputs.js';
import { requireAttempt } from '../../core/settling.js';
import { epochMsOf, toInstant } from '../../core/time.js';
import { arrive, requireOwn, requireRecord, type Store } from './store.js';

const requireReference = ({ nativeRef }: WriteAttempt): string => {
  if (nativeRef !== undefined) return nativeRef;
  throw new InvalidInputError('settle', {
    marketplace: 'memory',
    operation: 'settle',
    issues: [{ path: 'nativeRef', message: 'an attempt of this marketplace carries its reference' }],
  });
};

/** What became of a write, by the reference it was sent under. */
export const settle = (store: Store, attempt: WriteAttempt, options?: CallOptions): Settlement => {
  requireAttempt(attempt, 'memory');
  requireOwn(store.configuration, attempt.id, 'settle');
  const reference = requireReference(attempt);
  arrive(store, 'settle', options);
  requireRecord(store.find(attempt.id), 'settle');
  if (store.applied.has(reference)) return { state: 'applied', evidence: [`the marketplace holds ${reference}`] };
  const scheduled = store.scheduled.find(reference);
  if (scheduled !== undefined) {
    return { state: 'pending', checkAgainAt: toInstant(scheduled.at), evidence: [`${reference} is waiting to be carried out`] };
  }
  const knownFrom = epochMsOf(attempt.startedAt) + store.configuration.settlementLagInMs;
  const evidence = [`the marketplace does not hold ${reference}`];
  return store.now() < knownFrom
    ? { state: 'unknown', checkAgainAt: toInstant(knownFrom), evidence }
    : { state: 'not-applied', evidence };
};
