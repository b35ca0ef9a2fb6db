import type { Settlement, WriteAttempt } from '../../../core/attempt.js';
import { fingerprintOf } from '../../../core/case.js';
import { InvalidInputError } from '../../../core/errors/caller-errors.js';
import type { CallOptions } from '../../../core/inputs.js';
import { writeOperations, type OperationName, type WriteOperationName } from '../../../core/operations.js';
import { epochMsOf, isInstant, toInstant } from '../../../core/time.js';
import { marketplace } from '../classify.js';
import { issueIdOf, type AliExpressContext } from '../context.js';
import { countSellerPictures } from '../mappers/parts.js';
import { readDetail } from './read-case.js';
import { settleRules, type SettleRule, type Verdict } from './settle-rules.js';
import { readLagInMs } from './write.js';

const operation = 'settle';

const isWrite = (name: OperationName): name is WriteOperationName => writeOperations.some((write) => write === name);

const ruleOf = ({ operation: written, startedAt, endsBy }: WriteAttempt): SettleRule => {
  const rule = isWrite(written) ? settleRules[written] : undefined;
  if (rule !== undefined && isInstant(startedAt) && (endsBy === undefined || isInstant(endsBy))) return rule;
  const issue =
    rule === undefined
      ? { path: 'attempt.operation', message: `'${written}' is no write of this adapter` }
      : { path: 'attempt', message: 'expected startedAt and endsBy to be instants' };
  throw new InvalidInputError('aliexpress: this attempt cannot be settled', { marketplace, operation, issues: [issue] });
};

const toSettlement = ({ state, because }: Verdict, { startedAt, endsBy }: WriteAttempt, nowInMs: number): Settlement => {
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

/**
 * Finds out what became of a write by reading the issue. Reads only. An issue that looks as before is `unknown` until the lag of reads
 * has passed, and `not-applied` after it; a picture that does not show stays `unknown`.
 */
export const settleAttempt =
  (context: AliExpressContext) =>
  async (attempt: WriteAttempt, options?: CallOptions): Promise<Settlement> => {
    issueIdOf(context, attempt.id);
    const rule = ruleOf(attempt);
    const { found, solutions } = await readDetail(context, attempt.id, options);
    const verdict = rule({
      status: found.native['status'] ?? '',
      solutions,
      sellerPictures: countSellerPictures(found.evidence),
      isUnchanged: fingerprintOf(found) === attempt.before,
      input: attempt.input,
      startedAt: attempt.startedAt,
    });
    return toSettlement(verdict, attempt, context.clock.now());
  };
