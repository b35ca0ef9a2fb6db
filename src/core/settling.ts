import type { Settlement, WriteAttempt } from './attempt.js';
import { InvalidInputError, type Issue } from './errors/caller-errors.js';
import { writeOperations, type OperationName, type WriteOperationName } from './operations.js';
import { epochMsOf, isInstant, toInstant } from './time.js';

/**
 * What a reading of the case says about a write. `pending`: as before, so either it was not applied or the read lags. `unprovable`: as
 * before, and that will never prove anything.
 */
export interface Verdict {
  readonly state: 'applied' | 'not-applied' | 'pending' | 'unprovable' | 'unknown';
  readonly because: string;
}

const isWrite = (name: OperationName): name is WriteOperationName => writeOperations.some((write) => write === name);

const refuse = (marketplace: string, issue: Issue): InvalidInputError =>
  new InvalidInputError(`${marketplace}: this attempt cannot be settled`, { marketplace, operation: 'settle', issues: [issue] });

/** A journal may bring what is no attempt at all. */
export const requireAttempt = (attempt: unknown, marketplace: string): void => {
  if (typeof attempt !== 'object' || attempt === null)
    throw refuse(marketplace, { path: 'attempt', message: 'expected a write’s attempt, as onAttempt was given it' });
};

/** The rule for what the attempt wrote. Throws `InvalidInputError` where there is none, or where its times cannot be read. */
export const ruleOf = <Rule>(
  rules: Readonly<Partial<Record<WriteOperationName, Rule>>>,
  { operation: written, startedAt, endsBy }: WriteAttempt,
  marketplace: string,
): Rule => {
  const rule = isWrite(written) ? rules[written] : undefined;
  if (rule !== undefined && isInstant(startedAt) && (endsBy === undefined || isInstant(endsBy))) return rule;
  const issue =
    rule === undefined
      ? { path: 'attempt.operation', message: `'${written}' is no write of this adapter` }
      : { path: 'attempt', message: 'expected startedAt and endsBy to be instants' };
  throw refuse(marketplace, issue);
};

/** A case that looks as before is `unknown` until the lag of reads has passed, and only then `not-applied`. */
export const toSettlement = (
  { state, because }: Verdict,
  { startedAt, endsBy }: WriteAttempt,
  { nowInMs, readLagInMs }: { readonly nowInMs: number; readonly readLagInMs: number },
): Settlement => {
  const evidence = [because];
  if (state !== 'pending' && state !== 'unprovable') return { state, evidence };
  // The send may end long after it began: behind a throttle, a slow answer, or in a process that still runs.
  const lagEndsAtInMs = epochMsOf(endsBy ?? startedAt) + readLagInMs;
  if (nowInMs < lagEndsAtInMs) {
    return {
      state: 'unknown',
      checkAgainAt: toInstant(lagEndsAtInMs),
      evidence: [...evidence, 'the read may lag behind the write'],
    };
  }
  return { state: state === 'pending' ? 'not-applied' : 'unknown', evidence };
};
