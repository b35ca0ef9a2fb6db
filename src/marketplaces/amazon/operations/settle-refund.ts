import * as z from 'zod';
import type { Settlement, WriteAttempt } from '../../../core/attempt.js';
import { InvalidInputError } from '../../../core/errors/caller-errors.js';
import type { CallOptions } from '../../../core/inputs.js';
import { epochMsOf, toInstant } from '../../../core/time.js';
import { marketplace } from '../classify.js';
import type { AmazonContext } from '../context.js';
import { getFeed, getFeeds } from '../endpoints/feeds.js';
import { adjustmentFeedType } from '../feeds/adjustment.js';
import { requireOrder } from '../feeds/processing-report.js';
import { readFeedResult } from '../feeds/submit.js';
import { readProofs } from './refund-evidence.js';
import { isSameAttempt, readOpenRefund, releaseOrder } from './refund-mark.js';
import { readRefundMoney, type MoneyVerdict, type SentRefund } from './settle-money.js';

/** Finances may lack an event of the last 48 hours. */
export const financesLagInMs = 48 * 3_600_000;
const nextFeedCheckInMs = 120_000;
const nextMoneyCheckInMs = 4 * 3_600_000;

const sentShape = z.lazy(() =>
  z.object({
    orderId: z.string(),
    lines: z.array(z.object({ orderItemId: z.string(), minor: z.int(), currency: z.string() })),
    earlier: z.array(z.string()).optional(),
  }),
);

const sentOf = ({ input }: WriteAttempt): SentRefund => {
  const { data } = sentShape.safeParse(input);
  if (data !== undefined) return data;
  const issues = [{ path: 'attempt.input', message: 'expected the input that this adapter wrote' }];
  throw new InvalidInputError('amazon: this attempt cannot be settled', { marketplace, operation: 'settle', issues });
};

/** What the feed alone tells; `open` leaves the answer to Finances. */
type FeedVerdict =
  | { readonly state: 'not-applied' | 'pending'; readonly because: string }
  | { readonly state: 'open'; readonly because: string; readonly mayStillRun: boolean };

const judgeFeed = async (
  context: AmazonContext,
  { feedId, orderId }: { readonly feedId: string; readonly orderId: string },
  options?: CallOptions,
): Promise<FeedVerdict> => {
  const feed = await context.transport.send(getFeed, { feedId }, options);
  const { processingStatus: status } = feed;
  const because = `feed ${feedId} is ${status}`;
  if (status === 'IN_QUEUE' || status === 'IN_PROGRESS') return { state: 'pending', because };
  if (status === 'CANCELLED') return { state: 'not-applied', because: `${because}: it was never worked on` };
  // Amazon says of FATAL that none, some or all of a feed may have been done.
  if (status !== 'DONE' || typeof feed.resultFeedDocumentId !== 'string') return { state: 'open', because, mayStillRun: false };
  const report = await readFeedResult(context, feed.resultFeedDocumentId, options);
  requireOrder(report, orderId, feedId);
  const said = report.problems.map(({ code, text }) => `${code} ${text}`.trim()).join('; ');
  const counted = `${because}: ${report.successful} of ${report.processed} messages succeeded${said === '' ? '' : ` (${said})`}`;
  const isRefused = report.withError > 0 && report.successful === 0;
  return isRefused ? { state: 'not-applied', because: counted } : { state: 'open', because: counted, mayStillRun: false };
};

/** Without the feed's id only the list of feeds can tell whether one was made at all. */
const searchFeeds = async (context: AmazonContext, attempt: WriteAttempt, options?: CallOptions): Promise<FeedVerdict> => {
  const { startedAt, endsBy = startedAt } = attempt;
  const clockSkewInMs = 120_000;
  const { feeds } = await context.transport.send(
    getFeeds,
    {
      feedTypes: [adjustmentFeedType],
      createdSince: toInstant(epochMsOf(startedAt) - clockSkewInMs),
      createdUntil: toInstant(Math.min(context.clock.now(), epochMsOf(endsBy) + clockSkewInMs)),
      pageSize: 100,
    },
    options,
  );
  const count = feeds?.length ?? 0;
  return { state: 'open', because: `${count} refund feeds were made in the time of the send`, mayStillRun: count > 0 };
};

const mostTries = 5;

/** Looks for money that no other refund was proved by, and keeps that it proves this one. */
const proveByMoney = async (
  context: AmazonContext,
  { attempt, sent }: { readonly attempt: WriteAttempt; readonly sent: SentRefund },
  options?: CallOptions,
): Promise<MoneyVerdict | { readonly state: 'proved' | 'contested'; readonly because: string }> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const { isProved, taken, keep } = await readProofs(context, sent.orderId, attempt);
    if (isProved) return { state: 'proved', because: 'Finances has shown the refund of each item before' };
    const money = await readRefundMoney(context, { sent, since: attempt.startedAt, taken }, options);
    if (money.state !== 'found' || (await keep(money.adjustments))) return money;
  }
  return { state: 'contested', because: 'refunds of this order are being settled elsewhere at the same time' };
};

/** Finances tells whether the money moved; until its lag has passed, nothing there proves nothing. */
const judgeMoney = async (
  context: AmazonContext,
  {
    attempt,
    sent,
    feed,
  }: {
    readonly attempt: WriteAttempt;
    readonly sent: SentRefund;
    readonly feed: Extract<FeedVerdict, { state: 'open' }> & { readonly isFeedKnown: boolean };
  },
  options?: CallOptions,
): Promise<Settlement> => {
  const money = await proveByMoney(context, { attempt, sent }, options);
  const evidence = [feed.because, money.because];
  if (money.state === 'found' || money.state === 'proved') return { state: 'applied', evidence };
  const lagEndsAtInMs = epochMsOf(attempt.endsBy ?? attempt.startedAt) + financesLagInMs;
  const nowInMs = context.clock.now();
  if (nowInMs < lagEndsAtInMs) {
    const checkAgainAt = toInstant(Math.min(lagEndsAtInMs, nowInMs + nextMoneyCheckInMs));
    return { state: 'unknown', checkAgainAt, evidence: [...evidence, 'Finances may lag by 48 hours'] };
  }
  // A feed that was accepted, or may be this one, and no money: only a person can tell what that means.
  if (feed.isFeedKnown || feed.mayStillRun || money.state !== 'none') return { state: 'unknown', evidence };
  return { state: 'not-applied', evidence };
};

/** Finds out what became of a refund: the feed, its processing report, then Finances. Reads only, and frees the order once it is certain. */
export const settleRefund = async (context: AmazonContext, attempt: WriteAttempt, options?: CallOptions): Promise<Settlement> => {
  const sent = sentOf(attempt);
  const open = await readOpenRefund(context, sent.orderId);
  const isOpen = open !== undefined && isSameAttempt(open.attempt, attempt);
  const feedId = attempt.nativeRef ?? (isOpen ? open.feedId : undefined);
  const feed =
    feedId === undefined
      ? await searchFeeds(context, attempt, options)
      : await judgeFeed(context, { feedId, orderId: sent.orderId }, options);
  const settlement: Settlement =
    feed.state === 'open'
      ? await judgeMoney(context, { attempt, sent, feed: { ...feed, isFeedKnown: feedId !== undefined } }, options)
      : {
          state: feed.state,
          evidence: [feed.because],
          ...(feed.state === 'pending' ? { checkAgainAt: toInstant(context.clock.now() + nextFeedCheckInMs) } : {}),
        };
  if (isOpen && (settlement.state === 'applied' || settlement.state === 'not-applied'))
    await releaseOrder(context, sent.orderId, attempt);
  return settlement;
};
