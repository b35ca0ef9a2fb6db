import type { Settlement, WriteAttempt } from '../../../core/attempt.js';
import { fingerprintOf } from '../../../core/case.js';
import { ConflictError, NotFoundError } from '../../../core/errors/api-errors.js';
import type { CallOptions } from '../../../core/inputs.js';
import { requireAttempt, ruleOf, toSettlement } from '../../../core/settling.js';
import { marketplace } from '../classify.js';
import { returnSnOf, type ShopeeContext } from '../context.js';
import { queryProof } from '../endpoints/return-reads.js';
import { toAxes } from '../mappers/axes.js';
import { isDisputed } from '../mappers/status.js';
import type { ShopeeProof } from '../native/proof.js';
import { readDetail } from './read-case.js';
import { readLagInMs, settleRules } from './settle-rules.js';
import { traceOf } from './submit-evidence.js';

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

/**
 * Finds out what became of a write by reading the case (and the proof, for evidence). Reads only. A case that looks as before is
 * `unknown` until the lag of reads has passed, and `not-applied` after it.
 */
export const settleAttempt =
  (context: ShopeeContext) =>
  async (attempt: WriteAttempt, options?: CallOptions): Promise<Settlement> => {
    requireAttempt(attempt, marketplace);
    const returnSn = returnSnOf(context, attempt.id);
    const rule = ruleOf(settleRules, attempt, marketplace);
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
    return toSettlement(verdict, attempt, { nowInMs: context.clock.now(), readLagInMs });
  };
