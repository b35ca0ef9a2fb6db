import { createServer } from 'node:http';
import { afterEach } from 'vitest';
import { listen } from './loopback.js';

export interface ReceivedPush {
  readonly authorization: string;
  readonly body: string;
}

const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A seller's callback server that answers with the given status. */
export const startReceiver = async (statusOf: () => number = () => 200) => {
  const received: ReceivedPush[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      received.push({ authorization: incoming.headers.authorization ?? '', body: Buffer.concat(chunks).toString() });
      outgoing.writeHead(statusOf()).end();
    });
  });
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `${await listen(server)}/shopee/push`, received };
};
