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

const stored = z.lazy(() =>
  z.object({
    attempt: z.object({
      id: z.custom<CaseId>(isCaseId),
      input: z.custom<PlainJson>(),
      startedAt: instant,
      endsBy: instant,
      before: z.string(),
    }),
    feedId: z.string().optional(),
  }),
);

const nameOf = (orderId: string): string => `refund ${orderId}`;

/** The order's refund that is still open. */
export const readOpenRefund = async (context: AmazonContext, orderId: string): Promise<OpenRefund | undefined> => {
  const { data } = stored.safeParse(await context.caseStore.readMark(accountKeyOf(context), nameOf(orderId)));
  if (data === undefined) return undefined;
  const { attempt, feedId } = data;
  return { attempt: { operation: 'refund', ...attempt }, ...(feedId === undefined ? {} : { feedId }) };
};

const toMark = ({ attempt, feedId }: OpenRefund): PlainJson => {
  const { id, input, startedAt, endsBy, before } = attempt;
  return {
    attempt: { id, input, startedAt, endsBy: endsBy ?? startedAt, before },
    ...(feedId === undefined ? {} : { feedId }),
  };
};

/** Takes the order for a refund, before it is sent; false where another process has it, also by a mark that cannot be understood. */
export const claimOrder = async (context: AmazonContext, orderId: string, attempt: WriteAttempt): Promise<boolean> => {
  const [account, name] = [accountKeyOf(context), nameOf(orderId)];
  const from = await context.caseStore.readMark(account, name);
  if (from !== undefined && from !== null) return false;
  return context.caseStore.swapMark(account, name, { from, to: toMark({ attempt }) });
};

/** Adds the feed to a refund that has been sent. */
export const nameFeed = (context: AmazonContext, orderId: string, refund: OpenRefund): Promise<void> =>
  context.caseStore.writeMark(accountKeyOf(context), nameOf(orderId), toMark(refund));

export const isSameAttempt = (left: WriteAttempt, right: WriteAttempt): boolean =>
  left.startedAt === right.startedAt && left.id === right.id;

/** Frees the order of this very refund: another process may have freed it before, and taken it for the next one. */
export const releaseOrder = async (context: AmazonContext, orderId: string, attempt: WriteAttempt): Promise<void> => {
  const [account, name] = [accountKeyOf(context), nameOf(orderId)];
  const from = await context.caseStore.readMark(account, name);
  const { data } = stored.safeParse(from);
  if (data === undefined || !isSameAttempt({ operation: 'refund', ...data.attempt }, attempt)) return;
  await context.caseStore.swapMark(account, name, { from, to: null });
};

/** Frees the order whatever is known of its refund. */
export const clearOpenRefund = (context: AmazonContext, orderId: string): Promise<void> =>
  context.caseStore.writeMark(accountKeyOf(context), nameOf(orderId), null);
