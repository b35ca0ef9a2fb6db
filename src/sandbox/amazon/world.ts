import type { Reply, SandboxRequest } from '../exchange.js';
import type { Agenda } from './agenda.js';
import type { Documents } from './documents.js';
import type { FeedRequest } from './feeds/process-feed.js';
import type { FulfillmentOrders } from './fulfillment-orders.js';
import type { JobBook } from './job-book.js';
import type { MessageBook } from './message-book.js';
import type { MoneyBook } from './money-book.js';
import type { PageTokens } from './page-tokens.js';
import type { RateSettings } from './quotas.js';
import type { ExternalReturn, FbaReturn, OrderRecord } from './record.js';
import type { ReportRequest } from './reports/process-report.js';
import type { ReturnStore } from './return-store.js';
import type { Seller } from './sellers.js';
import type { AmazonApp } from './settings.js';
import type { IssuedToken, TokenBook } from './tokens.js';

/** All that the endpoints act upon. */
export interface AmazonWorld {
  readonly app: AmazonApp;
  readonly sellers: readonly [Seller, ...Seller[]];
  readonly tokens: TokenBook;
  readonly agenda: Agenda;
  readonly orders: ReadonlyMap<string, OrderRecord>;
  readonly returns: ReturnStore;
  readonly externalReturns: readonly ExternalReturn[];
  readonly fbaReturns: readonly FbaReturn[];
  readonly money: MoneyBook;
  readonly documents: Documents;
  readonly reports: JobBook<ReportRequest>;
  readonly feeds: JobBook<FeedRequest>;
  readonly messages: MessageBook;
  readonly fulfillment: FulfillmentOrders;
  readonly pageTokens: PageTokens;
}

/** A call that was admitted. */
export interface AmazonCall {
  readonly world: AmazonWorld;
  readonly request: SandboxRequest;
  readonly seller: Seller;
  readonly token: IssuedToken;
  /** What the path's placeholders stand for, decoded. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** One operation of the Selling Partner API. */
export interface Endpoint {
  /** As Amazon's models call it. */
  readonly operation: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With `{placeholders}`; one written `{name+}` takes slashes too. */
  readonly path: string;
  /** As published. */
  readonly rate: RateSettings;
  readonly answer: (call: AmazonCall) => Reply;
}
