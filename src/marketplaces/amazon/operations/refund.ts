import type { PlainJson, Receipt, WriteAttempt, WriteOptions } from '../../../core/attempt.js';
import type { Case } from '../../../core/case.js';
import type { CaseId } from '../../../core/ids.js';
import type { Refund } from '../../../core/inputs.js';
import { toInstant } from '../../../core/time.js';
import { createKeyedQueue } from '../../../transport/keyed-queue.js';
import type { AmazonContext } from '../context.js';
import { createFeed } from '../endpoints/feeds.js';
import { getOrder } from '../endpoints/orders.js';
import {
  adjustmentContentType,
  adjustmentFeedType,
  adjustmentReasonOf,
  netOf,
  toAdjustmentXml,
  type AdjustmentLine,
} from '../feeds/adjustment.js';
import { storeContent } from '../feeds/submit.js';
import type { MoneyFact } from '../merge/facts.js';
import type { WireOrder } from '../wire/orders.js';
import { readGivenBack } from './given-back.js';
import { getCase } from './read-case.js';
import { orderIssues, refundIssues, toLines } from './refund-checks.js';
import { adjustmentKeyOf } from './refund-evidence.js';
import { claimOrder, nameFeed, readOpenRefund, releaseOrder } from './refund-mark.js';
import { settleRefund } from './settle-refund.js';
import { conflict, invalid, journal, requireOffered, requireSeen, requireShape, toAttempt } from './write.js';

const operation = 'refund';

/** A feed is rarely finished sooner. */
const firstCheckInMs = 120_000;

/** An earlier refund of the same order must have ended, one way or the other, before the next one may be sent. */
const requireNoneOpen = async (context: AmazonContext, orderId: string, options?: WriteOptions): Promise<void> => {
  const open = await readOpenRefund(context, orderId);
  if (open === undefined) return;
  const { state } = await settleRefund(context, open.attempt, options);
  if (state === 'applied' || state === 'not-applied') return;
  throw conflict(operation, `an earlier refund of this order has not ended (${state}): settle it first`);
};

const rememberedOf = (orderId: string, lines: readonly AdjustmentLine[], givenBack: readonly MoneyFact[]): PlainJson => ({
  orderId,
  earlier: givenBack.map(adjustmentKeyOf),
  lines: lines.map(({ orderItemId, quantity, components }) => {
    const { minor, currency } = netOf(components) ?? { minor: 0, currency: '' };
    return { orderItemId, minor, currency, ...(quantity === undefined ? {} : { quantity }) };
  }),
});

interface Sending {
  readonly found: Case;
  readonly order: WireOrder;
  readonly refund: Refund;
}

/** The store that the order was placed in, the only one its feed may name. */
export const marketplaceIdOf = ({ settings }: AmazonContext, order: WireOrder): string | undefined =>
  order.salesChannel?.marketplaceId ?? (settings.marketplaceIds.length === 1 ? settings.marketplaceIds[0] : undefined);

const send = async (
  context: AmazonContext,
  {
    attempt,
    marketplaceId,
    inputFeedDocumentId,
    orderId,
  }: {
    readonly attempt: WriteAttempt;
    readonly marketplaceId: string;
    readonly inputFeedDocumentId: string;
    readonly orderId: string;
  },
  options?: WriteOptions,
): Promise<Receipt> => {
  // Between the look at earlier refunds and now another process may have taken the order.
  if (!(await claimOrder(context, orderId, attempt))) throw conflict(operation, 'another refund of this order has just begun');
  const input = { feedType: adjustmentFeedType, marketplaceIds: [marketplaceId], inputFeedDocumentId };
  const attempted = await context.transport.attempt(createFeed, input, options).catch(async (error: unknown) => {
    await releaseOrder(context, orderId, attempt);
    throw error;
  });
  const checkAt = toInstant(context.clock.now() + firstCheckInMs);
  if (attempted.state === 'uncertain') return { state: 'uncertain', attempt, checkAt };
  const { feedId } = attempted.value;
  // The feed is made: that its number cannot be kept must not look as if nothing had been sent. The order stays taken without it.
  await nameFeed(context, orderId, { attempt, feedId }).catch(() => undefined);
  return { state: 'pending', nativeRef: feedId, checkAt };
};

const prepare = async (context: AmazonContext, { found, order, refund }: Sending, options?: WriteOptions): Promise<Receipt> => {
  const givenBack = await readGivenBack(context, order.orderId, options);
  const issues = orderIssues(refund, { order, givenBack });
  if (issues.length > 0) throw invalid(operation, issues);
  const marketplaceId = marketplaceIdOf(context, order);
  if (marketplaceId === undefined) throw conflict(operation, 'the order does not say in which store it was placed');
  const { tax, merchantIdentifier } = context.settings;
  const lines = toLines(refund, tax);
  const content = toAdjustmentXml({
    merchantIdentifier,
    orderId: order.orderId,
    reason: adjustmentReasonOf(refund.reason),
    lines,
  });
  const inputFeedDocumentId = await storeContent(context, { content, contentType: adjustmentContentType }, options);
  const attempt = toAttempt(context, { operation, found, input: rememberedOf(order.orderId, lines, givenBack) }, options);
  await journal(context, { attempt, operation }, options);
  return send(context, { attempt, marketplaceId, inputFeedDocumentId, orderId: order.orderId }, options);
};

/**
 * Pays back by a feed, all lines of the order in one. Moves money and cannot be undone. The receipt is `pending` with the feed's id:
 * what Amazon made of it only `settle` tells. While one refund of an order is open no second one is sent, also by another process
 * that shares the case store.
 */
export const refundCase = (
  context: AmazonContext,
): ((id: CaseId, refund: Refund, options?: WriteOptions) => Promise<Receipt>) => {
  const orders = createKeyedQueue();
  return async (id, refund, options) => {
    requireShape(operation, refund);
    const issues = refundIssues(refund, context.settings.tax);
    if (issues.length > 0) throw invalid(operation, issues);
    const { order } = await getCase(context, id, options);
    return orders.run(order.id, async () => {
      // Read again inside the lock: the refund before this one may just have been sent.
      const found = await getCase(context, id, options);
      requireSeen(operation, found, options);
      requireOffered(operation, found);
      await requireNoneOpen(context, found.order.id, options);
      const wire = await context.transport.send(getOrder, { orderId: found.order.id }, options);
      return prepare(context, { found, order: wire, refund }, options);
    });
  };
};
