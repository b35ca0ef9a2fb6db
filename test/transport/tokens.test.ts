import { describe, expect, it } from 'vitest';
import { toInstant } from '../../src/core/time.js';
import { createFakeClock } from '../../src/testing/fake-clock.js';
import { HttpFailure, type HttpRequest } from '../../src/transport/http-client.js';
import { createMemoryTokenStore, type TokenStore, type Tokens } from '../../src/transport/tokens.js';
import { createTransport, type TransportSettings } from '../../src/transport/transport.js';
import { closeLoopbacks, useRealSockets } from './support/loopback.js';
import { startRotatingServer } from './support/rotating-server.js';
import { start } from './support/set-up.js';
import { confirmCase, ok, readCase, refuse, scriptedHttp, testProtocol, type ScriptedHttp } from './support/test-marketplace.js';

useRealSockets();
closeLoopbacks();

const tokensUntil = (expiresAt: number): Tokens => ({
  accessToken: 'access-1',
  refreshToken: 'refresh-1',
  expiresAt: toInstant(expiresAt),
});
const renewed = (lifetimeInMs = 3_600_000) => ok({ access: 'access-2', refresh: 'refresh-2', expiresAt: start + lifetimeInMs });
const lost = new HttpFailure('lost', { kind: 'connection', wasSent: true });
const key = 'test:1';

const setUp = (httpClient: ScriptedHttp, store: TokenStore, settings: Partial<TransportSettings> = {}) => {
  const clock = createFakeClock({ startAt: start, autoAdvance: true });
  const tokens = { store, keys: { seller: key } };
  return {
    clock,
    transport: createTransport({
      protocol: testProtocol,
      baseUrl: 'https://api.example.com',
      clock,
      httpClient,
      tokens,
      ...settings,
    }),
  };
};

const stale = () => createMemoryTokenStore({ [key]: tokensUntil(start) });
const fresh = () => createMemoryTokenStore({ [key]: tokensUntil(start + 3_600_000) });
const pathsOf = ({ sent }: { readonly sent: readonly HttpRequest[] }) =>
  sent.map(({ url }) => `${new URL(url).pathname} ${new URL(url).searchParams.get('token') ?? '-'}`);

describe('an expired token', () => {
  it('is refreshed once for twenty calls at a time, and none of them fails', async () => {
    const server = await startRotatingServer();
    const store = createMemoryTokenStore({ [key]: tokensUntil(Date.now() - 1000) });
    const transport = createTransport({
      protocol: testProtocol,
      baseUrl: server.baseUrl,
      tokens: { store, keys: { seller: key } },
    });
    const calls = Array.from({ length: 20 }, (_, index) => transport.send(readCase, String(index)));
    await expect(Promise.all(calls)).resolves.toEqual(calls.map((_, index) => String(index)));
    expect(server.refreshes()).toBe(1);
    await expect(store.read(key)).resolves.toMatchObject({ refreshToken: server.currentRefreshToken() });
    transport.close();
  });

  it('that only the marketplace knows to be void is refreshed once for twenty calls, too', async () => {
    const server = await startRotatingServer();
    const store = createMemoryTokenStore({ [key]: { ...tokensUntil(Date.now() + 3_600_000), accessToken: 'access-0' } });
    const transport = createTransport({
      protocol: testProtocol,
      baseUrl: server.baseUrl,
      tokens: { store, keys: { seller: key } },
    });
    await Promise.all(Array.from({ length: 20 }, (_, index) => transport.send(readCase, String(index))));
    expect(server.refreshes()).toBe(1);
    transport.close();
  });

  it('is stored before it is used', async () => {
    const order: string[] = [];
    const memory = stale();
    const store: TokenStore = {
      ...memory,
      write: async (name, tokens) => {
        await memory.write(name, tokens);
        order.push(`stored ${tokens.accessToken}`);
      },
    };
    const http = scriptedHttp(renewed(), ({ url }) => {
      order.push(`used ${new URL(url).searchParams.get('token') ?? ''}`);
      return ok();
    });
    await setUp(http, store).transport.send(readCase, 'r1');
    expect(order).toEqual(['stored access-2', 'used access-2']);
  });

  it('is not refreshed when another process has done it meanwhile', async () => {
    const http = scriptedHttp(ok());
    const memory = stale();
    const store: TokenStore = {
      ...memory,
      withLock: async (name, lease, work) => {
        await memory.write(name, { ...tokensUntil(start + 3_600_000), accessToken: 'access-9' });
        return memory.withLock(name, lease, work);
      },
    };
    await setUp(http, store).transport.send(readCase, 'r1');
    expect(pathsOf(http)).toEqual(['/case access-9']);
  });

  it('a minute before its end is refreshed ahead, and if that fails in passing the old one still serves', async () => {
    const store = createMemoryTokenStore({ [key]: tokensUntil(start + 120_000) });
    const http = scriptedHttp(ok(), new HttpFailure('refused', { kind: 'connection', wasSent: false }), ok());
    const { transport, clock } = setUp(http, store);
    await transport.send(readCase, 'r1');
    await clock.advance(90_000);
    await transport.send(readCase, 'r1');
    expect(pathsOf(http)).toEqual(['/case access-1', '/token -', '/case access-1']);
  });

  it('of a short life is not refreshed at each call', async () => {
    const http = scriptedHttp(renewed(30_000), ok());
    const { transport } = setUp(http, stale());
    await transport.send(readCase, 'r1');
    await transport.send(readCase, 'r1');
    expect(pathsOf(http)).toEqual(['/token -', '/case access-2', '/case access-2']);
  });
});

describe('a refused token', () => {
  it('is refreshed once and the call repeated, even without retries', async () => {
    const http = scriptedHttp(refuse('bad_token'), renewed(), ok());
    await expect(setUp(http, fresh(), { maxRetries: 0 }).transport.send(readCase, 'r1')).resolves.toBe('r1');
    expect(pathsOf(http)).toEqual(['/case access-1', '/token -', '/case access-2']);
  });

  it('lets a write be sent again: nothing was done', async () => {
    const http = scriptedHttp(refuse('bad_token'), renewed(), ok());
    await expect(setUp(http, fresh()).transport.attempt(confirmCase, 'r1')).resolves.toEqual({ state: 'done', value: 'r1' });
  });

  it('refused again after its renewal ends the call', async () => {
    const http = scriptedHttp(refuse('bad_token'), renewed(), refuse('bad_token'));
    await expect(setUp(http, fresh()).transport.send(readCase, 'r1')).rejects.toMatchObject({ name: 'AuthenticationError' });
    expect(http.sent).toHaveLength(3);
  });
});

describe('a refresh that does not succeed', () => {
  it.each([
    ['is lost', lost],
    ['comes back unreadable', { status: 200, headers: {}, body: '{"err' }],
    ['meets a server fault', { status: 502, headers: {}, body: 'Bad gateway' }],
  ])('ends in AuthenticationError that says how to authorize again, when its answer %s', async (_what, step) => {
    const http = scriptedHttp(step);
    const failure: unknown = await setUp(http, stale())
      .transport.send(readCase, 'r1')
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'AuthenticationError', operation: 'tokens.refresh' });
    expect(String(failure)).toContain('Authorize the account again: open https://example.com/authorize');
    expect(http.sent).toHaveLength(1);
  });

  it('names the way as well when the refresh token is refused', async () => {
    const http = scriptedHttp(refuse('bad_token', 'Your refresh token is error'));
    await expect(setUp(http, stale()).transport.send(readCase, 'r1')).rejects.toMatchObject({
      name: 'AuthenticationError',
      providerCode: 'bad_token',
      message: expect.stringContaining('https://example.com/authorize'),
    });
    expect(http.sent).toHaveLength(1);
  });

  it('is repeated within the call when it certainly was not processed', async () => {
    const http = scriptedHttp(refuse('too_fast'), renewed(), ok());
    await expect(setUp(http, stale()).transport.send(readCase, 'r1')).resolves.toBe('r1');
    expect(pathsOf(http)).toEqual(['/token -', '/token -', '/case access-2']);
  });

  it('makes a write fail, not uncertain: it was never sent', async () => {
    await expect(setUp(scriptedHttp(lost), stale()).transport.attempt(confirmCase, 'r1')).rejects.toMatchObject({
      name: 'AuthenticationError',
    });
  });

  it('keeps tokens that could not be stored, and stores them with the next call instead of refreshing again', async () => {
    const memory = stale();
    let isFull = true;
    const store: TokenStore = {
      ...memory,
      write: (name, tokens) =>
        isFull ? Promise.reject(Object.assign(new Error('refresh-2'), { code: 'ENOSPC' })) : memory.write(name, tokens),
    };
    const http = scriptedHttp(renewed(), ok());
    const { transport } = setUp(http, store);
    await expect(transport.send(readCase, 'r1')).rejects.toMatchObject({
      name: 'ConfigurationError',
      message: 'test: the token store failed (ENOSPC)',
    });
    isFull = false;
    await expect(transport.send(readCase, 'r1')).resolves.toBe('r1');
    expect(pathsOf(http)).toEqual(['/token -', '/case access-2']);
    await expect(memory.read(key)).resolves.toMatchObject({ refreshToken: 'refresh-2' });
  });

  it('says which key the store does not hold', async () => {
    await expect(setUp(scriptedHttp(ok()), createMemoryTokenStore()).transport.send(readCase, 'r1')).rejects.toMatchObject({
      name: 'AuthenticationError',
      message: expect.stringContaining("'test:1'"),
    });
  });
});

describe('a caller who leaves during a refresh', () => {
  it('is let go, and the refresh goes on for the others', async () => {
    let answer = (): void => undefined;
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const http = scriptedHttp(async () => {
      await answered;
      return renewed();
    }, ok());
    const { transport } = setUp(http, stale());
    const controller = new AbortController();
    const leaving = transport.attempt(confirmCase, 'r1', { signal: controller.signal });
    const staying = transport.send(readCase, 'r2');
    controller.abort();
    await expect(leaving).rejects.toMatchObject({ name: 'AbortedError' });
    answer();
    await expect(staying).resolves.toBe('r1');
    expect(pathsOf(http)).toEqual(['/token -', '/case access-2']);
  });
});
