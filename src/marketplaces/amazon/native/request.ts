import * as z from 'zod';
import { InvalidInputError } from '../../../core/errors/caller-errors.js';
import type { CallOptions } from '../../../core/inputs.js';
import type { QueryValue } from '../../../transport/endpoint.js';
import type { Transport } from '../../../transport/transport.js';
import { marketplace } from '../classify.js';

/** A call of your own to the Selling Partner API, with token, user-agent, quota, errors and retries as everywhere. */
export interface AmazonRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';
  /** `/orders/2026-01-01/orders/…`, its parts already escaped. */
  readonly path: string;
  /** Lists joined by commas, as Amazon's models mean it. */
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly json?: unknown;
  /** `notifications`: what needs no seller's consent. Default `seller`. */
  readonly credential?: 'seller' | 'notifications';
  /** Calls with the same key share a budget. Default: method and path. */
  readonly quotaKey?: string;
  /** Default: `safe` for GET, `once` for all others. Say `safe` only for what may happen twice. */
  readonly repeatable?: 'safe' | 'once';
}

/** `uncertain`: it may have taken effect; read what became of it and never send it again before. */
export type AmazonAnswer<Value = unknown> =
  { readonly state: 'done'; readonly value: Value } | { readonly state: 'uncertain'; readonly reason: string };

const requirePath = (path: string): void => {
  if (/^(?:\/[\w%.~:|-]+)+$/.test(path) && !path.split('/').includes('..')) return;
  throw new InvalidInputError('amazon: native.request cannot be sent', {
    marketplace,
    operation: 'native.request',
    issues: [{ path: 'path', message: 'expected /<api>/<version>/<resource>' }],
  });
};

/** The value is the whole body of the answer, unchecked. */
export const sendRequest =
  (transport: Transport) =>
  async (request: AmazonRequest, options?: CallOptions): Promise<AmazonAnswer> => {
    const { method, path, query, json, credential = 'seller' } = request;
    requirePath(path);
    const endpoint = {
      name: 'native.request',
      documentation: 'https://developer-docs.amazon.com/sp-api',
      quota: { key: request.quotaKey ?? `${method} ${path}` },
      credential,
      format: 'optional-json',
      request: () => ({
        method,
        path,
        ...(query === undefined ? {} : { query }),
        ...(json === undefined ? {} : { body: { json } }),
      }),
      response: z.unknown(),
      parse: (answer: unknown) => answer,
    } as const;
    const repeatable = request.repeatable ?? (method === 'GET' ? 'safe' : 'once');
    if (repeatable === 'safe')
      return { state: 'done', value: await transport.send({ ...endpoint, repeatable }, undefined, options) };
    const attempted = await transport.attempt({ ...endpoint, repeatable }, undefined, options);
    return attempted.state === 'done' ? attempted : { state: 'uncertain', reason: attempted.reason };
  };
