import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';

type OnResponse = (response: IncomingMessage) => void;

/**
 * Follows one request on its way, as Node's own transport for axios. axios cannot tell a refused connection from a lost answer, and
 * its time-out counts from the last byte, so that a body that trickles would never end.
 */
export class ConnectionWatch {
  /** The request can have left only once its connection is open. */
  isOpen = false;
  /** The status a proxy gave instead of a tunnel. Its answer must not pass for the marketplace's. */
  refusedByProxy: number | undefined;
  endedBy: 'timeout' | 'aborted' | undefined;
  #request: ClientRequest | undefined;

  /** Hangs up, now or as soon as there is something to hang up. */
  end(cause: 'timeout' | 'aborted'): void {
    this.endedBy ??= cause;
    this.#request?.destroy();
  }

  /** Leaves without a word: what is still to come is not wanted. */
  hangUp(): void {
    this.#request?.destroy();
  }

  /** Called by axios in place of `http.request`. */
  readonly request = (options: RequestOptions, onResponse: OnResponse): ClientRequest => {
    const request = (options.protocol === 'https:' ? https : http).request(options, onResponse);
    this.#request = request;
    request.once('socket', (socket: Socket) => {
      this.#followSocket(socket);
    });
    request.once('proxyConnect', ({ statusCode }: { readonly statusCode: number }) => {
      if (statusCode !== 200) this.refusedByProxy = statusCode;
    });
    if (this.endedBy !== undefined) request.destroy();
    return request;
  };

  #followSocket(socket: Socket): void {
    const isSecuring = 'secureConnecting' in socket && socket.secureConnecting === true;
    if (!socket.connecting && !isSecuring) {
      this.isOpen = true;
      return;
    }
    // No byte of the request is written before the handshake has ended.
    socket.once('encrypted' in socket ? 'secureConnect' : 'connect', () => {
      this.isOpen = true;
    });
  }
}
