import * as z from 'zod';
import type { PlainJson, WriteAttempt } from '../../../core/attempt.js';
import type { AmazonContext } from '../context.js';
import { accountKeyOf } from '../sources/coverage.js';

/**
 * Which money in Finances proved which refund of an order. Two refunds of the same amount look alike there; each is proved by money of
 * its own, so what has proved one proves no other.
 */

/** What names one adjustment of one item; two without a number of their own, posted in the same moment, are taken for one. */
export const adjustmentKeyOf = ({
  adjustmentId,
  orderItemId = '',
  postedAt,
}: {
  readonly adjustmentId?: string | undefined;
  readonly orderItemId?: string | undefined;
  readonly postedAt: string;
}): string => adjustmentId ?? `${orderItemId} ${postedAt}`;

const proofs = z.lazy(() => z.array(z.object({ attempt: z.string(), adjustments: z.array(z.string()) })));

/** Enough for any order; the oldest are let go of. */
const mostProofs = 50;

const nameOf = (orderId: string): string => `refund money ${orderId}`;
const attemptKeyOf = ({ startedAt, id }: WriteAttempt): string => `${startedAt} ${id}`;

/** How the proofs of an order stand for one of its refunds. */
export interface RefundProofs {
  /** Whether this very refund was proved before. */
  readonly isProved: boolean;
  /** What has proved other refunds. */
  readonly taken: ReadonlySet<string>;
  /** Keeps what proves this one; false where another process has changed the proofs since they were read. */
  readonly keep: (adjustments: readonly string[]) => Promise<boolean>;
}

export const readProofs = async (context: AmazonContext, orderId: string, attempt: WriteAttempt): Promise<RefundProofs> => {
  const { caseStore } = context;
  const [account, name] = [accountKeyOf(context), nameOf(orderId)];
  const from = await caseStore.readMark(account, name);
  const known = proofs.safeParse(from).data ?? [];
  const own = attemptKeyOf(attempt);
  return {
    isProved: known.some((proof) => proof.attempt === own),
    taken: new Set(known.flatMap(({ adjustments }) => adjustments)),
    keep: (adjustments) => {
      const to: PlainJson = [...known.slice(1 - mostProofs), { attempt: own, adjustments }];
      return caseStore.swapMark(account, name, { from, to });
    },
  };
};
