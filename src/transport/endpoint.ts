import type * as z from 'zod';

/** `undefined` leaves the parameter out. The order of the object is the order on the wire. */
export type QueryValue = string | number | boolean | undefined;

export interface MultipartPart {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** Makes the part a file. */
  readonly fileName?: string;
  readonly contentType?: string;
}

export type WireBody =
  /** Written by `stringifyLosslessly`: a `bigint` becomes a number with all its digits. */
  | { readonly json: unknown }
  | { readonly form: Readonly<Record<string, string>> }
  | { readonly multipart: readonly MultipartPart[] }
  | { readonly bytes: Uint8Array; readonly contentType: string };

/** One HTTP request before it is signed: plain data, so that a test can compare it with the documentation. */
export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH';
  /** Begins with `/`; path parameters are already escaped. Empty when `baseUrl` is a complete, pre-signed address. */
  readonly path: string;
  readonly query?: Readonly<Record<string, QueryValue>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: WireBody;
  /** For another host than the adapter's, such as a token service or a pre-signed address. Never receives the seller's token. */
  readonly baseUrl?: string;
}

/** Which signature and token a call carries. `none` sends neither; a marketplace may name others of its own. */
export type Credential = 'seller' | 'application' | 'none' | (string & Record<never, never>);

/** `safe` may be repeated at will. `once` may not: what was sent and not answered has perhaps been done. */
export type Repeatable = 'safe' | 'once';

/** How the answer's body is read. `optional-json` also takes an empty body, as `undefined`. */
export type AnswerFormat = 'json' | 'optional-json' | 'text' | 'bytes';

/** One wire call as a value. Its functions are pure: the same input gives the same request, the same answer the same output. */
export interface Endpoint<Input, Wire, Output, Repeat extends Repeatable = Repeatable> {
  /** `returns.confirm`: used in errors, logs, quotas and fixtures. */
  readonly name: string;
  /** The page this was written from. */
  readonly documentation: string;
  readonly repeatable: Repeat;
  /** Calls with the same key share one bucket; `weight` (default 1) is how much of it a call takes. */
  readonly quota: { readonly key: string; readonly weight?: number };
  readonly credential: Credential;
  /** Refuses a wrong call before anything is sent, as `InvalidInputError`. */
  readonly input?: z.ZodType<Input>;
  readonly request: (input: Input) => WireRequest;
  /** Default `json`. */
  readonly format?: AnswerFormat;
  /**
   * Loose and minimal. A field that is `.nullish()` and comes in another shape is dropped and reported as drift;
   * what the caller cannot do without must not be nullish, so that its absence is an `UnexpectedResponseError`.
   * Write it within `z.lazy`: a process then builds the schemas of the calls it makes, and none at import.
   */
  readonly response: z.ZodType<Wire>;
  readonly parse: (wire: Wire, input: Input) => Output;
}

/** What the rest of the transport needs to know of an endpoint. */
export type EndpointFacts = Pick<
  Endpoint<never, unknown, unknown>,
  'name' | 'documentation' | 'repeatable' | 'quota' | 'credential' | 'format'
>;

/** Types an endpoint: the compiler infers what goes in and comes out, and remembers whether it may be repeated. */
export const defineEndpoint = <Input, Wire, Output, Repeat extends Repeatable>(
  endpoint: Endpoint<Input, Wire, Output, Repeat>,
): Endpoint<Input, Wire, Output, Repeat> => endpoint;
