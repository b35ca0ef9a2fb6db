import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer, type ServerOptions } from 'node:https';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import nock from 'nock';
import { afterEach, beforeAll } from 'vitest';

export interface Loopback {
  readonly baseUrl: string;
  readonly port: number;
  /** `GET /path?query` of each request that arrived whole, in order. */
  readonly requests: string[];
  readonly connections: () => number;
  readonly close: () => Promise<void>;
}

/** Real sockets: interceptors imitate connections, and these tests are about what connections do. */
export const useRealSockets = (): void => {
  beforeAll(() => {
    nock.restore();
  });
};

/** A server on 127.0.0.1, closed with all its connections after the test. */
export const startLoopback = async (answer: RequestListener, tls?: ServerOptions): Promise<Loopback> => {
  const requests: string[] = [];
  const listener: RequestListener = (request, response) => {
    requests.push(`${request.method ?? ''} ${request.url ?? ''}`);
    answer(request, response);
  };
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  const { port, close } = await listen(server);
  return {
    baseUrl: `http${tls === undefined ? '' : 's'}://127.0.0.1:${port}`,
    port,
    requests,
    connections: () => connections,
    close,
  };
};

/** Raw TCP, for what no well-behaved HTTP server does. */
export const startTcp = async (onConnection: (socket: Socket) => void): Promise<number> =>
  (await listen(createTcpServer(onConnection))).port;

const listen = async (server: Server): Promise<{ readonly port: number; readonly close: () => Promise<void> }> => {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  opened.push(close);
  return { port: (server.address() as AddressInfo).port, close };
};

const opened: (() => Promise<void>)[] = [];

export const closeLoopbacks = (): void => {
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((close) => close()));
  });
};

export const readBody = async (request: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
};

export const respondJson = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};
