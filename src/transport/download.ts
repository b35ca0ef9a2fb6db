import { ConfigurationError } from '../core/errors/caller-errors.js';
import type { CallOptions } from '../core/inputs.js';
import type { AttemptParts } from './attempts.js';
import type { AttemptFailure } from './attempt-failure.js';
import { beforeSending, httpFailed, refused, type CallContext } from './failures.js';
import type { HttpClient, HttpDownload, HttpHeaders, HttpOptions, HttpRequest } from './http-client.js';
import { toHttpFailure } from './http-failure.js';
import { withRetries } from './retry.js';
import { refusalByStatus } from './status-refusal.js';

/** A file behind an address that a marketplace has signed. It is fetched without any token, and no redirect is followed. */
export interface DownloadRequest {
  readonly url: string;
  /** Named in errors: `reports.download`. */
  readonly operation: string;
}

/** An open file: read `bytes` once, to the end or until a `break`; both close the connection. */
export interface Download {
  readonly headers: HttpHeaders;
  /** Rejects with a `MarketplaceError` when the connection breaks or stands still. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

const isLoopback = (hostname: string): boolean => /^(?:localhost|\[::1\]|127(?:\.\d{1,3}){3})$/.test(hostname);

/** Whether an address may be fetched or written to: `https` only, and plain `http` on this machine while the adapter itself works there. */
export const isSafeAddress = (address: string, baseUrl: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  if (protocol === 'https:') return true;
  return protocol === 'http:' && isLoopback(hostname) && isLoopback(new URL(baseUrl).hostname);
};

/** Opens the file, again if the connection fails before its first byte. What fails later is the reader's to take up. */
export const openDownload = (request: DownloadRequest, options: CallOptions, parts: AttemptParts): Promise<Download> => {
  const context = { marketplace: parts.protocol.marketplace, operation: request.operation };
  if (!isSafeAddress(request.url, parts.baseUrl)) {
    throw new ConfigurationError(
      `${context.marketplace}: ${request.operation} would fetch an address that is not https`,
      context,
    );
  }
  return withRetries(() => openOnce(request, { options, parts, context }), {
    repeatable: 'safe',
    maxRetries: parts.maxRetries,
    clock: parts.clock,
    random: parts.random,
    signal: options.signal,
    onRetry: ({ error, attempt, delayInMs }) => {
      parts.writeLog('warn', { ...context, attempt, delayInMs, code: error.code }, 'the download failed and is repeated');
    },
  }).catch((error: unknown) => {
    throw beforeSending(error, context, options.signal);
  });
};

interface Opening {
  readonly options: CallOptions;
  readonly parts: AttemptParts;
  readonly context: CallContext;
}

const openOnce = async ({ url }: DownloadRequest, { options, parts, context }: Opening): Promise<Download> => {
  const timeoutInMs = options.timeoutInMs ?? parts.timeoutInMs;
  const toError = (error: unknown): AttemptFailure =>
    httpFailed(
      toHttpFailure(error, { wasSent: true, endedBy: options.signal?.aborted === true ? 'aborted' : undefined }),
      context,
      {
        timeoutInMs,
      },
    );
  let opened: HttpDownload;
  try {
    const httpOptions = { timeoutInMs, ...(options.signal === undefined ? {} : { signal: options.signal }) };
    opened = await downloadWith(
      parts.http,
      { method: 'GET', url, headers: { accept: '*/*', 'user-agent': 'aftersale' } },
      httpOptions,
    );
  } catch (error) {
    throw toError(error);
  }
  const { status, headers } = opened;
  if (status >= 200 && status < 300) return { headers, bytes: translated(opened.body, toError) };
  await close(opened.body);
  const endpoint = {
    name: context.operation,
    documentation: '',
    repeatable: 'safe',
    quota: { key: context.operation },
    credential: 'none',
  } as const;
  const answer = { status, headers, body: { format: 'empty' }, endpoint } as const;
  throw refused(refusalByStatus(answer, context), answer);
};

/** A client that cannot stream gives its answer in one piece. */
const downloadWith = async (http: HttpClient, request: HttpRequest, options: HttpOptions): Promise<HttpDownload> => {
  if (http.download !== undefined) return http.download(request, options);
  const { status, headers, body } = await http.send(request, options);
  return { status, headers, body: inOnePiece(typeof body === 'string' ? Buffer.from(body, 'utf8') : body) };
};

// eslint-disable-next-line @typescript-eslint/require-await -- an asynchronous iterable is what the port promises
async function* inOnePiece(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}

async function* translated(
  body: AsyncIterable<Uint8Array>,
  toError: (error: unknown) => AttemptFailure,
): AsyncGenerator<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await chunks.next().catch((error: unknown) => {
        throw toError(error).error;
      });
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    await chunks.return?.();
  }
}

const close = async (body: AsyncIterable<Uint8Array>): Promise<void> => {
  await body[Symbol.asyncIterator]().return?.();
};
