import type { SandboxRequest, Reply } from '../exchange.js';
import type { Authorizations } from './authorizations.js';
import type { Envelopes } from './envelope.js';
import type { CallType } from './gateway.js';
import type { Prepared } from './prepared.js';
import type { Pushes } from './pushes.js';
import type { Seconds } from './record.js';
import type { ReturnStore } from './return-store.js';
import type { ShopeeApp } from './settings.js';
import type { Shop } from './shops.js';
import type { Subject } from './subject.js';
import type { TokenBook } from './tokens.js';
import type { Uploads } from './uploads.js';

/** All that the endpoints act upon. */
export interface ShopeeWorld {
  readonly app: ShopeeApp;
  readonly shops: readonly [Shop, ...Shop[]];
  readonly tokens: TokenBook;
  readonly authorizations: Authorizations;
  readonly returns: ReturnStore;
  readonly pushes: Pushes;
  readonly uploads: Uploads;
  readonly envelopes: Envelopes;
  readonly rows: Prepared;
  readonly details: Prepared;
  /** Whole list pages, until a return of the shop changes. */
  readonly pages: Map<string, Buffer>;
}

/** A call that was admitted. */
export interface ShopeeCall {
  readonly world: ShopeeWorld;
  readonly request: SandboxRequest;
  /** `undefined` for a public call. */
  readonly subject: Subject | undefined;
  readonly now: Seconds;
}

/** One operation of the API. */
export interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** `open`: a page for browsers, not signed. */
  readonly type: CallType | 'open';
  readonly answer: (call: ShopeeCall) => Reply | Promise<Reply>;
}
