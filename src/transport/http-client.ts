/** Header names in lower case; a repeated header is joined by `, `. */
export type HttpHeaders = Readonly<Record<string, string>>;

/** A request ready to be sent: signed, and with its body as it goes over the wire. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: HttpHeaders;
  readonly body?: Uint8Array | string;
}

/** An answer of any status, read to its end and decompressed. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: HttpHeaders;
  readonly body: Uint8Array | string;
}

/** An answer whose body is still to come, with its compression left on. `timeoutInMs` counts from piece to piece. */
export interface HttpDownload {
  readonly status: number;
  readonly headers: HttpHeaders;
  /** Leaving the loop closes the connection; so does `return` on an iterator that was never used. */
  readonly body: AsyncIterable<Uint8Array>;
}

/** How one request is to be sent. */
export interface HttpOptions {
  readonly signal?: AbortSignal;
  /** For the whole exchange, from connecting to the last byte of the body. */
  readonly timeoutInMs: number;
  /** Asks for a connection of its own: one that has been idle may be closed by the other side in the moment it is used. */
  readonly freshConnection?: boolean;
}

/**
 * The only door to the network. Put another client behind it (undici, a recorder, a fake) through the `httpClient` setting.
 * It answers for every status; it rejects only when no complete answer came, best with an `HttpFailure`. Any other error counts
 * as "perhaps sent", except the system's codes for a connection that was never made.
 */
export interface HttpClient {
  readonly send: (request: HttpRequest, options: HttpOptions) => Promise<HttpResponse>;
  /** Opens an answer as a stream, for files too large to hold. Without it such files are read by `send`, in one piece. */
  readonly download?: (request: HttpRequest, options: HttpOptions) => Promise<HttpDownload>;
  readonly close?: () => void;
}

/** What went wrong on the way to an answer; each kind becomes an error of its own. */
export type HttpFailureKind =
  /** No connection, or it broke. */
  | 'connection'
  | 'timeout'
  | 'aborted'
  /** The answer cannot be read: too large, or its compression is broken. */
  | 'unreadable'
  /** Refused before connecting, because the request itself cannot be written. */
  | 'invalid-request';

/** Why no answer came. Its message never holds an address, a header or a body. */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  readonly kind: HttpFailureKind;
  /** False only when it is certain that no byte of the request left. */
  readonly wasSent: boolean;

  constructor(message: string, failure: { readonly kind: HttpFailureKind; readonly wasSent: boolean }) {
    super(message);
    this.kind = failure.kind;
    this.wasSent = failure.wasSent;
  }
}
