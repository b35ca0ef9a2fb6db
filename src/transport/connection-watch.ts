import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';

/** What is known of one exchange's connection: the request can have left only once it is open. */
export interface ConnectionWatch {
  isOpen: boolean;
  /** The status a proxy gave instead of a tunnel. Its answer must not pass for the marketplace's. */
  refusedByProxy?: number;
}

type OnResponse = (response: IncomingMessage) => void;

interface WatchedTransport {
  readonly request: (options: RequestOptions, onResponse: OnResponse) => ClientRequest;
}

/** Node's own transport for axios, which notes when the connection opened: axios cannot tell a refused connection from a lost answer. */
export const watchConnection = (watch: ConnectionWatch): WatchedTransport => ({
  request: (options, onResponse) => {
    const request = (options.protocol === 'https:' ? https : http).request(options, onResponse);
    request.once('socket', (socket: Socket) => {
      watchSocket(socket, watch);
    });
    request.once('proxyConnect', ({ statusCode }: { readonly statusCode: number }) => {
      if (statusCode !== 200) watch.refusedByProxy = statusCode;
    });
    return request;
  },
});

const watchSocket = (socket: Socket, watch: ConnectionWatch): void => {
  const isSecuring = 'secureConnecting' in socket && socket.secureConnecting === true;
  if (!socket.connecting && !isSecuring) {
    watch.isOpen = true;
    return;
  }
  // No byte of the request is written before the handshake has ended.
  socket.once('encrypted' in socket ? 'secureConnect' : 'connect', () => {
    watch.isOpen = true;
  });
};
