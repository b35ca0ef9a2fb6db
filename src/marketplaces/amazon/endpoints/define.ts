import type * as z from 'zod';
import type { AnswerFormat, Endpoint, Repeatable, WireRequest } from '../../../transport/endpoint.js';
import { documentationOf } from './documentation.js';

interface AmazonCall<Input, Wire, Output> {
  /** `reports.createReport`: the API and its operation. */
  readonly name: string;
  readonly credential?: string;
  readonly input?: z.ZodType<Input>;
  readonly request: (input: Input) => WireRequest;
  readonly format?: AnswerFormat;
  readonly response: z.ZodType<Wire>;
  readonly parse: (wire: Wire, input: Input) => Output;
}

const define = <Input, Wire, Output, Repeat extends Repeatable>(
  call: AmazonCall<Input, Wire, Output>,
  repeatable: Repeat,
): Endpoint<Input, Wire, Output, Repeat> => ({
  credential: 'seller',
  ...call,
  documentation: documentationOf(call.name.split('.').at(-1) ?? call.name),
  repeatable,
  quota: { key: call.name },
});

/** A call that may be repeated: it reads, or doing it twice is no worse than once. */
export const defineRead = <Input, Wire, Output>(call: AmazonCall<Input, Wire, Output>): Endpoint<Input, Wire, Output, 'safe'> =>
  define(call, 'safe');

/** A call that does something each time it is made. Amazon knows no idempotency key here, so it is sent once. */
export const defineWrite = <Input, Wire, Output>(call: AmazonCall<Input, Wire, Output>): Endpoint<Input, Wire, Output, 'once'> =>
  define(call, 'once');

/** Hands the checked answer on as it is. */
export const asIs = <Wire>(wire: Wire): Wire => wire;

/** The models give lists no `collectionFormat`, which means commas. */
export const toList = (values: readonly string[] | undefined): string | undefined =>
  values === undefined || values.length === 0 ? undefined : values.join(',');
