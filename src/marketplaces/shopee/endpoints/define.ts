import type * as z from 'zod';
import { defineEndpoint, type Endpoint, type Repeatable, type WireRequest } from '../../../transport/endpoint.js';
import { documentationOf } from './documentation.js';

interface ReturnsCall<Input, Wire, Output> {
  readonly operation: string;
  readonly request: (input: Input) => Omit<WireRequest, 'method' | 'path'>;
  readonly response: z.ZodType<Wire>;
  readonly parse: (wire: Wire, input: Input) => Output;
}

const returnsEndpoint = <Input, Wire, Output, Repeat extends Repeatable>(
  { operation, request, response, parse }: ReturnsCall<Input, Wire, Output>,
  how: { readonly method: 'GET' | 'POST'; readonly repeatable: Repeat },
): Endpoint<Input, Wire, Output, Repeat> =>
  defineEndpoint({
    name: `returns.${operation}`,
    documentation: documentationOf('returns', operation),
    repeatable: how.repeatable,
    quota: { key: `returns.${operation}` },
    credential: 'seller',
    request: (input) => ({ method: how.method, path: `/api/v2/returns/${operation}`, ...request(input) }),
    response,
    parse,
  });

/** A read of `/api/v2/returns/*`. */
export const defineReturnsRead = <Input, Wire, Output>(
  call: ReturnsCall<Input, Wire, Output>,
): Endpoint<Input, Wire, Output, 'safe'> => returnsEndpoint(call, { method: 'GET', repeatable: 'safe' });

/** A write of `/api/v2/returns/*`. Shopee knows no idempotency key, so it is sent once. */
export const defineReturnsWrite = <Input, Wire, Output>(
  call: ReturnsCall<Input, Wire, Output>,
): Endpoint<Input, Wire, Output, 'once'> => returnsEndpoint(call, { method: 'POST', repeatable: 'once' });

/** A POST of `/api/v2/returns/*` that changes nothing on the case and may be repeated. */
export const defineReturnsUpload = <Input, Wire, Output>(
  call: ReturnsCall<Input, Wire, Output>,
): Endpoint<Input, Wire, Output, 'safe'> => returnsEndpoint(call, { method: 'POST', repeatable: 'safe' });

/** Hands the checked answer on as it is; the mappers translate it where more than one answer makes a case. */
export const asIs = <Wire>(wire: Wire): Wire => wire;
