import { compress } from '../compress.js';
import type { Documents } from '../documents.js';
import type { Job, JobOutcome } from '../job-book.js';
import { noteFeedRefund } from '../lifecycle/refunds.js';
import { sumOf, type MoneyBook } from '../money-book.js';
import type { OrderRecord } from '../record.js';
import type { ReturnStore } from '../return-store.js';
import type { AmazonApp } from '../settings.js';
import type { Seller } from '../sellers.js';
import { isProblem, type FeedProblem, type ReadMessage } from './adjustment.js';
import { judgeAdjustment, type JudgedRefund } from './judge-adjustment.js';
import {
  writeFlatProcessingReport,
  writeProcessingReport,
  type MessageResult,
  type ProcessingReport,
} from './processing-report.js';
import { readFlatFeed } from './read-flat-feed.js';
import { readXmlFeed } from './read-xml-feed.js';

export interface FeedRequest {
  readonly feedType: string;
  readonly marketplaceIds: readonly string[];
  readonly inputDocumentId: string;
}

export type FeedJob = Job<FeedRequest>;

interface FeedType {
  readonly read: (text: string) => readonly ReadMessage[] | FeedProblem;
  readonly write: (report: ProcessingReport) => string;
  readonly contentType: string;
}

const types: ReadonlyMap<string, FeedType> = new Map([
  ['POST_PAYMENT_ADJUSTMENT_DATA', { read: readXmlFeed, write: writeProcessingReport, contentType: 'text/xml; charset=UTF-8' }],
  [
    'POST_FLAT_FILE_PAYMENT_ADJUSTMENT_DATA',
    { read: readFlatFeed, write: writeFlatProcessingReport, contentType: 'text/plain; charset=UTF-8' },
  ],
]);

export const feedTypeNames: readonly string[] = [...types.keys()];

export interface FeedSources {
  readonly app: AmazonApp;
  readonly documents: Documents;
  readonly orders: ReadonlyMap<string, OrderRecord>;
  readonly money: MoneyBook;
  readonly returns: () => ReturnStore;
}

/** A refund closes the return it belongs to, where one of the line is still open. */
const pay = ({ money, returns }: FeedSources, { order, lines }: JudgedRefund, at: number): void => {
  money.book({ kind: 'refund', order, at, cause: 'feed', lines, safeTClaimId: undefined });
  for (const { item, charges } of lines) {
    const open = returns()
      .ofItem(item.orderItemId)
      .find(({ status, refundedAt }) => refundedAt === 0 && (status === 'Approved' || status === 'PendingApproval'));
    if (open !== undefined) returns().change(open, at, noteFeedRefund(sumOf(charges)));
  }
};

interface Happening {
  readonly seller: Seller;
  readonly at: number;
}

const settle = (sources: FeedSources, { messageId, content }: ReadMessage, { seller, at }: Happening): MessageResult => {
  const judged = isProblem(content) ? content : judgeAdjustment(content, { orders: sources.orders, seller, at });
  if ('code' in judged) return { messageId, problem: judged };
  pay(sources, judged, at);
  return { messageId, problem: undefined };
};

/** Messages are judged one after the other, so that a second refund of the same line meets what the first has taken. */
export const processFeed =
  (sources: FeedSources) =>
  (job: FeedJob, at: number): JobOutcome => {
    const { seller, request, id } = job;
    const type = types.get(request.feedType);
    const content = sources.documents.find(request.inputDocumentId)?.content;
    if (type === undefined || content === undefined) return { status: 'FATAL' };
    const read = type.read(content.toString('utf8'));
    const results =
      'code' in read ? [{ messageId: '0', problem: read }] : read.map((message) => settle(sources, message, { seller, at }));
    const document = sources.documents.add({
      sellerId: seller.sellerId,
      contentType: type.contentType,
      ...compress(Buffer.from(type.write({ transactionId: id, results })), sources.app.compression),
      reportType: undefined,
    });
    return { status: 'DONE', documentId: document.id };
  };
