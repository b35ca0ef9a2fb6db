import * as fc from 'fast-check';
import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { AuthenticationError } from '../../src/core/errors/api-errors.js';
import { encodeBody, encodeMultipart } from '../../src/transport/wire-body.js';
import { toUrl } from '../../src/transport/wire-url.js';
import { retryAfterOf } from '../../src/transport/retry-after.js';
import { refusalByStatus } from '../../src/transport/status-refusal.js';
import { setUp, start } from './support/set-up.js';
import { confirmCase, readCase } from './support/test-marketplace.js';

describe('the address', () => {
  it('keeps the order, leaves out what is undefined and escapes the rest', () => {
    const query = { b: 'x y&z', a: 1, none: undefined, flag: true, 'na me': 'ü', empty: '' };
    expect(toUrl({ path: '/api', query }, 'https://example.com/')).toBe(
      'https://example.com/api?b=x%20y%26z&a=1&flag=true&na%20me=%C3%BC&empty=',
    );
  });

  it('gives any text back unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(new URL(toUrl({ path: '/api', query: { text } }, 'https://example.com')).searchParams.get('text')).toBe(text);
      }),
    );
  });

  it('uses a pre-signed address as it is', () => {
    expect(toUrl({ path: '', baseUrl: 'https://bucket.example.com/doc?signature=a%2Fb' }, 'https://example.com')).toBe(
      'https://bucket.example.com/doc?signature=a%2Fb',
    );
  });
});

describe('the body', () => {
  it('writes long ids as numbers with all their digits', () => {
    expect(encodeBody({ json: { id: 12345678901234567n } })).toEqual({
      content: '{"id":12345678901234567}',
      contentType: 'application/json',
    });
  });

  it('writes forms', () => {
    expect(encodeBody({ form: { a: 'x y', b: '&' } }).content).toBe('a=x+y&b=%26');
  });

  it('writes parts that another parser reads back, whatever the file is called', async () => {
    const name = 'a"b\r\nc.png';
    const bytes = new Uint8Array([0, 13, 10, 255]);
    const { content, contentType } = encodeBody({
      multipart: [
        { name: 'id', content: 'größe' },
        { name: 'image', content: bytes, fileName: name, contentType: 'image/png' },
      ],
    });
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- only servers are warned off it, and the parser must be somebody else's
    const form = await new Response(content, { headers: { 'content-type': contentType } }).formData();
    const file = form.get('image');
    expect(form.get('id')).toBe('größe');
    expect(file).toMatchObject({ type: 'image/png', size: 4 });
    expect(file instanceof File && new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
  });

  it('lets no part break out of its headers', () => {
    const { content } = encodeMultipart([{ name: 'a"\r\nX: 1', content: '', contentType: 'x\r\ny' }], 'edge');
    expect(Buffer.from(content).toString()).toBe(
      '--edge\r\nContent-Disposition: form-data; name="a%22%0D%0AX: 1"\r\nContent-Type: x y\r\n\r\n\r\n--edge--\r\n',
    );
  });
});

describe('the wait asked for', () => {
  it.each([
    ['7', 7000],
    ['0.5', 500],
    [new Date(start + 60_000).toUTCString(), 60_000],
    [new Date(start - 60_000).toUTCString(), 0],
    ['soon', undefined],
    ['', undefined],
  ])('%j is %s ms', (text, expected) => {
    expect(retryAfterOf({ 'retry-after': text }, start)).toBe(expected);
  });
});

describe('a refusal judged by its status alone', () => {
  it.each([
    [400, 'RejectedError', true],
    [401, 'AuthenticationError', true],
    [403, 'PermissionDeniedError', true],
    [404, 'NotFoundError', true],
    [408, 'UnavailableError', false],
    [409, 'ConflictError', true],
    [429, 'RateLimitError', true],
    [503, 'UnavailableError', false],
  ])('%i is %s', (status, name, definitive) => {
    const answer = { status, headers: {}, body: { format: 'text', text: '<html>' } as const, endpoint: readCase };
    expect(refusalByStatus(answer, { marketplace: 'test' })).toMatchObject({
      definitive,
      error: { name, status, operation: 'cases.get' },
    });
  });
});

describe('over axios', () => {
  it('signs, sends and reads', async () => {
    nock('https://api.example.com')
      .post('/confirm', '{"id":"r1"}')
      .query({ t: String(start), token: 'access-1' })
      .matchHeader('content-type', 'application/json')
      .matchHeader('user-agent', 'aftersale')
      .reply(200, { error: '', data: { id: 'r1' } });
    const { transport } = setUp();
    await expect(transport.attempt(confirmCase, 'r1')).resolves.toEqual({ state: 'done', value: 'r1' });
    transport.close();
  });

  it('keeps status, code and request id of a refusal', async () => {
    nock('https://api.example.com')
      .get('/case')
      .query(true)
      .reply(403, { error: 'closed', message: 'no' }, { 'x-request-id': 'q-1' });
    const { transport } = setUp();
    const failure: unknown = await transport.send(readCase, 'r1').catch((error: unknown) => error);
    expect(failure).toMatchObject({
      status: 403,
      providerCode: 'closed',
      requestId: 'q-1',
      operation: 'cases.get',
      marketplace: 'test',
    });
    expect(AuthenticationError.isInstance(failure)).toBe(false);
    transport.close();
  });
});
