import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseLosslessly } from '../core/lossless-json.js';

/** What reached the server, as far as a fixture can speak about it. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The parsed JSON body, the fields of a form, or `undefined`. */
  readonly body: unknown;
  readonly text: string;
}

/** How the server answers. `lost`: the request is read to its end, then the connection breaks. */
export type Reply =
  | {
      readonly type: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>> | undefined;
      readonly text: string;
    }
  | { readonly type: 'lost' };

/** A server on this machine that answers as it is told and keeps what reached it. Close it, or the process will not end. */
export interface ReplayServer {
  /** `http://127.0.0.1:<port>` */
  readonly baseUrl: string;
  readonly requests: readonly RecordedRequest[];
  /** From now on every request gets this answer. */
  readonly replyWith: (reply: Reply) => void;
  readonly close: () => Promise<void>;
}

const bodyOf = (text: string, contentType: string): unknown => {
  if (text === '') return undefined;
  if (contentType.startsWith('application/x-www-form-urlencoded')) return Object.fromEntries(new URLSearchParams(text));
  if (!contentType.includes('json')) return undefined;
  try {
    return parseLosslessly(text);
  } catch {
    return undefined;
  }
};

const record = async (request: IncomingMessage): Promise<RecordedRequest> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) if (chunk instanceof Uint8Array) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString('utf8');
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  return {
    method: request.method ?? '',
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: request.headers,
    body: bodyOf(text, request.headers['content-type'] ?? ''),
    text,
  };
};

const answer = (response: ServerResponse, reply: Reply): void => {
  if (reply.type === 'lost') {
    response.socket?.destroy();
    return;
  }
  response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
  response.end(reply.text);
};

const nothingSaid = { type: 'answer', status: 501, text: '{}' } as const satisfies Reply;

/** A marketplace that says what it is told to, on loopback, and remembers what it was asked. */
export const createReplayServer = async (): Promise<ReplayServer> => {
  const requests: RecordedRequest[] = [];
  let reply: Reply = nothingSaid;
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    requests.push(await record(request));
    answer(response, reply);
  };
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    requests,
    replyWith: (next) => {
      reply = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
