import type { Reply, SandboxRequest } from '../exchange.js';
import type { JsonObject } from '../json.js';
import type { AuthorizationCodes } from './authorization-codes.js';
import type { Envelopes } from './envelope.js';
import type { IssueStore } from './issue-store.js';
import type { OrderRecord } from './order-record.js';
import type { OrderStore } from './order-store.js';
import type { Seconds } from './record.js';
import type { ReverseLine, ReverseOrder, ReverseOrderStore } from './reverse-orders.js';
import type { Seller, Sellers } from './sellers.js';
import type { AliExpressApp } from './settings.js';
import type { TokenBook } from './tokens.js';

/** One line of a reverse order that is paid back. */
export interface ReverseRefund {
  readonly order: ReverseOrder;
  readonly line: ReverseLine;
  readonly at: Seconds;
}

/** All that the methods act upon. */
export interface AliExpressWorld {
  readonly app: AliExpressApp;
  readonly sellers: Sellers;
  readonly tokens: TokenBook;
  readonly codes: AuthorizationCodes;
  readonly issues: IssueStore;
  readonly orders: OrderStore;
  readonly reverseOrders: ReverseOrderStore;
  readonly envelopes: Envelopes;
  /** Pays the whole order back: its buyer canceled before it was sent. */
  readonly refundOrder: (order: OrderRecord, at: Seconds) => void;
  readonly refundReverseLine: (refund: ReverseRefund) => void;
}

/** A business call that was admitted. */
export interface BusinessCall {
  readonly world: AliExpressWorld;
  readonly seller: Seller;
  readonly texts: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, Buffer>;
  readonly now: Seconds;
}

/** One method of `/sync`: what it answers, without the root and the request id. */
export interface BusinessMethod {
  readonly name: string;
  readonly answer: (call: BusinessCall) => JsonObject;
}

/** A call of `/rest` that was admitted. */
export interface SystemCall {
  readonly world: AliExpressWorld;
  readonly texts: ReadonlyMap<string, string>;
  readonly at: number;
}

/** One path of `/rest`. */
export interface SystemMethod {
  readonly path: string;
  readonly answer: (call: SystemCall) => JsonObject;
}

/** A page for browsers, not signed. */
export interface BrowserPage {
  readonly path: string;
  readonly answer: (world: AliExpressWorld, request: SandboxRequest) => Reply;
}
