import { isOwnCase } from '../../../core/account-ids.js';
import type { Settlement, WriteAttempt } from '../../../core/attempt.js';
import { InvalidInputError } from '../../../core/errors/caller-errors.js';
import type { CallOptions } from '../../../core/inputs.js';
import { requireAttempt } from '../../../core/settling.js';
import { isInstant } from '../../../core/time.js';
import { marketplace } from '../classify.js';
import type { AmazonContext } from '../context.js';
import { settleRefund } from './settle-refund.js';

const operation = 'settle';

const refuse = (path: string, message: string): InvalidInputError =>
  new InvalidInputError('amazon: this attempt cannot be settled', { marketplace, operation, issues: [{ path, message }] });

const requireOwn = ({ account }: AmazonContext, { id, startedAt, endsBy }: WriteAttempt): void => {
  if (!isOwnCase(account, id)) throw refuse('attempt.id', `'${id}' belongs to another account`);
  if (!isInstant(startedAt) || (endsBy !== undefined && !isInstant(endsBy)))
    throw refuse('attempt', 'expected startedAt and endsBy to be instants');
};

/** Amazon shows no message that was sent, so no reading can ever tell. */
const messageSettlement: Settlement = {
  state: 'unknown',
  evidence: ['Amazon lets no one read back a message to a buyer: look at Buyer-Seller Messages in Seller Central'],
};

/**
 * Finds out what became of a write. Reads only. A refund: the feed, its processing report, then Finances, `unknown` until the 48 hours
 * that Finances may lag have passed. A message: always `unknown`.
 */
export const settleAttempt =
  (context: AmazonContext) =>
  async (attempt: WriteAttempt, options?: CallOptions): Promise<Settlement> => {
    requireAttempt(attempt, marketplace);
    requireOwn(context, attempt);
    if (attempt.operation === 'refund') return settleRefund(context, attempt, options);
    if (attempt.operation === 'message') return messageSettlement;
    throw refuse('attempt.operation', `'${attempt.operation}' is no write of this adapter`);
  };
