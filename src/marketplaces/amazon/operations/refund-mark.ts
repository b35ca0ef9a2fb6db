import * as z from 'zod';
import type { PlainJson, WriteAttempt } from '../../../core/attempt.js';
import { isCaseId, type CaseId } from '../../../core/ids.js';
import { isInstant, type Instant } from '../../../core/time.js';
import type { AmazonContext } from '../context.js';
import { accountKeyOf } from '../sources/coverage.js';

/**
 * A refund of an order that was sent, or perhaps was, and of which the end is not known yet. It is kept in the case store, so that
 * another process and the next day know of it too.
 */
export interface OpenRefund {
  readonly attempt: WriteAttempt;
  readonly feedId?: string;
}

const instant = z.custom<Instant>(isInstant);

const stored = z.object({
  attempt: z.object({
    id: z.custom<CaseId>(isCaseId),
    input: z.custom<PlainJson>(),
    startedAt: instant,
    endsBy: instant,
    before: z.string(),
  }),
  feedId: z.string().optional(),
});

const nameOf = (orderId: string): string => `refund ${orderId}`;

/** The order's refund that is still open. */
export const readOpenRefund = async (context: AmazonContext, orderId: string): Promise<OpenRefund | undefined> => {
  const { data } = stored.safeParse(await context.caseStore.readMark(accountKeyOf(context), nameOf(orderId)));
  if (data === undefined) return undefined;
  const { attempt, feedId } = data;
  return { attempt: { operation: 'refund', ...attempt }, ...(feedId === undefined ? {} : { feedId }) };
};

export const writeOpenRefund = (context: AmazonContext, orderId: string, { attempt, feedId }: OpenRefund): Promise<void> => {
  const { id, input, startedAt, endsBy, before } = attempt;
  return context.caseStore.writeMark(accountKeyOf(context), nameOf(orderId), {
    attempt: { id, input, startedAt, endsBy: endsBy ?? startedAt, before },
    ...(feedId === undefined ? {} : { feedId }),
  });
};

export const clearOpenRefund = (context: AmazonContext, orderId: string): Promise<void> =>
  context.caseStore.writeMark(accountKeyOf(context), nameOf(orderId), null);
