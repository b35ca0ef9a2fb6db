import { MarketplaceError } from '../core/errors/marketplace-error.js';
import type { CallOptions } from '../core/inputs.js';
import type { Clock } from '../core/time.js';
import type { AgentSettings } from './agents.js';
import { AttemptFailure } from './attempt-failure.js';
import type { Attempted } from './attempted.js';
import { attemptAll } from './attempts.js';
import { toCall } from './call.js';
import { openDownload, type Download, type DownloadRequest } from './download.js';
import type { DriftReporter, OnDrift } from './drift.js';
import type { Endpoint } from './endpoint.js';
import type { HttpClient } from './http-client.js';
import type { Log } from './log.js';
import type { Protocol } from './protocol.js';
import type { QuotaPolicy } from './quota.js';
import { createSecretGuard, type SecretGuard } from './secrets.js';
import type { TokenStore } from './tokens.js';
import { createParts } from './transport-parts.js';

export type { Attempted } from './attempted.js';

export interface TransportSettings extends AgentSettings {
  readonly protocol: Protocol;
  readonly baseUrl: string;
  /** The key in the store for each credential that carries a token: `{ seller: 'shopee:live:14701711' }`. */
  readonly tokens?: { readonly store: TokenStore; readonly keys: Readonly<Record<string, string>> } | undefined;
  /** Keys and secrets of the settings, so that they are removed should a marketplace echo them. */
  readonly secrets?: readonly string[] | undefined;
  readonly quotas?: QuotaPolicy | undefined;
  readonly clock?: Clock | undefined;
  readonly httpClient?: HttpClient | undefined;
  /** For each attempt on the wire; default 30 s. */
  readonly timeoutInMs?: number | undefined;
  /** Attempts after the first one; default 3. */
  readonly maxRetries?: number | undefined;
  readonly log?: Log | undefined;
  readonly onDrift?: OnDrift | undefined;
  /** From 0 up to 1, for the jitter of delays; default `Math.random`. */
  readonly random?: (() => number) | undefined;
}

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
  /** Opens a file that the marketplace has signed an address for. Throws a `MarketplaceError`. */
  readonly download: (request: DownloadRequest, options?: CallOptions) => Promise<Download>;
  readonly drift: DriftReporter;
  /** Closes idle connections. Calls under way end by themselves. */
  readonly close: () => void;
}

/** The only way of an adapter to its marketplace: attempts, quotas, tokens, signatures and errors, all in one place. */
export const createTransport = (settings: TransportSettings): Transport => {
  const guard = createSecretGuard(settings.secrets);
  const parts = createParts(settings, guard);
  const { marketplace } = settings.protocol;
  return {
    send: async (endpoint, input, options = {}) => {
      try {
        return await attemptAll(toCall(endpoint, { input, options }, marketplace), parts);
      } catch (error) {
        throw toCallerError(error, guard);
      }
    },
    attempt: async (endpoint, input, options = {}) => {
      try {
        return { state: 'done', value: await attemptAll(toCall(endpoint, { input, options }, marketplace), parts) };
      } catch (failure) {
        const error = toCallerError(failure, guard);
        if (!(failure instanceof AttemptFailure) || failure.fate.type !== 'unknown') throw error;
        const { reason } = failure.fate;
        const fields = { marketplace, operation: endpoint.name, reason, code: failure.error.code };
        parts.writeLog('warn', fields, 'it is not known whether the call took effect');
        return { state: 'uncertain', reason, error: failure.error };
      }
    },
    download: async (request, options = {}) => {
      try {
        return await openDownload(request, options, parts);
      } catch (error) {
        throw toCallerError(error, guard);
      }
    },
    drift: parts.drift,
    close: () => {
      if (settings.httpClient === undefined) parts.http.close?.();
    },
  };
};

/** What the caller sees of a failure: the error inside, with anything secret that the marketplace echoed taken out. */
const toCallerError = (failure: unknown, guard: SecretGuard): unknown => {
  const error = failure instanceof AttemptFailure ? failure.error : failure;
  if (MarketplaceError.isInstance(error)) guard.clean(error);
  return error;
};
