import { describe, expect, it } from 'vitest';
import { HttpFailure, type HttpOptions } from '../../src/transport/http-client.js';
import { setUp, start } from './support/set-up.js';
import { confirmCase, json, ok, readCase, refuse, scriptedHttp } from './support/test-marketplace.js';

const failure = (kind: HttpFailure['kind'], wasSent: boolean) => new HttpFailure('scripted', { kind, wasSent });

describe('a call that may be sent once', () => {
  it('is done when the marketplace says so', async () => {
    const http = scriptedHttp(ok());
    await expect(setUp({ httpClient: http }).transport.attempt(confirmCase, 'r1')).resolves.toEqual({
      state: 'done',
      value: 'r1',
    });
  });

  it.each([
    ['a time-out after sending', failure('timeout', true), 'timeout', 'TimeoutError'],
    ['a reset after sending', failure('connection', true), 'connection-lost', 'ConnectionError'],
    ['an answer that cannot be decoded', failure('unreadable', true), 'unreadable-answer', 'UnexpectedResponseError'],
    ['HTTP 500', json({ error: 'closed' }, 500), 'server-fault', 'ConflictError'],
    ['a gateway page', { status: 504, headers: {}, body: '<html>' }, 'server-fault', 'UnavailableError'],
    ['a throttle with a server status', json({ error: 'too_fast' }, 503), 'server-fault', 'RateLimitError'],
    ['a passing fault inside HTTP 200', refuse('try_later'), 'server-fault', 'UnavailableError'],
    ['a token refused with a server status', json({ error: 'bad_token' }, 500), 'server-fault', 'AuthenticationError'],
    ['an empty body', { status: 200, headers: {}, body: '' }, 'unreadable-answer', 'UnexpectedResponseError'],
    ['truncated JSON', { status: 200, headers: {}, body: '{"error":""' }, 'unreadable-answer', 'UnexpectedResponseError'],
    ['a redirect', { status: 302, headers: { location: 'https://x' }, body: '' }, 'unreadable-answer', 'UnexpectedResponseError'],
    ['a body of unknown shape', json([1]), 'unexpected-answer', 'UnexpectedResponseError'],
    ['a success without its content', ok({}), 'unexpected-answer', 'UnexpectedResponseError'],
    ['an error of a foreign client', new Error('socket hang up'), 'connection-lost', 'ConnectionError'],
  ])('is sent once and uncertain after %s', async (_what, step, reason, name) => {
    const http = scriptedHttp(step, ok());
    const attempted = await setUp({ httpClient: http }).transport.attempt(confirmCase, 'r1');
    expect(attempted).toMatchObject({ state: 'uncertain', reason, error: { name } });
    expect(http.sent).toHaveLength(1);
  });

  it.each([
    ['a refused connection', failure('connection', false)],
    ['a time-out while connecting', failure('timeout', false)],
    ['a throttle', refuse('too_fast')],
    ['a throttle by status', json({ error: 'too_fast' }, 429)],
    ['a timestamp refused', refuse('bad_time')],
    [
      'an unknown host, told by a foreign client',
      Object.assign(new Error('x'), { cause: Object.assign(new Error('y'), { code: 'ENOTFOUND' }) }),
    ],
  ])('is sent again after %s', async (_what, step) => {
    const http = scriptedHttp(step, ok());
    await expect(setUp({ httpClient: http }).transport.attempt(confirmCase, 'r1')).resolves.toEqual({
      state: 'done',
      value: 'r1',
    });
    expect(http.sent).toHaveLength(2);
  });

  it('is not sent again once a second attempt has become uncertain', async () => {
    const http = scriptedHttp(refuse('too_fast'), failure('timeout', true), ok());
    await expect(setUp({ httpClient: http }).transport.attempt(confirmCase, 'r1')).resolves.toMatchObject({ state: 'uncertain' });
    expect(http.sent).toHaveLength(2);
  });

  it('fails for certain on a business refusal', async () => {
    const http = scriptedHttp(refuse('closed'));
    await expect(setUp({ httpClient: http }).transport.attempt(confirmCase, 'r1')).rejects.toMatchObject({
      name: 'ConflictError',
    });
    expect(http.sent).toHaveLength(1);
  });

  it('fails for certain when no connection can be made at all', async () => {
    const http = scriptedHttp(failure('connection', false));
    await expect(setUp({ httpClient: http }).transport.attempt(confirmCase, 'r1')).rejects.toMatchObject({
      name: 'ConnectionError',
      wasSent: false,
    });
    expect(http.sent).toHaveLength(4);
  });

  it('takes a new shape of a field that does not matter as done, and reports it once', async () => {
    const seen: unknown[] = [];
    const http = scriptedHttp(ok({ id: 'r1', note: 7 }));
    const { transport } = setUp({ httpClient: http, onDrift: (drift) => seen.push(drift) });
    await expect(transport.attempt(confirmCase, 'r1')).resolves.toEqual({ state: 'done', value: 'r1' });
    await transport.attempt(confirmCase, 'r2');
    expect(seen).toEqual([{ marketplace: 'test', operation: 'cases.confirm', kind: 'unexpected-shape', path: 'note' }]);
  });

  it('uses a connection of its own, a read does not', async () => {
    const asked: (boolean | undefined)[] = [];
    const http = {
      send: (_request: unknown, { freshConnection }: HttpOptions) => {
        asked.push(freshConnection);
        return Promise.resolve(ok());
      },
    };
    const { transport } = setUp({ httpClient: http });
    await transport.attempt(confirmCase, 'r1');
    await transport.send(readCase, 'r1');
    expect(asked).toEqual([true, false]);
  });
});

describe('an abort of a call that may be sent once', () => {
  const abortingHttp = (controller: AbortController, wasSent: boolean) =>
    scriptedHttp(() => {
      controller.abort();
      throw failure('aborted', wasSent);
    });

  it('throws while nothing was sent', async () => {
    const controller = new AbortController();
    const { transport } = setUp({ httpClient: abortingHttp(controller, false) });
    const { signal } = controller;
    await expect(transport.attempt(confirmCase, 'r1', { signal })).rejects.toMatchObject({ name: 'AbortedError' });
  });

  it('is uncertain after the first byte: the caller left, the marketplace may not have', async () => {
    const controller = new AbortController();
    const { transport } = setUp({ httpClient: abortingHttp(controller, true) });
    const { signal } = controller;
    await expect(transport.attempt(confirmCase, 'r1', { signal })).resolves.toMatchObject({
      state: 'uncertain',
      reason: 'aborted',
      error: { name: 'AbortedError' },
    });
  });

  it('keeps a success that arrived in the same moment', async () => {
    const controller = new AbortController();
    const http = scriptedHttp(() => {
      controller.abort();
      return ok();
    });
    const { transport } = setUp({ httpClient: http });
    await expect(transport.attempt(confirmCase, 'r1', { signal: controller.signal })).resolves.toMatchObject({ state: 'done' });
  });

  it('is spent on the wire only: the clock has not moved', async () => {
    const { transport, clock } = setUp({ httpClient: scriptedHttp(failure('timeout', true)) });
    await transport.attempt(confirmCase, 'r1');
    expect(clock.now()).toBe(start);
  });
});
