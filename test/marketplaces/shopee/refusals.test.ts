import nock from 'nock';
import { afterAll, describe, expect, test } from 'vitest';
import { toInstant } from 'aftersale';
import { createShopeeAdapter, shopeeHosts, type ShopeeAnswer } from 'aftersale/marketplaces/shopee';
import { createFakeClock } from 'aftersale/testing';
import { accessToken, partnerId, partnerKey, refreshToken, shopId } from './wire-under-test.js';

const adapter = createShopeeAdapter({
  partnerId,
  partnerKey,
  shopId,
  tokens: { accessToken, refreshToken, expiresAt: toInstant('2099-01-01T00:00:00Z') },
  clock: createFakeClock({ autoAdvance: true }),
  maxRetries: 0,
});

afterAll(() => {
  adapter.native.close();
});

const requestId = '33e099960cdf420393ca5d5c35016f6d';

/** What a write makes of an answer that came over HTTP; nothing is sent twice. */
const written = async (body: object): Promise<ShopeeAnswer> => {
  const path = '/api/v2/returns/confirm';
  const answer = { request_id: requestId, message: '', ...body };
  const scope = nock(shopeeHosts.global).post(path).query(true).reply(200, answer);
  try {
    return await adapter.native.request({ method: 'POST', path, body: { json: { return_sn: 'x' } } });
  } finally {
    expect(scope.isDone()).toBe(true);
  }
};

describe('a write', () => {
  const response = { return_sn: 'x' };

  test.each(['', ' ', '-'])('is done where `error` is the text "%s"', async (error) => {
    expect(await written({ error, response })).toEqual({ state: 'done', value: response });
  });

  test.each([
    ['a number', 10012],
    ['a list', ['error_param']],
    ['an object', { code: 10012 }],
    ['true', true],
    ['false', false],
    ['null', null],
    ['absent', undefined],
  ])('is uncertain, not done, where `error` is %s', async (_what, error) => {
    expect(await written({ error, response, message: 'not allowed' })).toMatchObject({ state: 'uncertain' });
  });
});

describe('a refusal that only time helps against', () => {
  // Each asks a path of its own, so that the quota of the one before does not answer.
  test.each([
    ['the header, too many calls', 429, 'error_rate_limit', 'slow', { 'retry-after': '7' }, 'RateLimitError', 7000],
    ['the header, a passing fault', 503, 'error_server', '', { 'retry-after': '9' }, 'UnavailableError', 9000],
    [
      'the day that must end',
      200,
      'error_limit',
      'daily call limit',
      { date: 'Sun, 22 Nov 2026 15:00:00 GMT' },
      'RateLimitError',
      3_600_000,
    ],
  ])('tells how long to wait, by %s', async (_what, status, error, message, headers, name, retryAfterInMs) => {
    const path = `/api/v2/test/${error}`;
    nock(shopeeHosts.global).get(path).query(true).reply(status, { error, message, request_id: requestId }, headers);
    await expect(adapter.native.request({ method: 'GET', path })).rejects.toMatchObject({
      name,
      providerCode: error,
      retryAfterInMs,
    });
  });
});

describe('a read', () => {
  const read = async (error: unknown): Promise<unknown> => {
    const path = '/api/v2/returns/get_return_list';
    nock(shopeeHosts.global).get(path).query(true).reply(200, { error, message: 'no', request_id: requestId, response: {} });
    return adapter.native.request({ method: 'GET', path });
  };

  test('takes a number for a code', async () => {
    await expect(read(10012)).rejects.toMatchObject({ code: 'rejected', providerCode: '10012', providerMessage: 'no' });
  });

  test('cannot be made of an `error` that is no word', async () => {
    await expect(read({ code: 1 })).rejects.toMatchObject({ code: 'unexpected-response' });
  });

  test('does without an `error`', async () => {
    await expect(read(null)).resolves.toEqual({ state: 'done', value: {} });
  });
});

describe('a refusal that quotes a buyer where a code and an id belong', () => {
  const [email, phone] = ['buyer.jane@example.com', '+65 9123 4567'];

  test('is told without them, wherever an error shows them', async () => {
    const path = '/api/v2/test/quotes';
    const body = { error: `error_data ${email} ${phone}`, message: 'no', request_id: email };
    nock(shopeeHosts.global).get(path).query(true).reply(200, body);
    const error: unknown = await adapter.native.request({ method: 'GET', path }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ providerCode: '[redacted]', providerMessage: 'no', requestId: undefined });
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/jane|9123/);
  });
});
