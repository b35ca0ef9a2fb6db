import type { MarketplaceError } from '../core/errors/marketplace-error.js';
import type { CallOptions } from '../core/inputs.js';
import type { Clock } from '../core/time.js';
import type { DriftReporter, OnDrift } from './drift.js';
import type { Endpoint } from './endpoint.js';
import type { HttpClient } from './http-client.js';
import type { Log } from './log.js';
import type { Protocol } from './protocol.js';
import type { QuotaPolicy } from './quota.js';
import type { TokenStore } from './tokens.js';

export interface TransportSettings {
  readonly protocol: Protocol;
  readonly baseUrl: string;
  readonly clock: Clock;
  readonly httpClient: HttpClient;
  /** The key in the store for each credential that carries a token: `{ seller: 'shopee:live:14701711' }`. */
  readonly tokens?: { readonly store: TokenStore; readonly keys: Readonly<Record<string, string>> };
  readonly timeoutInMs: number;
  readonly maxRetries: number;
  readonly quotas?: QuotaPolicy;
  readonly log?: Log | undefined;
  readonly onDrift?: OnDrift | undefined;
  /** Keys and secrets of the settings, so that they are removed should a marketplace echo them. */
  readonly secrets?: readonly string[];
}

/** Why it is not known whether a write took effect. */
export type UncertainReason =
  'timeout' | 'connection-lost' | 'aborted' | 'server-fault' | 'unreadable-answer' | 'unexpected-answer';

/** How a `once` call ended. `uncertain`: never send it again before reading what became of it. */
export type Attempted<Output> =
  | { readonly state: 'done'; readonly value: Output }
  | { readonly state: 'uncertain'; readonly reason: UncertainReason; readonly error: MarketplaceError };

export interface Transport {
  /** Sends a call that may be repeated; throws a `MarketplaceError`. */
  readonly send: <Input, Wire, Output>(
    endpoint: Endpoint<Input, Wire, Output, 'safe'>,
    input: Input,
    options?: CallOptions,
  ) => Promise<Output>;
  /**
   * Sends a call that may not be repeated. Throws when it is certain that nothing was done, also when aborted before the first byte;
   * an abort after it is `uncertain`.
   */
  readonly attempt: <Input, Wire, Output>(
    endpoint: Endpoint<Input, Wire, Output, 'once'>,
    input: Input,
    options?: CallOptions,
  ) => Promise<Attempted<Output>>;
  readonly drift: DriftReporter;
  /** Closes idle connections. Calls under way end by themselves. */
  readonly close: () => void;
}
