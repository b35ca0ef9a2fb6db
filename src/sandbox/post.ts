import { request } from 'node:http';

export interface Post {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly timeoutInMs: number;
}

/** Posts to a server on this machine and resolves with its HTTP status; 0 when it did not answer in time. */
export const post = ({ url, headers, body, timeoutInMs }: Post): Promise<number> =>
  new Promise((resolve) => {
    const outgoing = request(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      agent: false,
    });
    outgoing.setTimeout(timeoutInMs, () => outgoing.destroy());
    outgoing.on('error', () => resolve(0));
    outgoing.on('response', (incoming) => {
      incoming.on('error', () => resolve(0));
      incoming.on('end', () => resolve(incoming.statusCode ?? 0));
      incoming.resume();
    });
    outgoing.end(body);
  });
