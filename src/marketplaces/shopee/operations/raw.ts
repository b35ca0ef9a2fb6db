import * as z from 'zod';
import type { CallOptions } from '../../../core/inputs.js';
import type { Endpoint } from '../../../transport/endpoint.js';
import type { ShopeeContext } from '../context.js';

const anything = z.unknown();

/**
 * Reads an answer as it came, and checked. When the check fails, the call is made again in the usual way, which leaves out and
 * reports what is not essential or says what is wrong.
 */
export const rawOf = async <Input, Wire>(
  { transport }: ShopeeContext,
  endpoint: Endpoint<Input, Wire, Wire, 'safe'>,
  { input, options }: { readonly input: Input; readonly options: CallOptions | undefined },
): Promise<{ readonly body: unknown; readonly wire: Wire }> => {
  const body = await transport.send({ ...endpoint, response: anything, parse: (answer: unknown) => answer }, input, options);
  const checked = endpoint.response.safeParse(body);
  return { body, wire: checked.success ? checked.data : await transport.send(endpoint, input, options) };
};
