import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { HttpFailure } from '../../src/transport/http-client.js';
import { createFakeClock } from '../../src/testing/fake-clock.js';
import { setUp, start } from './support/set-up.js';
import { json, ok, readCase, refuse, scriptedHttp, type ScriptedHttp } from './support/test-marketplace.js';

const queriesOf = ({ sent }: ScriptedHttp) => sent.map(({ url }) => Object.fromEntries(new URL(url).searchParams));
const reset = new HttpFailure('reset', { kind: 'connection', wasSent: true });

describe('send', () => {
  it('signs each attempt anew, at the time of that attempt', async () => {
    const http = scriptedHttp(json({}, 503), refuse('try_later'), ok());
    const { transport } = setUp({ httpClient: http });
    await expect(transport.send(readCase, 'r1')).resolves.toBe('r1');
    expect(queriesOf(http)).toEqual([
      { id: 'r1', t: String(start), token: 'access-1' },
      { id: 'r1', t: String(start + 500), token: 'access-1' },
      { id: 'r1', t: String(start + 1500), token: 'access-1' },
    ]);
  });

  it.each([
    ['a reset after sending', reset],
    ['a refused connection', new HttpFailure('refused', { kind: 'connection', wasSent: false })],
    ['a time-out', new HttpFailure('late', { kind: 'timeout', wasSent: true })],
    ['a gateway page', { status: 502, headers: {}, body: '<html>Bad gateway</html>' }],
    ['a throttle', refuse('too_fast')],
    ['a passing fault inside HTTP 200', refuse('try_later')],
  ])('repeats a safe call after %s', async (_what, step) => {
    const http = scriptedHttp(step, ok());
    await expect(setUp({ httpClient: http }).transport.send(readCase, 'r1')).resolves.toBe('r1');
    expect(http.sent).toHaveLength(2);
  });

  it('gives up after the retries allowed, and says what happened last', async () => {
    const http = scriptedHttp(reset);
    const { transport, clock } = setUp({ httpClient: http, maxRetries: 2 });
    await expect(transport.send(readCase, 'r1')).rejects.toMatchObject({
      name: 'ConnectionError',
      wasSent: true,
      marketplace: 'test',
      operation: 'cases.get',
    });
    expect(http.sent).toHaveLength(3);
    expect(clock.now() - start).toBe(1500);
  });

  it('bounds a call against a permanent throttle in number, and slows down', async () => {
    const http = scriptedHttp(json({ error: 'too_fast' }, 429));
    const { transport, clock } = setUp({ httpClient: http, quotas: { rates: { 'cases.get': { ratePerSecond: 1, burst: 1 } } } });
    await expect(transport.send(readCase, 'r1')).rejects.toMatchObject({ name: 'RateLimitError', status: 429 });
    expect(http.sent).toHaveLength(4);
    expect(clock.now() - start).toBeGreaterThan(3000);
  });

  it('does not repeat a refusal that time does not change', async () => {
    const http = scriptedHttp(refuse('closed'));
    await expect(setUp({ httpClient: http }).transport.send(readCase, 'r1')).rejects.toMatchObject({
      name: 'ConflictError',
      providerCode: 'closed',
    });
    expect(http.sent).toHaveLength(1);
  });

  it('waits as long as the marketplace asks, in seconds or until a date', async () => {
    const late = new Date(start + 7000 + 9000).toUTCString();
    const http = scriptedHttp(json({}, 503, { 'retry-after': '7' }), json({}, 503, { 'retry-after': late }), ok());
    const { transport, clock } = setUp({ httpClient: http });
    await transport.send(readCase, 'r1');
    expect(clock.now() - start).toBe(16_000);
  });

  it('tells how long instead of waiting for hours, and sends nothing more meanwhile', async () => {
    const http = scriptedHttp(json({ error: 'too_fast' }, 429, { 'retry-after': '14229' }));
    const { transport, clock } = setUp({ httpClient: http });
    await expect(transport.send(readCase, 'r1')).rejects.toMatchObject({ name: 'RateLimitError' });
    await expect(transport.send(readCase, 'r1')).rejects.toMatchObject({ retryAfterInMs: 14_229_000 });
    expect(http.sent).toHaveLength(1);
    expect(clock.now()).toBe(start);
  });

  it('corrects its clock by the marketplace once a timestamp is refused', async () => {
    const theirs = new Date(start + 600_000).toUTCString();
    const http = scriptedHttp(json({ error: 'bad_time' }, 200, { date: theirs }), ok());
    const { transport } = setUp({ httpClient: http, maxRetries: 0 });
    await expect(transport.send(readCase, 'r1')).resolves.toBe('r1');
    expect(queriesOf(http).map(({ t }) => Number(t) - start)).toEqual([0, 600_000]);
  });

  it('refuses a wrong call before the network', async () => {
    const http = scriptedHttp(ok());
    const strict = { ...readCase, input: z.string().regex(/^r\d+$/, 'expected a return number') };
    await expect(setUp({ httpClient: http }).transport.send(strict, 'x')).rejects.toMatchObject({
      name: 'InvalidInputError',
      issues: [{ path: '', message: 'expected a return number' }],
    });
    expect(http.sent).toHaveLength(0);
  });

  it.each([
    ['truncated JSON', { status: 200, headers: {}, body: '{"error":"","data":{"id"' }],
    ['an empty body', { status: 200, headers: {}, body: '' }],
    ['a page', { status: 200, headers: {}, body: '<html></html>' }],
    ['JSON of another kind', json('hello')],
    ['a missing field', ok({})],
    ['a list for an object', ok([])],
  ])('ends in UnexpectedResponseError on %s', async (_what, response) => {
    const http = scriptedHttp(response);
    await expect(setUp({ httpClient: http }).transport.send(readCase, 'r1')).rejects.toMatchObject({
      name: 'UnexpectedResponseError',
      status: 200,
    });
    expect(http.sent).toHaveLength(1);
  });

  it('names the paths of an unexpected shape and no value', async () => {
    const failure = await setUp({ httpClient: scriptedHttp(ok({ id: 'anna@example.com'.length })) })
      .transport.send(readCase, 'r1')
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ issues: [{ path: 'id', message: 'expected string' }] });
    expect(JSON.stringify(failure)).not.toContain('16');
  });

  it('does not let the error of a translator out', async () => {
    const clumsy = {
      ...readCase,
      parse: (): string => {
        throw new TypeError("cannot read 'anna@example.com'");
      },
    };
    const failure = await setUp({ httpClient: scriptedHttp(ok()) })
      .transport.send(clumsy, 'r1')
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'UnexpectedResponseError' });
    expect(String(failure)).not.toContain('anna');
  });

  it('never sends the token to another host', async () => {
    const http = scriptedHttp(ok());
    const stray = {
      ...readCase,
      request: () => ({ method: 'GET' as const, path: '', baseUrl: 'https://elsewhere.example.com/x' }),
    };
    await expect(setUp({ httpClient: http }).transport.send(stray, 'r1')).rejects.toMatchObject({ name: 'ConfigurationError' });
    expect(http.sent).toHaveLength(0);
  });
});

describe('abort', () => {
  it('stops before anything is sent', async () => {
    const http = scriptedHttp(ok());
    await expect(
      setUp({ httpClient: http }).transport.send(readCase, 'r1', { signal: AbortSignal.abort() }),
    ).rejects.toMatchObject({
      name: 'AbortedError',
    });
    expect(http.sent).toHaveLength(0);
  });

  it('ends a wait between attempts', async () => {
    const clock = createFakeClock({ startAt: start });
    const http = scriptedHttp(reset);
    const controller = new AbortController();
    const { transport } = setUp({ httpClient: http, clock });
    const call = transport.send(readCase, 'r1', { signal: controller.signal });
    const ended = expect(call).rejects.toMatchObject({ name: 'AbortedError', operation: 'cases.get' });
    await clock.advance(0);
    expect(clock.sleeping()).toBe(1);
    controller.abort(new Error('anna@example.com changed her mind'));
    await ended;
    expect(clock.sleeping()).toBe(0);
    expect(http.sent).toHaveLength(1);
  });

  it('ends a wait for the quota', async () => {
    const clock = createFakeClock({ startAt: start });
    const http = scriptedHttp(ok());
    const controller = new AbortController();
    const { transport } = setUp({ httpClient: http, clock, quotas: { otherwise: { ratePerSecond: 0.1, burst: 1 } } });
    await transport.send(readCase, 'r1');
    const ended = expect(transport.send(readCase, 'r1', { signal: controller.signal })).rejects.toMatchObject({
      name: 'AbortedError',
    });
    await clock.advance(0);
    controller.abort();
    await ended;
    expect(http.sent).toHaveLength(1);
  });
});
