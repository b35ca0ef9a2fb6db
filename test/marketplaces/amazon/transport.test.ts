import { describe, expect, test } from 'vitest';
import { createProtocol } from '../../../src/marketplaces/amazon/protocol.js';
import { exchangeAmazonCode } from '../../../src/marketplaces/amazon/auth.js';
import { amazonAuthorizationUrl } from '../../../src/marketplaces/amazon/authorization-url.js';
import { getFeed } from '../../../src/marketplaces/amazon/endpoints/feeds.js';
import { getMessagingActions, sendMessage } from '../../../src/marketplaces/amazon/endpoints/messaging.js';
import { getOrder } from '../../../src/marketplaces/amazon/endpoints/orders.js';
import { learnRate, publishedRates, quotasFor } from '../../../src/marketplaces/amazon/quotas.js';
import { ownName, userAgentOf } from '../../../src/marketplaces/amazon/user-agent.js';
import packageJson from '../../../package.json' with { type: 'json' };
import { scriptAmazon } from './scripted-amazon.js';

const feedPath = 'GET /feeds/2021-06-30/feeds/1';
const feed = { body: { feedId: '1', processingStatus: 'DONE' } };
const refusal = (status: number, code: string, details = '', message = 'Access to requested resource is denied.') => ({
  status,
  body: { errors: [{ code, message, details }] },
});
const expired = refusal(403, 'Unauthorized', 'The access token you provided has expired.');
const order = { orderId: '114-1', marketplaceId: 'ATVPDKIKX0DER' };

describe('tokens', () => {
  test('come from one refresh, however many calls need one, and go in Amazon’s header with a name', async () => {
    const { context, sent } = scriptAmazon({ [feedPath]: feed });
    await Promise.all([1, 2, 3].map(() => context.transport.send(getFeed, { feedId: '1' })));
    expect(sent('POST /auth/o2/token')).toHaveLength(1);
    const [login] = sent('POST /auth/o2/token');
    expect(login?.url).toBe('https://api.amazon.com/auth/o2/token');
    expect(login?.headers).not.toHaveProperty('x-amz-access-token');
    expect(new URLSearchParams(String(login?.body)).get('grant_type')).toBe('refresh_token');
    for (const request of sent(feedPath)) {
      expect(request.headers).toMatchObject({ 'x-amz-access-token': 'Atza|first-access-token' });
      expect(request.headers['user-agent']).toMatch(/^aftersale\/[\d.]+ \(Language=JavaScript; Platform=Node\.js\)$/);
    }
  });

  test('are refreshed once on the documented 403, then the call is made again', async () => {
    const { context, sent } = scriptAmazon({
      [feedPath]: [expired, feed],
      'POST /auth/o2/token': ['first', 'second'].map((name) => ({
        body: { access_token: `Atza|${name}-token`, expires_in: 3600 },
      })),
    });
    await expect(context.transport.send(getFeed, { feedId: '1' })).resolves.toMatchObject({ processingStatus: 'DONE' });
    expect(sent(feedPath).map(({ headers }) => headers['x-amz-access-token'])).toEqual(['Atza|first-token', 'Atza|second-token']);
  });

  test('are not refreshed for any other 403, nor twice', async () => {
    const denied = scriptAmazon({ [feedPath]: refusal(403, 'Unauthorized') });
    await expect(denied.context.transport.send(getFeed, { feedId: '1' })).rejects.toMatchObject({ code: 'permission-denied' });
    expect(denied.sent(feedPath)).toHaveLength(1);
    const forever = scriptAmazon({
      [feedPath]: expired,
      'POST /auth/o2/token': [1, 2, 3].map((n) => ({ body: { access_token: `Atza|token-${n}`, expires_in: 3600 } })),
    });
    await expect(forever.context.transport.send(getFeed, { feedId: '1' })).rejects.toMatchObject({ code: 'authentication' });
    expect(forever.sent('POST /auth/o2/token')).toHaveLength(2);
  });

  test('a revoked one and a refused refresh both say that the seller must authorize again, and show no secret', async () => {
    const revoked = scriptAmazon({
      [feedPath]: refusal(403, 'Unauthorized', 'The access token you provided is revoked, malformed or invalid.'),
    });
    await expect(revoked.context.transport.send(getFeed, { feedId: '1' })).rejects.toMatchObject({ code: 'authentication' });
    const gone = scriptAmazon({
      'POST /auth/o2/token': {
        status: 400,
        body: { error: 'invalid_grant', error_description: 'Atzr|test-refresh-token is not valid' },
      },
    });
    const error: unknown = await gone.context.transport.send(getFeed, { feedId: '1' }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'authentication', providerCode: 'invalid_grant' });
    expect(JSON.stringify(error) + String(error)).not.toContain('test-refresh-token');
    expect(String(error)).toContain('amazonAuthorizationUrl()');
  });

  test('that need no seller are asked for apart from the seller’s', async () => {
    const { context, sent } = scriptAmazon({ 'GET /notifications/v1/destinations': { body: { payload: [] } } });
    const { sendRequest } = await import('../../../src/marketplaces/amazon/native/request.js');
    const request = { method: 'GET', path: '/notifications/v1/destinations', credential: 'notifications' } as const;
    await expect(sendRequest(context.transport)(request)).resolves.toEqual({ state: 'done', value: { payload: [] } });
    const [login] = sent('POST /auth/o2/token');
    expect(Object.fromEntries(new URLSearchParams(String(login?.body)))).toMatchObject({
      grant_type: 'client_credentials',
      scope: 'sellingpartnerapi::notifications',
    });
  });
});

describe('an authorization', () => {
  const application = { clientId: 'id', clientSecret: 'secret-0123456789', authUrl: 'https://login.test/auth/o2/token' };

  test('begins at the store’s own Seller Central', () => {
    const url = new URL(
      amazonAuthorizationUrl({ applicationId: 'amzn1.sp.solution.x', marketplaceId: 'A1PA6795UKMFR9', state: 's p' }),
    );
    expect(url.origin + url.pathname).toBe('https://sellercentral-europe.amazon.com/apps/authorize/consent');
    expect(Object.fromEntries(url.searchParams)).toEqual({ application_id: 'amzn1.sp.solution.x', state: 's p' });
    expect(() => amazonAuthorizationUrl({ applicationId: 'x', marketplaceId: 'NOWHERE', state: 's' })).toThrow(
      'no address to authorize at',
    );
  });

  test('ends with tokens for a code', async () => {
    const body = { access_token: 'Atza|a', refresh_token: 'Atzr|r', expires_in: 3600 };
    const httpClient = { send: () => Promise.resolve({ status: 200, headers: {}, body: JSON.stringify(body) }) };
    const clock = { now: () => 0, sleep: () => Promise.resolve() };
    await expect(exchangeAmazonCode({ ...application, httpClient, clock }, { code: 'code-1' })).resolves.toEqual({
      accessToken: 'Atza|a',
      refreshToken: 'Atzr|r',
      expiresAt: '1970-01-01T01:00:00.000Z',
    });
  });

  test('whose answer is lost is not tried again: the code may be used up', async () => {
    let sends = 0;
    const send = (): Promise<never> => {
      sends += 1;
      return Promise.reject(new Error('reset'));
    };
    await expect(exchangeAmazonCode({ ...application, httpClient: { send } }, { code: 'code-1' })).rejects.toMatchObject({
      code: 'authentication',
    });
    expect(sends).toBe(1);
  });
});

describe('refusals', () => {
  test.each([
    [refusal(400, 'InvalidInput'), 'rejected'],
    [refusal(400, '400'), 'rejected'],
    [refusal(401, 'Unauthorized'), 'permission-denied'],
    [refusal(404, 'NotFound'), 'not-found'],
    [refusal(404, 'SomethingNew'), 'not-found'],
    [refusal(409, 'DuplicateRequest'), 'conflict'],
    [refusal(413, 'RequestTooLarge'), 'rejected'],
    [{ status: 504, body: '<html>gateway</html>' }, 'unavailable'],
    [{ status: 302, body: '' }, 'unexpected-response'],
  ])('%j', async (answer, code) => {
    const { context } = scriptAmazon({ [feedPath]: answer });
    await expect(context.transport.send(getFeed, { feedId: '1' })).rejects.toMatchObject({ code, marketplace: 'amazon' });
  });

  test('an error list beside a success is a refusal', async () => {
    const key = 'GET /messaging/v1/orders/114-1';
    const { context } = scriptAmazon({ [key]: refusal(200, 'InvalidInput', '', 'No such order') });
    await expect(context.transport.send(getMessagingActions, order)).rejects.toMatchObject({
      code: 'rejected',
      providerMessage: 'No such order',
      requestId: 'request-1',
    });
  });

  test('an unknown one beside a write’s success leaves the write uncertain', async () => {
    const key = 'POST /messaging/v1/orders/114-1/messages/unexpectedProblem';
    const { context, sent } = scriptAmazon({ [key]: refusal(201, 'SomethingNew') });
    const attempted = await context.transport.attempt(sendMessage, { ...order, kind: 'unexpectedProblem', text: 'x' });
    expect(attempted.state).toBe('uncertain');
    expect(sent(key)).toHaveLength(1);
  });

  test('quote no person where a code and an id belong', async () => {
    const answer = {
      ...refusal(400, 'InvalidInput of Jane Doe, +65 9123 4567', '', 'no'),
      headers: { 'x-amzn-requestid': 'jane@example.com' },
    };
    const { context } = scriptAmazon({ [feedPath]: answer });
    const error: unknown = await context.transport.send(getFeed, { feedId: '1' }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ providerCode: '[redacted]', providerMessage: 'no', requestId: undefined });
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/jane|doe|9123/i);
  });

  test('one for too many calls tells how long to wait, where Amazon does', async () => {
    const answer = { ...refusal(429, 'QuotaExceeded'), headers: { 'retry-after': '5' } };
    const { context } = scriptAmazon({ [feedPath]: answer }, { maxRetries: 0 });
    await expect(context.transport.send(getFeed, { feedId: '1' })).rejects.toMatchObject({
      name: 'RateLimitError',
      providerCode: 'QuotaExceeded',
      retryAfterInMs: 5000,
    });
  });

  test('a throttled call waits and is made again, at no more than the quota', async () => {
    const { context, sent, clock } = scriptAmazon({ [feedPath]: [refusal(429, 'QuotaExceeded'), feed] });
    const startedAtInMs = clock.now();
    await context.transport.send(getFeed, { feedId: '1' });
    expect(sent(feedPath)).toHaveLength(2);
    expect(clock.now()).toBeGreaterThan(startedAtInMs);
  });
});

describe('rates', () => {
  const endpoint = { ...getOrder, quota: { key: 'orders.getOrder' } };
  const stated = (status: number, value: string) => learnRate({ status, headers: { 'x-amzn-ratelimit-limit': value }, endpoint });

  test('start as published and are learned from 2xx, 400 and 404 only', () => {
    expect(publishedRates['reports.createReport']).toEqual({ ratePerSecond: 0.0167, burst: 15 });
    for (const status of [200, 202, 400, 404]) expect(stated(status, '2.5')).toEqual({ ratePerSecond: 2.5 });
    for (const status of [401, 403, 429, 500, 503]) expect(stated(status, '2.5')).toBeUndefined();
    for (const nonsense of ['', 'fast', '0', '-1', 'Infinity']) expect(stated(200, nonsense)).toBeUndefined();
  });

  test('on Amazon’s test hosts are the same for all', () => {
    expect(quotasFor('https://sandbox.sellingpartnerapi-eu.amazon.com')).toMatchObject({
      otherwise: { ratePerSecond: 5, burst: 15 },
    });
  });
});

describe('the name of an application', () => {
  test('is this package’s by default', () => {
    expect(ownName).toEqual({ name: packageJson.name, version: packageJson.version });
  });

  test('escapes what has a meaning', () => {
    expect(userAgentOf({ name: 'My/Tool', version: '2(beta)' })).toBe(
      'My\\/Tool/2\\(beta) (Language=JavaScript; Platform=Node.js)',
    );
  });

  test('of the caller’s own header does not replace it', () => {
    const keys = { clientId: 'i', clientSecret: 's', authUrl: 'https://login.test/', userAgent: 'Me/1 (x)' };
    const protocol = createProtocol(keys, () => 0);
    const signed = protocol.sign({ method: 'GET', path: '/x' }, { endpoint: getOrder, accessToken: 'Atza|t', nowInMs: 0 });
    expect(signed.headers).toEqual({ 'user-agent': 'Me/1 (x)', 'x-amz-access-token': 'Atza|t' });
  });
});
