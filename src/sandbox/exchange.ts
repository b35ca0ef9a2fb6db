import type { IncomingHttpHeaders } from 'node:http';

/** One call as an emulator sees it. */
export interface SandboxRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The marketplace's own time when the call arrived, in epoch milliseconds: the sandbox's clock, moved by a `clock-skew` fault. */
  readonly at: number;
  /** What the caller's time may be: the marketplace's own, and the real time where the sandbox has moved away from it. */
  readonly acceptableTimes: readonly number[];
}

/** An answer before anything happens to it on the way. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Buffer | string;
  /** The marketplace's error word, for the request log; empty on success. */
  readonly error: string;
}
