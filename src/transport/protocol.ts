import type { MarketplaceError } from '../core/errors/marketplace-error.js';
import type { Endpoint, EndpointFacts, WireRequest } from './endpoint.js';
import type { HttpHeaders } from './http-client.js';
import type { Tokens } from './tokens.js';

export interface SigningContext {
  readonly endpoint: EndpointFacts;
  /** Present when the endpoint's credential has a token. */
  readonly accessToken?: string;
  /** The adapter's clock, corrected by what the marketplace's own clock was seen to say. */
  readonly nowInMs: number;
}

/** The body as the endpoint's `format` asks; `text` also when JSON was asked and something else came. */
export type AnswerBody =
  | { readonly format: 'json'; readonly value: unknown }
  | { readonly format: 'text'; readonly text: string }
  | { readonly format: 'bytes'; readonly bytes: Uint8Array }
  | { readonly format: 'empty' };

export interface Answer {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly body: AnswerBody;
  readonly endpoint: EndpointFacts;
  /** From the `retry-after` header. The error of a refusal carries it where the body says nothing better. */
  readonly retryAfterInMs?: number;
}

export interface Refusal {
  readonly type: 'refused';
  /**
   * Give it `marketplace`, `operation` (`answer.endpoint.name`) and `requestId`, and `retryAfterInMs` where a wait is known. Its
   * `isRetryable` decides whether a `safe` call is repeated.
   */
  readonly error: MarketplaceError;
  /** True when it is certain that the marketplace did nothing. Only then may a `once` call be sent again or be called failed. */
  readonly definitive: boolean;
  /** The access token was refused: renew it once and repeat. */
  readonly refreshToken?: boolean;
  /** The timestamp was refused: correct the clock by the answer's `date` and repeat once. */
  readonly clockSkew?: boolean;
}

export type Outcome = { readonly type: 'ok'; readonly payload: unknown; readonly requestId?: string } | Refusal;

/** Makes one wire call, without the seller's token, while the lock on the tokens is held. */
export type TokenCall = <Input, Wire, Output>(endpoint: Endpoint<Input, Wire, Output>, input: Input) => Promise<Output>;

/** What differs from marketplace to marketplace. Everything here is pure except `refresh`, which only uses `call`. */
export interface Protocol {
  readonly marketplace: string;
  /** Adds signature, token and common parameters. Called afresh for each attempt. */
  readonly sign: (request: WireRequest, context: SigningContext) => WireRequest;
  /** Tells success from refusal, whatever the HTTP status says. */
  readonly classify: (answer: Answer) => Outcome;
  /** Makes new tokens from the current ones by one wire call. A `once` endpoint whose answer is lost ends in `AuthenticationError`. */
  readonly refresh?: (current: Tokens, context: { readonly credential: string; readonly call: TokenCall }) => Promise<Tokens>;
  /** How to authorise the account again, as the end of a sentence: `open the link of authorizationUrl() and store the new tokens`. */
  readonly reauthorization: string;
}
