import type * as z from 'zod';
import { stringifyLosslessly } from '../../../core/lossless-json.js';
import {
  defineEndpoint,
  type Endpoint,
  type MultipartPart,
  type Repeatable,
  type WireBody,
} from '../../../transport/endpoint.js';
import { documentationOf } from './documentation.js';

/** A parameter of a business call. An object is sent as one field that holds its JSON, an id as the bare number that is demanded. */
export type Parameter = string | number | boolean | bigint | object | undefined;
export type Parameters = Readonly<Record<string, Parameter>>;

interface BusinessCall<Input, Wire, Output> {
  /** `aliexpress.issue.detail.get` */
  readonly method: string;
  readonly parameters: (input: Input) => Parameters;
  /** Makes the call a form with files, which are not signed. */
  readonly file?: (input: Input) => MultipartPart;
  readonly response: z.ZodType<Wire>;
  readonly parse: (wire: Wire, input: Input) => Output;
}

const toText = (value: Exclude<Parameter, undefined>): string =>
  typeof value === 'object' ? stringifyLosslessly(value) : String(value);

/** The fields exactly as they are signed and sent. */
export const toForm = (parameters: Parameters): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(parameters).flatMap(([name, value]) => (value === undefined ? [] : [[name, toText(value)] as const])),
  );

const toBody = (form: Readonly<Record<string, string>>, file: MultipartPart | undefined): WireBody =>
  file === undefined ? { form } : { multipart: [...Object.entries(form).map(([name, content]) => ({ name, content })), file] };

const businessEndpoint = <Input, Wire, Output, Repeat extends Repeatable>(
  { method, parameters, file, response, parse }: BusinessCall<Input, Wire, Output>,
  repeatable: Repeat,
): Endpoint<Input, Wire, Output, Repeat> =>
  defineEndpoint({
    name: method,
    documentation: documentationOf(method),
    repeatable,
    quota: { key: method },
    credential: 'seller',
    request: (input) => ({
      method: 'POST',
      path: '/sync',
      query: { method },
      body: toBody(toForm(parameters(input)), file?.(input)),
    }),
    response,
    parse,
  });

/** A read through `/sync`. */
export const defineRead = <Input, Wire, Output>(call: BusinessCall<Input, Wire, Output>): Endpoint<Input, Wire, Output, 'safe'> =>
  businessEndpoint(call, 'safe');

/** A write through `/sync`. AliExpress documents no idempotency of any write, so it is sent once. */
export const defineWrite = <Input, Wire, Output>(
  call: BusinessCall<Input, Wire, Output>,
): Endpoint<Input, Wire, Output, 'once'> => businessEndpoint(call, 'once');

export const asIs = <Wire>(wire: Wire): Wire => wire;

export const nothing = (): void => undefined;
