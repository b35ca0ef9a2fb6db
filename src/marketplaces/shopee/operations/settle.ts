import type { Settlement, WriteAttempt } from '../../../core/attempt.js';
import { fingerprintOf } from '../../../core/case.js';
import { ConflictError, NotFoundError } from '../../../core/errors/api-errors.js';
import { InvalidInputError } from '../../../core/errors/caller-errors.js';
import type { CallOptions } from '../../../core/inputs.js';
import { writeOperations, type OperationName, type WriteOperationName } from '../../../core/operations.js';
import { isInstant, epochMsOf, toInstant } from '../../../core/time.js';
import { marketplace } from '../classify.js';
import { returnSnOf, type ShopeeContext } from '../context.js';
import { queryProof } from '../endpoints/return-reads.js';
import { toAxes } from '../mappers/axes.js';
import { isDisputed } from '../mappers/status.js';
import type { ShopeeProof } from '../native/proof.js';
import { readDetail } from './read-case.js';
import { readLagInMs, settleRules, type SettleRule, type Verdict } from './settle-rules.js';
import { traceOf } from './submit-evidence.js';

const operation = 'settle';

const isWrite = (name: OperationName): name is WriteOperationName => writeOperations.some((write) => write === name);

const ruleOf = ({ operation: written, startedAt, endsBy }: WriteAttempt): SettleRule => {
  const rule = isWrite(written) ? settleRules[written] : undefined;
  if (rule !== undefined && isInstant(startedAt) && (endsBy === undefined || isInstant(endsBy))) return rule;
  const issue =
    rule === undefined
      ? { path: 'attempt.operation', message: `'${written}' is no write of this adapter` }
      : { path: 'attempt', message: 'expected startedAt and endsBy to be instants' };
  throw new InvalidInputError('shopee: this attempt cannot be settled', { marketplace, operation, issues: [issue] });
};

const readProof = async (
  { transport }: ShopeeContext,
  returnSn: string,
  options?: CallOptions,
): Promise<ShopeeProof | undefined> => {
  try {
    return await transport.send(queryProof, { returnSn }, options);
  } catch (error) {
    // "no proof" is an answer: nothing has been uploaded.
    if (NotFoundError.isInstance(error) || ConflictError.isInstance(error)) return undefined;
    throw error;
  }
};

const toSettlement = ({ state, because }: Verdict, { startedAt, endsBy }: WriteAttempt, nowInMs: number): Settlement => {
  const evidence = [because];
  if (state !== 'pending') return { state, evidence };
  // The send may end long after it began: behind a throttle, a slow answer, or in a process that still runs.
  const lagEndsAtInMs = epochMsOf(endsBy ?? startedAt) + readLagInMs;
  return nowInMs < lagEndsAtInMs
    ? { state: 'unknown', checkAgainAt: toInstant(lagEndsAtInMs), evidence: [...evidence, 'the read may lag behind the write'] }
    : { state: 'not-applied', evidence };
};

/**
 * Finds out what became of a write by reading the case (and the proof, for evidence). Reads only. A case that looks as before is
 * `unknown` until the lag of reads has passed, and `not-applied` after it.
 */
export const settleAttempt =
  (context: ShopeeContext) =>
  async (attempt: WriteAttempt, options?: CallOptions): Promise<Settlement> => {
    const returnSn = returnSnOf(context, attempt.id);
    const rule = ruleOf(attempt);
    const { found, wire } = await readDetail(context, attempt.id, options);
    const verdict = rule({
      axes: toAxes(wire),
      offers: found.offers,
      isUnchanged: fingerprintOf(found) === attempt.before,
      isDisputed: isDisputed(wire),
      amount: found.requested.amount,
      updatedAt: found.updatedAt,
      input: attempt.input,
      proof: attempt.operation === 'submitEvidence' ? await readProof(context, returnSn, options) : undefined,
      traceOf,
    });
    return toSettlement(verdict, attempt, context.clock.now());
  };
