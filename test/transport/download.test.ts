import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createAxiosHttpClient } from '../../src/transport/axios-http-client.js';
import { isSafeAddress } from '../../src/transport/download.js';
import { closeLoopbacks, startLoopback, useRealSockets } from './support/loopback.js';
import { setUp } from './support/set-up.js';

useRealSockets();
closeLoopbacks();

const operation = 'reports.download';

const read = async (bytes: AsyncIterable<Uint8Array>): Promise<Buffer> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(piece);
  return Buffer.concat(pieces);
};

describe('a download', () => {
  test('comes as it was sent, still packed, without the seller’s token', async () => {
    let headers: object = {};
    const packed = gzipSync('rows');
    const server = await startLoopback((request, response) => {
      headers = request.headers;
      response.writeHead(200, { 'content-type': 'text/plain;charset=UTF-8', 'content-encoding': 'gzip' }).end(packed);
    });
    const { transport } = setUp({ baseUrl: server.baseUrl });
    const opened = await transport.download({ url: `${server.baseUrl}/file?signature=1`, operation });
    expect(opened.headers['content-type']).toBe('text/plain;charset=UTF-8');
    expect(gunzipSync(await read(opened.bytes)).toString()).toBe('rows');
    expect(server.requests).toEqual(['GET /file?signature=1']);
    expect(JSON.stringify(headers)).not.toContain('access-1');
    transport.close();
  });

  test('is opened again while the server fails, and not when it refuses', async () => {
    let answers = [500, 503, 200];
    const server = await startLoopback((_request, response) => {
      response.writeHead(answers.shift() ?? 403).end('content');
    });
    const { transport } = setUp({ baseUrl: server.baseUrl });
    const opened = await transport.download({ url: `${server.baseUrl}/a`, operation });
    expect((await read(opened.bytes)).toString()).toBe('content');
    answers = [];
    await expect(transport.download({ url: `${server.baseUrl}/b`, operation })).rejects.toMatchObject({
      code: 'permission-denied',
      operation,
    });
    expect(server.requests).toEqual(['GET /a', 'GET /a', 'GET /a', 'GET /b']);
    transport.close();
  });

  test('follows no redirect', async () => {
    const server = await startLoopback((_request, response) => {
      response.writeHead(302, { location: '/elsewhere' }).end();
    });
    const { transport } = setUp({ baseUrl: server.baseUrl });
    await expect(transport.download({ url: `${server.baseUrl}/a`, operation })).rejects.toMatchObject({ code: 'rejected' });
    expect(server.requests).toEqual(['GET /a']);
    transport.close();
  });

  test('that breaks in the middle is an error of its reader', async () => {
    const server = await startLoopback((_request, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half', () => response.destroy());
    });
    const { transport } = setUp({ baseUrl: server.baseUrl });
    const opened = await transport.download({ url: `${server.baseUrl}/a`, operation });
    await expect(read(opened.bytes)).rejects.toMatchObject({ code: 'connection', operation, marketplace: 'test' });
    transport.close();
  });

  test('that stands still ends by its time-out, and one that is aborted by its signal', async () => {
    const server = await startLoopback((_request, response) => {
      response.writeHead(200);
      response.write('first');
    });
    const { transport } = setUp({ baseUrl: server.baseUrl });
    const still = await transport.download({ url: `${server.baseUrl}/a`, operation }, { timeoutInMs: 50 });
    await expect(read(still.bytes)).rejects.toMatchObject({ code: 'timeout' });
    const controller = new AbortController();
    const aborted = await transport.download({ url: `${server.baseUrl}/a`, operation }, { signal: controller.signal });
    const reading = read(aborted.bytes);
    controller.abort();
    await expect(reading).rejects.toMatchObject({ code: 'aborted' });
    transport.close();
  });

  test('of which enough has been read is hung up on', async () => {
    let isClosed = (): void => undefined;
    const closed = new Promise<void>((resolve) => {
      isClosed = resolve;
    });
    const server = await startLoopback((_request, response) => {
      response.on('close', isClosed);
      response.writeHead(200);
      response.write('first');
    });
    const { transport } = setUp({ baseUrl: server.baseUrl });
    const opened = await transport.download({ url: `${server.baseUrl}/a`, operation });
    for await (const piece of opened.bytes) {
      expect(Buffer.from(piece).toString()).toBe('first');
      break;
    }
    await closed;
    transport.close();
  });

  test('comes in one piece from a client that cannot stream', async () => {
    const send = () => Promise.resolve({ status: 200, headers: {}, body: 'all of it' });
    const { transport } = setUp({ httpClient: { send } });
    const opened = await transport.download({ url: 'https://storage.example.com/a', operation });
    expect((await read(opened.bytes)).toString()).toBe('all of it');
  });

  test('by a client of one’s own never needs an aborted signal’s server', async () => {
    const { download } = createAxiosHttpClient();
    const request = { method: 'GET', url: 'http://127.0.0.1:1/', headers: {} };
    await expect(download?.(request, { timeoutInMs: 100, signal: AbortSignal.abort() })).rejects.toMatchObject({
      kind: 'aborted',
      wasSent: false,
    });
  });
});

describe('an address that a marketplace names', () => {
  test.each([
    ['https://storage.example.com/a', 'https://api.example.com', true],
    ['http://storage.example.com/a', 'https://api.example.com', false],
    ['http://127.0.0.1:8080/a', 'https://api.example.com', false],
    ['http://127.0.0.1:8080/a', 'http://127.0.0.1:9', true],
    ['http://[::1]:8080/a', 'http://localhost:9', true],
    ['http://127.0.0.1.example.com/a', 'http://127.0.0.1:9', false],
    ['file:///etc/passwd', 'http://127.0.0.1:9', false],
    ['no address', 'http://127.0.0.1:9', false],
  ])('%s, working at %s: %s', (address, baseUrl, isSafe) => {
    expect(isSafeAddress(address, baseUrl)).toBe(isSafe);
  });

  test('is not fetched unless it is safe, and not shown', async () => {
    const { transport } = setUp({ httpClient: { send: () => Promise.reject(new Error('sent')) } });
    const fetching = transport.download({ url: 'http://storage.example.com/a?signature=secret', operation });
    await expect(fetching).rejects.toThrow('an address that is not https');
    await expect(fetching).rejects.not.toThrow('secret');
  });
});
