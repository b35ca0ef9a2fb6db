import { describe, expect, test } from 'vitest';
import { createShopeeAdapter, shopeeAuthorizationUrl, shopeeHosts } from 'aftersale/marketplaces/shopee';
import { ConfigurationError, capabilitiesOf, toInstant } from 'aftersale';
import { accessToken, partnerId, partnerKey, refreshToken, shopId } from './wire-under-test.js';

const right = {
  partnerId,
  partnerKey,
  shopId,
  tokens: { accessToken, refreshToken, expiresAt: toInstant(0) },
};

const issuesOf = (change: object): readonly string[] => {
  try {
    createShopeeAdapter({ ...right, ...change }).native.close();
  } catch (error) {
    if (ConfigurationError.isInstance(error)) return error.issues.map(({ path }) => path);
    throw error;
  }
  return [];
};

describe('settings', () => {
  test.each([
    [{ partnerId: 'abc' }, 'settings.partnerId'],
    [{ partnerId: 4_294_967_296 }, 'settings.partnerId'],
    [{ shopId: 1.5 }, 'settings.shopId'],
    [{ merchantId: 'abc' }, 'settings.merchantId'],
    [{ merchantId: 1000 }, 'settings.tokens'],
    [{ merchantID: 1000 }, 'settings.merchantID'],
    [{ partnerKey: '' }, 'settings.partnerKey'],
    [{ tokens: { accessToken, refreshToken } }, 'settings.tokens.expiresAt'],
    [{ host: 'singapore' }, 'settings.host'],
    [{ baseUrl: 'partner.shopeemobile.com' }, 'settings.baseUrl'],
    [{ operatorEmail: 'nobody' }, 'settings.operatorEmail'],
    [{ site: 'sg' }, 'settings.site'],
    [{ listStrategy: 'backwards' }, 'settings.listStrategy'],
    [{ confirm: { states: [] } }, 'settings.confirm'],
    [{ shop_id: 1 }, 'settings.shop_id'],
  ])('%j is refused at %s', (change, path) => {
    expect(issuesOf(change).some((found) => found === path || found.startsWith(`${path}.`))).toBe(true);
  });

  test('never shows the key of wrong settings', () => {
    expect(() => createShopeeAdapter({ ...right, shopId: 'x' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining(partnerKey) }),
    );
  });

  test.each([
    [{}, 'live'],
    [{ host: 'china' as const }, 'live'],
    [{ host: 'brazil' as const }, 'live'],
    [{ host: 'sandbox' as const }, 'sandbox'],
    [{ host: 'sandbox-china' as const }, 'sandbox'],
    [{ baseUrl: 'http://127.0.0.1:9' }, 'sandbox'],
    [{ baseUrl: 'https://partner.test-stable.shopeemobile.com' }, 'sandbox'],
  ])('%j makes ids of the environment %s', (change, environment) => {
    const adapter = createShopeeAdapter({ ...right, ...change });
    expect(adapter.environment).toBe(environment);
    adapter.native.close();
  });

  test('takes ids as numbers and as text', () => {
    const adapter = createShopeeAdapter({ ...right, shopId: 14701711, partnerId: Number(partnerId) });
    expect(adapter.sellerId).toBe(shopId);
    adapter.native.close();
  });

  test('says what Shopee cannot do, with the page that shows it', () => {
    const adapter = createShopeeAdapter(right);
    const capabilities = capabilitiesOf(adapter);
    const missing = Object.entries(capabilities).flatMap(([name, capability]) => (capability.supported ? [] : [name]));
    expect(missing).toEqual(['refund', 'message']);
    expect(adapter.absent.refund.documentation).toMatch(/^https:\/\/open\.shopee\.com\//);
    adapter.native.close();
  });
});

describe('authorisation links', () => {
  test('the signed one, as Shopee signs it (V8)', () => {
    const url = new URL(
      shopeeAuthorizationUrl({
        link: 'signed',
        partnerId,
        partnerKey,
        redirectUrl: 'https://example.com/back?a=1',
        clock: { now: () => 1655714431_500 },
      }),
    );
    expect(url.origin).toBe(shopeeHosts.global);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      partner_id: partnerId,
      timestamp: '1655714431',
      sign: 'bef10fe18a2ec6e9d5d68cebd255bc5394835300a97f99336cd7e3679949ebb9',
      redirect: 'https://example.com/back?a=1',
    });
  });

  test('the one that ends an authorisation has its own path and signature', () => {
    const settings = {
      link: 'signed',
      partnerId,
      partnerKey,
      redirectUrl: 'https://example.com',
      clock: { now: () => 0 },
    } as const;
    const [grant, cancel] = [shopeeAuthorizationUrl(settings), shopeeAuthorizationUrl({ ...settings, purpose: 'cancel' })];
    expect(new URL(cancel).pathname).toBe('/api/v2/shop/cancel_auth_partner');
    expect(new URL(cancel).searchParams.get('sign')).not.toBe(new URL(grant).searchParams.get('sign'));
  });

  test('the open one carries the state and no signature', () => {
    const url = new URL(
      shopeeAuthorizationUrl({
        link: 'open',
        partnerId,
        redirectUrl: 'https://example.com/back',
        state: 'unguessable',
        host: 'brazil',
      }),
    );
    expect(url.href.startsWith('https://open.shopee.com.br/auth?')).toBe(true);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      partner_id: partnerId,
      auth_type: 'seller',
      redirect_uri: 'https://example.com/back',
      response_type: 'code',
      state: 'unguessable',
    });
  });
});
