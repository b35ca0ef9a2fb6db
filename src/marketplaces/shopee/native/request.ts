import * as z from 'zod';
import { InvalidInputError } from '../../../core/errors/caller-errors.js';
import type { CallOptions } from '../../../core/inputs.js';
import type { QueryValue, WireBody } from '../../../transport/endpoint.js';
import { isMultipartPart } from '../../../transport/wire-body.js';
import { marketplace } from '../classify.js';
import type { ShopeeContext } from '../context.js';
import { merchantCredential } from '../protocol.js';

/** A call of your own, signed like every other. */
export interface ShopeeRequest {
  /** Shopee knows only these two. */
  readonly method: 'GET' | 'POST';
  /** `/api/v2/…` */
  readonly path: string;
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly body?: Extract<WireBody, { readonly json: unknown } | { readonly multipart: unknown }>;
  /**
   * `seller` (default) signs for the shop, `merchant` for the merchant of the settings' `merchantId` with the merchant's own tokens,
   * `application` for neither.
   */
  readonly credential?: 'seller' | 'merchant' | 'application';
  /** Default: `safe` for GET, `once` for POST. Say `safe` only for what may happen twice. */
  readonly repeatable?: 'safe' | 'once';
}

/** `uncertain`: it may have taken effect; read what became of it and never send it again before. */
export type ShopeeAnswer<Value = unknown> =
  { readonly state: 'done'; readonly value: Value } | { readonly state: 'uncertain'; readonly reason: string };

const anything = z.unknown();
const pathShape = /^\/api\/v2\/[\w/.-]+[\w]$/;

const refuse = (path: keyof ShopeeRequest, message: string): never => {
  throw new InvalidInputError('shopee: native.request cannot be sent', {
    marketplace,
    operation: 'native.request',
    issues: [{ path, message }],
  });
};

const requirePath = (path: string): void => {
  if (!pathShape.test(path) || path.includes('..')) refuse('path', 'expected /api/v2/<module>/<operation>');
};

/** Plain JavaScript may bring the bare fields, which no one could write as a request. */
const requireBody = (body: unknown): void => {
  if (body === undefined) return;
  const isObject = typeof body === 'object' && body !== null;
  if (isObject && 'json' in body && body.json !== undefined && !('multipart' in body)) return;
  if (!isObject || !('multipart' in body) || 'json' in body) refuse('body', 'expected { json: … } or { multipart: [ … ] }');
  else if (!Array.isArray(body.multipart) || !body.multipart.every(isMultipartPart))
    refuse('body', 'expected parts of { name: text, content: text or bytes }');
};

const requireMerchant = (credential: string, merchantId: string | undefined): void => {
  if (credential === merchantCredential && merchantId === undefined)
    refuse('credential', `'${merchantCredential}' needs the setting merchantId`);
};

/** `returns.get_return_list` of `/api/v2/returns/get_return_list`. */
const nameOf = (path: string): string => path.replace('/api/v2/', '').replaceAll('/', '.');

/**
 * The signed escape hatch for what has no method here: tokens, quota, signature, errors and retries as everywhere. The value is
 * Shopee's `response`, or the whole body of the flat calls, unchecked.
 */
export const sendRequest =
  ({ transport, merchantId }: Pick<ShopeeContext, 'transport' | 'merchantId'>) =>
  async (request: ShopeeRequest, options?: CallOptions): Promise<ShopeeAnswer> => {
    const { method, path, query, body, credential = 'seller' } = request;
    requirePath(path);
    requireBody(body);
    requireMerchant(credential, merchantId);
    const name = nameOf(path);
    const endpoint = {
      name,
      documentation: 'https://open.shopee.com/documents',
      quota: { key: name },
      credential,
      request: () => ({
        method,
        path,
        ...(query === undefined ? {} : { query }),
        ...(body === undefined ? {} : { body }),
      }),
      response: anything,
      parse: (answer: unknown) => answer,
    };
    const repeatable = request.repeatable ?? (method === 'GET' ? 'safe' : 'once');
    if (repeatable === 'safe')
      return { state: 'done', value: await transport.send({ ...endpoint, repeatable }, undefined, options) };
    const attempted = await transport.attempt({ ...endpoint, repeatable }, undefined, options);
    return attempted.state === 'done' ? attempted : { state: 'uncertain', reason: attempted.reason };
  };
