import * as z from 'zod';
import { InvalidInputError } from '../../../core/errors/caller-errors.js';
import type { CallOptions } from '../../../core/inputs.js';
import type { MultipartPart, WireBody } from '../../../transport/endpoint.js';
import { isMultipartPart } from '../../../transport/wire-body.js';
import { marketplace } from '../classify.js';
import type { AliExpressContext } from '../context.js';
import { toForm, type Parameters } from '../endpoints/define.js';
import { documentationOf } from '../endpoints/documentation.js';

/** A call of your own, signed like every other. */
export interface AliExpressRequest {
  /** `aliexpress.issue.detail.get` for a business call, `/auth/token/create` for a system call. */
  readonly method: string;
  /** An object becomes the JSON of one parameter; a `bigint` in it a bare number with all its digits. */
  readonly parameters?: Parameters;
  /** Sends a form with this file, which is not signed. */
  readonly file?: MultipartPart;
  /** Every call is a POST, so nothing tells a read from a write: say `safe` only for what may happen twice. Default `once`. */
  readonly repeatable?: 'safe' | 'once';
}

/** `uncertain`: it may have taken effect; read what became of it and never send it again before. */
export type AliExpressAnswer<Value = unknown> =
  { readonly state: 'done'; readonly value: Value } | { readonly state: 'uncertain'; readonly reason: string };

const anything = z.unknown();
const businessShape = /^[A-Za-z][\w.]{2,120}$/;
const systemShape = /^(?:\/[A-Za-z][\w-]*)+$/;

const refuse = (path: keyof AliExpressRequest, message: string): never => {
  throw new InvalidInputError('aliexpress: native.request cannot be sent', {
    marketplace,
    operation: 'native.request',
    issues: [{ path, message }],
  });
};

const requireMethod = (method: string): void => {
  if (!businessShape.test(method) && !systemShape.test(method))
    refuse('method', 'expected a method such as aliexpress.issue.detail.get, or a path such as /auth/token/create');
};

const requireFile = (file: unknown): void => {
  if (file !== undefined && !isMultipartPart(file)) refuse('file', 'expected { name: text, content: text or bytes }');
};

const bodyOf = ({ parameters = {}, file }: AliExpressRequest): WireBody => {
  const form = toForm(parameters);
  if (file === undefined) return { form };
  return { multipart: [...Object.entries(form).map(([name, content]) => ({ name, content })), file] };
};

/**
 * The signed escape hatch for what has no method here: tokens, quota, signature, errors and retries as everywhere. The value is the
 * answer without its root, lists as lists whichever shape came, and unchecked.
 */
export const sendRequest =
  ({ transport, buyers }: AliExpressContext) =>
  async (request: AliExpressRequest, options?: CallOptions): Promise<AliExpressAnswer> => {
    const { method, repeatable = 'once' } = request;
    requireMethod(method);
    requireFile(request.file);
    const buyer = request.parameters?.['buyer_login_id'];
    if (typeof buyer === 'string') buyers.meet(buyer);
    const isSystem = method.startsWith('/');
    const endpoint = {
      name: method,
      documentation: documentationOf(method),
      quota: { key: method },
      credential: 'seller',
      request: () => ({
        method: 'POST' as const,
        path: isSystem ? `/rest${method}` : '/sync',
        ...(isSystem ? {} : { query: { method } }),
        body: bodyOf(request),
      }),
      response: anything,
      parse: (answer: unknown) => answer,
    };
    if (repeatable === 'safe')
      return { state: 'done', value: await transport.send({ ...endpoint, repeatable }, undefined, options) };
    const attempted = await transport.attempt({ ...endpoint, repeatable }, undefined, options);
    return attempted.state === 'done' ? attempted : { state: 'uncertain', reason: attempted.reason };
  };
