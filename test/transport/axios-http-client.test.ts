import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import https from 'node:https';
import { connect } from 'node:net';
import { inspect } from 'node:util';
import { gzipSync } from 'node:zlib';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAxiosHttpClient } from '../../src/transport/axios-http-client.js';
import type { HttpClient, HttpOptions } from '../../src/transport/http-client.js';
import type { AgentSettings } from '../../src/transport/agents.js';
import { closeLoopbacks, readBody, startLoopback, startTcp, useRealSockets } from './support/loopback.js';

useRealSockets();
closeLoopbacks();

const clients: HttpClient[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const client of clients.splice(0)) client.close?.();
});

const createClient = (settings: AgentSettings = {}): HttpClient => {
  const client = createAxiosHttpClient(settings);
  clients.push(client);
  return client;
};

const get = (url: string, options: Partial<HttpOptions> = {}, client = createClient()) =>
  client.send({ method: 'GET', url, headers: {} }, { timeoutInMs: 60_000, ...options });

/** Reserved, and nobody's: a port that was free a moment ago may by now belong to another test. */
const closedPort = 1;

/** Lets the time of a call run out as soon as it has got so far, however slow the machine. */
const withTimeRunningOut = async (exchange: (runOut: () => void) => Promise<void>): Promise<void> => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    await exchange(() => vi.advanceTimersByTime(60_000));
  } finally {
    vi.useRealTimers();
  }
};

describe('what an answer gives', () => {
  it('hands back status, headers and bytes, whatever the status', async () => {
    const { baseUrl } = await startLoopback((_request, response) => {
      response.writeHead(404, { 'X-Request-Id': 'q1', 'set-cookie': ['a=1', 'b=2'] }).end('größe');
    });
    const response = await get(`${baseUrl}/x`);
    expect(response).toMatchObject({ status: 404, headers: { 'x-request-id': 'q1', 'set-cookie': 'a=1, b=2' } });
    expect(Buffer.from(response.body).toString('utf8')).toBe('größe');
  });

  it('sends bytes that are no Buffer, and of a larger block that part only', async () => {
    let seen = '';
    const { baseUrl } = await startLoopback((request, response) => {
      void readBody(request).then((body) => {
        seen = body;
        response.end();
      });
    });
    const body = new TextEncoder().encode('__%PDF__').subarray(2, 6);
    await createClient().send({ method: 'PUT', url: baseUrl, headers: {}, body }, { timeoutInMs: 60_000 });
    expect(seen).toBe('%PDF');
  });

  it('sends the body and the headers as they are', async () => {
    let seen: unknown;
    const { baseUrl } = await startLoopback((request, response) => {
      void readBody(request).then((body) => {
        seen = { body, type: request.headers['content-type'], method: request.method };
        response.end('{}');
      });
    });
    const request = {
      method: 'POST',
      url: `${baseUrl}/x`,
      headers: { 'content-type': 'application/json' },
      body: '{"id":12345678901234567890}',
    };
    await createClient().send(request, { timeoutInMs: 60_000 });
    expect(seen).toEqual({ body: '{"id":12345678901234567890}', type: 'application/json', method: 'POST' });
  });

  it('follows no redirect', async () => {
    const server = await startLoopback((_request, response) => response.writeHead(302, { location: '/elsewhere' }).end());
    await expect(get(`${server.baseUrl}/x`)).resolves.toMatchObject({ status: 302 });
    expect(server.requests).toEqual(['GET /x']);
  });

  it('reads no proxy from the environment', async () => {
    const { baseUrl } = await startLoopback((_request, response) => response.end('direct'));
    vi.stubEnv('HTTP_PROXY', `http://127.0.0.1:${closedPort}`);
    vi.stubEnv('http_proxy', `http://127.0.0.1:${closedPort}`);
    await expect(get(baseUrl)).resolves.toMatchObject({ status: 200 });
  });

  it('unpacks a compressed body', async () => {
    const { baseUrl } = await startLoopback((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"a":1}'));
    });
    expect(Buffer.from((await get(baseUrl)).body).toString()).toBe('{"a":1}');
  });
});

describe('connections', () => {
  it('reuses one for reads in a row and opens one for each write', async () => {
    const server = await startLoopback((_request, response) => response.end('{}'));
    const client = createClient();
    for (let count = 0; count < 5; count += 1) await get(server.baseUrl, {}, client);
    expect(server.connections()).toBe(1);
    for (let count = 0; count < 3; count += 1) await get(server.baseUrl, { freshConnection: true }, client);
    expect(server.connections()).toBe(4);
  });
});

describe('failures before the first byte', () => {
  it('knows that nothing was sent where axios itself could not be loaded, and loads it again for the next call', async () => {
    const { baseUrl } = await startLoopback((_request, response) => {
      response.end('here');
    });
    const client = createClient();
    vi.doMock('axios', () => Promise.reject(new Error('EMFILE: too many open files')));
    await expect(get(baseUrl, {}, client)).rejects.toMatchObject({ name: 'HttpFailure', kind: 'connection', wasSent: false });
    vi.doUnmock('axios');
    await expect(get(baseUrl, {}, client)).resolves.toMatchObject({ status: 200 });
  });

  it('knows that a refused connection sent nothing', async () => {
    await expect(get(`http://127.0.0.1:${closedPort}/x`)).rejects.toMatchObject({ kind: 'connection', wasSent: false });
  });

  it('knows that a failed TLS handshake sent nothing', async () => {
    const port = await startTcp((socket) => socket.end('this is not TLS'));
    await expect(get(`https://127.0.0.1:${port}/x`)).rejects.toMatchObject({ kind: 'connection', wasSent: false });
  });

  it('knows that a handshake that never ends sent nothing', async () => {
    const port = await startTcp(() => undefined);
    const client = createClient();
    const ended = get(`https://127.0.0.1:${port}/x`, { timeoutInMs: 50 }, client);
    await expect(ended).rejects.toMatchObject({ kind: 'timeout', wasSent: false });
  });

  it('knows that a proxy which refuses the tunnel sent nothing, and does not take its answer for the marketplace’s', async () => {
    const proxy = await startLoopback(() => undefined);
    const port = await startTcp((socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 2\r\n\r\n{}'));
    });
    const client = createClient({ proxy: `http://user:hush@127.0.0.1:${port}` });
    const failure: unknown = await get(`${proxy.baseUrl}/x`, {}, client).catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: 'connection', wasSent: false, message: 'the proxy refused the tunnel (407)' });
  });

  it('knows that a proxy which is not there sent nothing', async () => {
    const client = createClient({ proxy: `http://127.0.0.1:${closedPort}` });
    await expect(get('http://127.0.0.1:9/x', {}, client)).rejects.toMatchObject({ kind: 'connection', wasSent: false });
  });

  it('refuses what cannot be written as HTTP', async () => {
    const request = { method: 'GET', url: 'secret value', headers: {} };
    const failure: unknown = await createClient()
      .send(request, { timeoutInMs: 1000 })
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ kind: 'invalid-request', wasSent: false });
    expect(String(failure)).not.toContain('secret');
  });

  it('does not start for a caller who has left', async () => {
    const server = await startLoopback((_request, response) => response.end());
    await expect(get(server.baseUrl, { signal: AbortSignal.abort() })).rejects.toMatchObject({ kind: 'aborted', wasSent: false });
    expect(server.connections()).toBe(0);
  });
});

describe('failures after the first byte', () => {
  it('knows that a reset may have come after the deed', async () => {
    const { baseUrl } = await startLoopback((request) => request.socket.resetAndDestroy());
    await expect(get(baseUrl)).rejects.toMatchObject({ kind: 'connection', wasSent: true });
  });

  it('knows that a body cut short may have come after the deed', async () => {
    const { baseUrl } = await startLoopback((request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"a":', () => request.socket.destroy());
    });
    await expect(get(baseUrl)).rejects.toMatchObject({ kind: 'connection', wasSent: true });
  });

  it('ends when no answer comes in time', async () => {
    await withTimeRunningOut(async (runOut) => {
      const { baseUrl } = await startLoopback(runOut);
      await expect(get(baseUrl)).rejects.toMatchObject({ kind: 'timeout', wasSent: true });
    });
  });

  it('ends a body that trickles for longer than the whole call may take', async () => {
    await withTimeRunningOut(async (runOut) => {
      const { baseUrl } = await startLoopback((_request, response) => {
        response.writeHead(200);
        const drops = setInterval(() => response.write(' '), 10);
        response.on('close', () => clearInterval(drops));
        response.write(' ', () => setImmediate(runOut));
      });
      await expect(get(baseUrl)).rejects.toMatchObject({ kind: 'timeout', wasSent: true });
    });
  });

  it('hangs up at once when the caller leaves', async () => {
    const controller = new AbortController();
    let hungUp: Promise<unknown> = Promise.reject(new Error('no request came'));
    hungUp.catch(() => undefined);
    const { baseUrl } = await startLoopback((request) => {
      hungUp = once(request.socket, 'close');
      controller.abort();
    });
    await expect(get(baseUrl, { signal: controller.signal })).rejects.toMatchObject({ kind: 'aborted', wasSent: true });
    await expect(hungUp).resolves.toBeDefined();
  });

  it('calls broken compression unreadable', async () => {
    const { baseUrl } = await startLoopback((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip at all');
    });
    await expect(get(baseUrl)).rejects.toMatchObject({ kind: 'unreadable', wasSent: true });
  });

  it('stops reading an answer that would fill the memory, also a small one that unpacks to it', { timeout: 60_000 }, async () => {
    const { baseUrl } = await startLoopback((_request, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(65 * 1024 * 1024)));
    });
    await expect(get(baseUrl)).rejects.toMatchObject({ kind: 'unreadable', wasSent: true });
  });

  it('keeps nothing of axios in the error', async () => {
    const { baseUrl } = await startLoopback((request) => request.socket.destroy());
    const request = { method: 'GET', url: `${baseUrl}/x?token=hush-hush`, headers: { authorization: 'hush-hush' } };
    const failure: unknown = await createClient()
      .send(request, { timeoutInMs: 1000 })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(inspect(failure, { showHidden: true, depth: 9 })).not.toContain('hush');
    expect(inspect(failure)).not.toContain('AxiosError');
  });
});

describe('proxy', () => {
  it('tunnels through the configured proxy', async () => {
    const target = await startLoopback((_request, response) => response.end('reached'));
    const asked: string[] = [];
    const port = await startTcp((socket) => {
      socket.once('data', (head) => {
        asked.push(String(head).split('\r\n')[0] ?? '');
        const onward = connect(target.port, '127.0.0.1', () => {
          socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
          socket.pipe(onward).pipe(socket);
        });
        onward.on('error', () => socket.destroy());
      });
      socket.on('error', () => undefined);
    });
    const client = createClient({ proxy: `http://127.0.0.1:${port}` });
    expect(Buffer.from((await get(`${target.baseUrl}/x`, { freshConnection: true }, client)).body).toString()).toBe('reached');
    expect(asked).toEqual([`CONNECT 127.0.0.1:${target.port} HTTP/1.1`]);
  });
});

describe('TLS', () => {
  const fixture = (name: string): Buffer => readFileSync(new URL(`./fixtures/${name}`, import.meta.url));
  const certificate = fixture('loopback-certificate.pem');
  const startTls = (answer: Parameters<typeof startLoopback>[0]) =>
    startLoopback(answer, { key: fixture('loopback-key.pem'), cert: certificate });
  const trusting = () => createClient({ agent: new https.Agent({ ca: certificate, keepAlive: true }) });

  it('uses the configured agent and its authorities', async () => {
    const { baseUrl } = await startTls((_request, response) => response.end('{}'));
    await expect(get(baseUrl, {}, trusting())).resolves.toMatchObject({ status: 200 });
  });

  it('knows that nothing was sent to a host whose certificate is not trusted', async () => {
    const server = await startTls((_request, response) => response.end('{}'));
    await expect(get(server.baseUrl)).rejects.toMatchObject({ kind: 'connection', wasSent: false });
    expect(server.requests).toEqual([]);
  });

  it('knows that a reset after the handshake may have come after the deed, also on a connection used before', async () => {
    const server = await startTls((request, response) => {
      if (request.url === '/reset') request.socket.destroy();
      else response.end('{}');
    });
    const lost = { kind: 'connection', wasSent: true };
    await expect(get(`${server.baseUrl}/reset`, {}, trusting())).rejects.toMatchObject(lost);
    const client = trusting();
    await get(server.baseUrl, {}, client);
    await expect(get(`${server.baseUrl}/reset`, {}, client)).rejects.toMatchObject(lost);
    expect(server.connections()).toBe(2);
  });

  it('sees a lost answer through a tunnel, too', async () => {
    const server = await startTls((request) => request.socket.destroy());
    const port = await startTcp((socket) => {
      socket.once('data', () => {
        const onward = connect(server.port, '127.0.0.1', () => {
          socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
          socket.pipe(onward).pipe(socket);
        });
        onward.on('error', () => socket.destroy());
      });
    });
    const tunnel = new HttpsProxyAgent(`http://127.0.0.1:${port}`);
    Object.assign(tunnel, { options: { ...tunnel.options, ca: certificate } });
    await expect(get(server.baseUrl, {}, createClient({ agent: tunnel }))).rejects.toMatchObject({
      kind: 'connection',
      wasSent: true,
    });
  });
});
