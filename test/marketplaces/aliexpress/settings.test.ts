import { describe, expect, test } from 'vitest';
import { aliExpressAuthorizationUrl, aliExpressHost, createAliExpressAdapter } from 'aftersale/marketplaces/aliexpress';
import { capabilitiesOf, ConfigurationError, toInstant } from 'aftersale';
import { accessToken, appKey, appSecret, refreshToken, sellerId } from './wire-under-test.js';

const right = { appKey, appSecret, sellerId, tokens: { accessToken, refreshToken, expiresAt: toInstant(0) } };

const issuesOf = (change: object): readonly string[] => {
  try {
    createAliExpressAdapter({ ...right, ...change }).native.close();
  } catch (error) {
    if (ConfigurationError.isInstance(error)) return error.issues.map(({ path }) => path);
    throw error;
  }
  return [];
};

describe('settings', () => {
  test.each([
    [{ appKey: 'abc' }, 'settings.appKey'],
    [{ appSecret: '' }, 'settings.appSecret'],
    [{ sellerId: '0123' }, 'settings.sellerId'],
    [{ sellerId: 2 ** 60 }, 'settings.sellerId'],
    [{ channelSellerId: 'x' }, 'settings.channelSellerId'],
    [{ caseIndex: {} }, 'settings.caseIndex'],
    [{ answerShape: 'plain' }, 'settings.answerShape'],
    [{ answerableWhile: [''] }, 'settings.answerableWhile.0'],
    [{ callsPerSecond: 0 }, 'settings.callsPerSecond'],
    [{ reasons: { 'Quality problems': 'broken' } }, 'settings.reasons.*'],
    [{ tokens: { accessToken, refreshToken } }, 'settings.tokens.expiresAt'],
    [{ baseUrl: 'api-sg.aliexpress.com' }, 'settings.baseUrl'],
    [{ app_key: '1' }, 'settings.app_key'],
  ])('%j is refused at %s', (change, path) => {
    expect(issuesOf(change)).toContain(path);
  });

  test('never shows the secret of wrong settings', () => {
    expect(() => createAliExpressAdapter({ ...right, appSecret: 'a-secret-of-its-own', sellerId: 'x' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('a-secret-of-its-own') }),
    );
  });

  test.each([
    [{}, 'live'],
    [{ baseUrl: `${aliExpressHost}/` }, 'live'],
    [{ baseUrl: 'http://127.0.0.1:9' }, 'sandbox'],
    [{ baseUrl: 'https://api-pre.aliexpress.com' }, 'sandbox'],
  ])('%j makes ids of the environment %s', (change, environment) => {
    const adapter = createAliExpressAdapter({ ...right, ...change });
    expect(adapter.environment).toBe(environment);
    adapter.native.close();
  });

  test('says what AliExpress cannot do, with the page that shows it', () => {
    const adapter = createAliExpressAdapter(right);
    const missing = Object.entries(capabilitiesOf(adapter)).flatMap(([name, capability]) => (capability.supported ? [] : [name]));
    expect(missing).toEqual(['rejectionReasons', 'reject', 'withdrawRejection', 'refund', 'message', 'track']);
    expect(adapter.absent.reject.reason).toContain('offer');
    expect(adapter.nativeFilters).toEqual(['openedFrom', 'openedUntil', 'open']);
    adapter.native.close();
  });
});

describe('the authorization link', () => {
  test('carries the application, the callback and the state, and no secret', () => {
    const url = new URL(
      aliExpressAuthorizationUrl({ appKey, redirectUrl: 'https://example.com/back?a=1', state: 'unguessable' }),
    );
    expect(url.origin + url.pathname).toBe(`${aliExpressHost}/oauth/authorize`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      response_type: 'code',
      force_auth: 'true',
      redirect_uri: 'https://example.com/back?a=1',
      client_id: appKey,
      state: 'unguessable',
    });
  });
});
