import { createServer, type ServerResponse } from 'node:http';
import { createSandbox } from '../../src/sandbox/index.js';
import { serverInput, type RecordedBodies, type Shop } from '../contract.js';
import { answer, readInput } from './program.js';

/**
 * The sandbox behind a memory: what it has answered once is served again as ready bytes, so that the server's own work does not slow
 * a client under measurement. The signature is checked when an answer is first made.
 */

/** What differs from call to call without changing the answer. */
const passing = new Set(['sign', 'timestamp', 'access_token']);

const keyOf = (url: URL): string =>
  [...url.searchParams]
    .filter(([name]) => !passing.has(name))
    .map(([name, value]) => `${name}=${value}`)
    .sort()
    .join('&');

const { cases } = readInput(serverInput);
const sandbox = await createSandbox({
  marketplaces: ['shopee'],
  seed: { value: 11, cases },
  shopee: { quotas: { perSecond: 1e9, burst: 1e9 } },
});
const { baseUrl, account } = sandbox.marketplaces.shopee;

interface Ready {
  readonly path: string;
  readonly key: string;
  readonly bytes: Buffer;
}
const ready = new Map<string, Ready>();
let asked: string[] = [];

const make = async (url: URL): Promise<Ready> => {
  const made = await fetch(`${baseUrl}${url.pathname}${url.search}`);
  const bytes = Buffer.from(await made.arrayBuffer());
  if (!made.ok) throw new Error(`${url.pathname}: ${String(made.status)} ${bytes.toString('utf8').slice(0, 200)}`);
  return { path: url.pathname, key: keyOf(url), bytes };
};

const send = (outgoing: ServerResponse, bytes: Buffer): void => {
  outgoing.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': bytes.length });
  outgoing.end(bytes);
};

const control = (path: string): object => {
  if (path === '/__bench/bodies') {
    return [...ready.values()].map(({ path: of, key, bytes }) => ({
      path: of,
      key,
      body: bytes.toString('utf8'),
    })) satisfies RecordedBodies;
  }
  const taken = asked;
  asked = [];
  return taken;
};

const server = createServer((incoming, outgoing) => {
  const url = new URL(incoming.url ?? '/', 'http://byte-server');
  if (url.pathname.startsWith('/__bench/')) {
    send(outgoing, Buffer.from(JSON.stringify(control(url.pathname))));
    return;
  }
  asked.push(incoming.url ?? '/');
  const place = `${url.pathname}?${keyOf(url)}`;
  const known = ready.get(place);
  if (known !== undefined) {
    send(outgoing, known.bytes);
    return;
  }
  make(url)
    .then((made) => {
      ready.set(place, made);
      send(outgoing, made.bytes);
    })
    .catch((error: unknown) => {
      outgoing.writeHead(500).end(String(error));
    });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const { partnerId, partnerKey, shopId, tokens } = account;
  const shop: Shop = {
    baseUrl: `http://127.0.0.1:${String(port)}`,
    partnerId,
    partnerKey,
    shopId,
    tokens,
    now: sandbox.clock.now(),
  };
  answer(shop);
});

// The parent holds the other end; when it is gone, however it ended, so is the server.
process.stdin.on('end', () => process.exit(0));
process.stdin.resume();
