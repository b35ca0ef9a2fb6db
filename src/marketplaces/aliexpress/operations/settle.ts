import type { Settlement, WriteAttempt } from '../../../core/attempt.js';
import { fingerprintOf } from '../../../core/case.js';
import type { CallOptions } from '../../../core/inputs.js';
import { requireAttempt, ruleOf, toSettlement } from '../../../core/settling.js';
import { marketplace } from '../classify.js';
import { issueIdOf, type AliExpressContext } from '../context.js';
import { countSellerPictures } from '../mappers/parts.js';
import { readDetail } from './read-case.js';
import { settleRules } from './settle-rules.js';
import { readLagInMs } from './write.js';

/**
 * Finds out what became of a write by reading the issue. Reads only. An issue that looks as before is `unknown` until the lag of reads
 * has passed, and `not-applied` after it; a picture that does not show stays `unknown`.
 */
export const settleAttempt =
  (context: AliExpressContext) =>
  async (attempt: WriteAttempt, options?: CallOptions): Promise<Settlement> => {
    requireAttempt(attempt, marketplace);
    issueIdOf(context, attempt.id);
    const rule = ruleOf(settleRules, attempt, marketplace);
    const { found, solutions } = await readDetail(context, attempt.id, options);
    const verdict = rule({
      status: found.native['status'] ?? '',
      solutions,
      sellerPictures: countSellerPictures(found.evidence),
      isUnchanged: fingerprintOf(found) === attempt.before,
      input: attempt.input,
      startedAt: attempt.startedAt,
    });
    return toSettlement(verdict, attempt, { nowInMs: context.clock.now(), readLagInMs });
  };
