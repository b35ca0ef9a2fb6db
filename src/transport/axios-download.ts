import type { AxiosInstance } from 'axios';
import { Readable } from 'node:stream';
import { ConnectionWatch } from './connection-watch.js';
import { HttpFailure, type HttpDownload, type HttpOptions, type HttpRequest } from './http-client.js';
import { toHttpFailure } from './http-failure.js';
import { toHeaders } from './http-headers.js';

/** Opens an answer as a stream of bytes, exactly as they are sent. The time-out counts from piece to piece, not over the whole. */
export const downloadOnce = async (
  instance: AxiosInstance,
  request: HttpRequest,
  options: HttpOptions,
): Promise<HttpDownload> => {
  const { signal, timeoutInMs } = options;
  if (signal?.aborted === true) throw new HttpFailure('the call was aborted', { kind: 'aborted', wasSent: false });
  const watch = new ConnectionWatch();
  const onAbort = (): void => watch.end('aborted');
  const detach = (): void => signal?.removeEventListener('abort', onAbort);
  signal?.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(() => watch.end('timeout'), timeoutInMs);
  try {
    const { method, url, headers } = request;
    const response = await instance.request<unknown>({
      method,
      url,
      headers: { ...headers },
      transport: watch,
      responseType: 'stream',
      decompress: false,
      maxContentLength: Infinity,
    });
    if (watch.refusedByProxy !== undefined || !(response.data instanceof Readable))
      throw new HttpFailure('no stream came', { kind: 'connection', wasSent: watch.refusedByProxy === undefined });
    const body = piecesOf(response.data, { watch, timeoutInMs, detach });
    return { status: response.status, headers: toHeaders(response.headers), body };
  } catch (error) {
    detach();
    throw toHttpFailure(error, { wasSent: watch.isOpen, endedBy: watch.endedBy });
  } finally {
    clearTimeout(timer);
  }
};

interface Reading {
  readonly watch: ConnectionWatch;
  readonly timeoutInMs: number;
  readonly detach: () => void;
}

const piecesOf = (stream: Readable, reading: Reading): AsyncIterable<Uint8Array> => ({
  [Symbol.asyncIterator]: () => new Pieces(stream, reading),
});

/** An iterator of its own, so that `return` before the first `next` closes the connection too. */
class Pieces implements AsyncIterator<Uint8Array, undefined> {
  readonly #stream: Readable;
  readonly #reading: Reading;
  readonly #chunks: AsyncIterator<unknown>;

  constructor(stream: Readable, reading: Reading) {
    this.#stream = stream;
    this.#reading = reading;
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  async next(): Promise<IteratorResult<Uint8Array, undefined>> {
    const { watch, timeoutInMs } = this.#reading;
    // Only while waiting for the other side: a slow reader is not a slow server.
    const timer = setTimeout(() => watch.end('timeout'), timeoutInMs);
    try {
      const next = await this.#chunks.next();
      if (next.done !== true && next.value instanceof Uint8Array) return { done: false, value: next.value };
      if (watch.endedBy !== undefined) throw new Error(watch.endedBy);
      this.#reading.detach();
      return { done: true, value: undefined };
    } catch (error) {
      await this.return();
      throw toHttpFailure(error, { wasSent: true, endedBy: watch.endedBy });
    } finally {
      clearTimeout(timer);
    }
  }

  return(): Promise<IteratorResult<Uint8Array, undefined>> {
    this.#reading.detach();
    this.#stream.on('error', () => undefined);
    this.#stream.destroy();
    this.#reading.watch.hangUp();
    return Promise.resolve({ done: true, value: undefined });
  }
}
