import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { connect, day, hour, renew, send, signedQuery, type Answer } from '../shopee-client.js';
import { startSandbox } from '../with-sandbox.js';

const shopInfo = '/api/v2/shop/get_shop_info';
const refreshPath = '/api/v2/auth/access_token/get';
const tokenPath = '/api/v2/auth/token/get';

const refreshWith = (sandbox: Sandbox, refreshToken: string, body: object = {}): Promise<Answer> => {
  const { account } = sandbox.marketplaces.shopee;
  const own = { refresh_token: refreshToken, partner_id: account.partnerId, shop_id: account.shopId };
  return connect(sandbox).publicPost(refreshPath, { ...own, ...body });
};

/** Opens an authorization link as a browser would, and reads the callback it leads to. */
const authorize = async (sandbox: Sandbox, query: Record<string, string>): Promise<URL> => {
  const { account, baseUrl } = sandbox.marketplaces.shopee;
  const own = {
    partner_id: String(account.partnerId),
    auth_type: 'seller',
    response_type: 'code',
    redirect_uri: 'http://127.0.0.1:9/callback',
  };
  const answer = await send(`${baseUrl}/auth?${new URLSearchParams({ ...own, ...query }).toString()}`);
  expect(answer.status).toBe(302);
  return new URL(answer.headers.get('location') ?? '');
};

describe('access tokens', () => {
  it('live four hours, and the answer says so', async () => {
    const sandbox = await startSandbox({ seed: { cases: 0 } });
    const client = connect(sandbox);
    await sandbox.advance(4 * hour - 1000);
    expect((await client.get(shopInfo)).body.error).toBe('');
    await sandbox.advance(1000);
    const expired = await client.get(shopInfo);
    expect(expired.status).toBe(403);
    expect(expired.body).toMatchObject({ error: 'invalid_acceess_token', message: 'Invalid access_token, please have a check.' });
    expect((await renew(sandbox)).body.expire_in).toBe(14_400);
    expect((await client.get(shopInfo)).body.error).toBe('');
  });

  it('can be ended at once', async () => {
    const sandbox = await startSandbox({ seed: { cases: 0 } });
    sandbox.marketplaces.shopee.expireTokens();
    expect((await connect(sandbox).get(shopInfo)).body.error).toBe('invalid_acceess_token');
    expect((await renew(sandbox)).body.error).toBe('');
  });

  it.each([
    [0, 'invalid_acceess_token'],
    [60_000, ''],
  ])('that were replaced work on for %i ms', async (replacedTokenGraceInMs, error) => {
    const sandbox = await startSandbox({ seed: { cases: 0 }, shopee: { replacedTokenGraceInMs } });
    const { account, baseUrl } = sandbox.marketplaces.shopee;
    const identity = { accessToken: account.tokens.accessToken, id: account.shopId };
    await renew(sandbox);
    const query = new URLSearchParams(signedQuery({ account, path: shopInfo, at: sandbox.clock.now(), identity })).toString();
    expect((await send(`${baseUrl}${shopInfo}?${query}`)).body.error).toBe(error);
  });
});

describe('a refresh token', () => {
  it('rotates and works once', async () => {
    const sandbox = await startSandbox({ seed: { cases: 0 } });
    const { account } = sandbox.marketplaces.shopee;
    const first = account.tokens;
    const rotated = await renew(sandbox);
    expect(rotated.body).toMatchObject({ error: '', partner_id: account.partnerId, shop_id: account.shopId });
    expect(rotated.body).not.toHaveProperty('response');
    expect(rotated.body.refresh_token).not.toBe(first.refreshToken);
    expect(account.tokens).toMatchObject({ accessToken: rotated.body.access_token, refreshToken: rotated.body.refresh_token });
    const again = await refreshWith(sandbox, first.refreshToken);
    expect(again.body).toMatchObject({ error: 'error_auth', message: 'Invalid refresh_token.' });
    expect((await connect(sandbox).get(shopInfo)).body.error).toBe('');
  });

  it('belongs to its shop, lives thirty days and is asked for with numbers', async () => {
    const sandbox = await startSandbox({ seed: { cases: 0 } });
    const { account, accounts } = sandbox.marketplaces.shopee;
    const { refreshToken } = account.tokens;
    expect((await refreshWith(sandbox, accounts.MY.tokens.refreshToken)).body.error).toBe('error_shop_refresh_token');
    expect((await refreshWith(sandbox, 'made-up')).body.error).toBe('error_auth');
    expect((await refreshWith(sandbox, refreshToken, { shop_id: String(account.shopId) })).body.error).toBe('error_param');
    expect((await refreshWith(sandbox, refreshToken, { merchant_id: 5 })).body.error).toBe('error_param');
    expect((await refreshWith(sandbox, refreshToken, { partner_id: 5 })).body.message).toBe('Invalid partner_id.');
    await sandbox.advance(30 * day);
    expect((await refreshWith(sandbox, refreshToken)).body.error).toBe('refresh_token_expired');
  });
});

describe('an authorization', () => {
  it('through the plain link gives a code that works once', async () => {
    const sandbox = await startSandbox({ seed: { cases: 0 } });
    const { account, accounts } = sandbox.marketplaces.shopee;
    const callback = await authorize(sandbox, { state: 'a b&c', shop_id: String(accounts.TH.shopId) });
    expect(callback.pathname).toBe('/callback');
    expect(callback.searchParams.get('state')).toBe('a b&c');
    expect(callback.searchParams.get('shop_id')).toBe(String(accounts.TH.shopId));
    const code = callback.searchParams.get('code') ?? '';
    const exchange = (shopId: number): Promise<Answer> =>
      connect(sandbox).publicPost(tokenPath, { code, partner_id: account.partnerId, shop_id: shopId });
    expect((await exchange(account.shopId)).body.error).toBe('invalid_shop_id');
    const tokens = await exchange(accounts.TH.shopId);
    expect(tokens.body).toMatchObject({ error: '', expire_in: 14_400, shop_id_list: [accounts.TH.shopId] });
    expect((await connect(sandbox, accounts.TH).get(shopInfo)).body.region).toBe('TH');
    expect((await exchange(accounts.TH.shopId)).body.error).toBe('invalid_code');
  });

  it('gives a code for ten minutes only', async () => {
    const sandbox = await startSandbox({ seed: { cases: 0 } });
    const { account } = sandbox.marketplaces.shopee;
    const callback = await authorize(sandbox, {});
    await sandbox.advance(10 * 60_000);
    const body = { code: callback.searchParams.get('code'), partner_id: account.partnerId, shop_id: account.shopId };
    expect((await connect(sandbox).publicPost(tokenPath, body)).body.error).toBe('invalid_code');
    expect((await connect(sandbox).publicPost(tokenPath, { ...body, code: 'x' })).body.error).toBe('error_auth');
  });

  it('through the signed link can be given and taken back', async () => {
    const sandbox = await startSandbox({ seed: { cases: 0 } });
    const { account } = sandbox.marketplaces.shopee;
    const client = connect(sandbox);
    const given = await client.publicGet('/api/v2/shop/auth_partner', { redirect: 'http://127.0.0.1:9/back' });
    expect(new URL(given.headers.get('location') ?? '').searchParams.get('code')).toMatch(/^[\da-f]{32}$/);
    const canceled = await client.publicGet('/api/v2/shop/cancel_auth_partner', { redirect: 'http://127.0.0.1:9/back' });
    expect(canceled.status).toBe(302);
    expect((await client.get(shopInfo)).body).toMatchObject({ error: 'shop_no_linked' });
    expect((await refreshWith(sandbox, account.tokens.refreshToken)).body.error).toBe('shop_no_linked');
    const shops = await client.publicGet('/api/v2/public/get_shops_by_partner', { page_no: 1, page_size: 100 });
    expect(shops.body.authed_shop_list).toHaveLength(10);
    expect(shops.body.authed_shop_list).not.toContainEqual(expect.objectContaining({ shop_id: account.shopId }));
  });

  it('returns to the app’s own domain only, where one is set', async () => {
    const sandbox = await startSandbox({ seed: { cases: 0 }, shopee: { redirectDomain: 'erp.example' } });
    const { account, baseUrl } = sandbox.marketplaces.shopee;
    const link = (redirect: string): string =>
      `${baseUrl}/auth?partner_id=${account.partnerId}&auth_type=seller&response_type=code&redirect_uri=${encodeURIComponent(redirect)}`;
    expect((await send(link('https://elsewhere.example/cb'))).status).toBe(403);
    expect((await send(link('https://erp.example/cb'))).status).toBe(302);
  });

  it('of a main account covers every shop and the merchant, each refreshed on its own', async () => {
    const sandbox = await startSandbox({ seed: { cases: 0 } });
    const { account, accounts, mainAccountId, merchantId, baseUrl } = sandbox.marketplaces.shopee;
    const callback = await authorize(sandbox, { main_account_id: String(mainAccountId) });
    const body = { code: callback.searchParams.get('code'), partner_id: account.partnerId, main_account_id: mainAccountId };
    const tokens = (await connect(sandbox).publicPost(tokenPath, body)).body;
    expect(tokens.merchant_id_list).toEqual([merchantId]);
    expect(tokens.shop_id_list).toContain(accounts.BR.shopId);

    const path = '/api/v2/merchant/get_merchant_info';
    const identity = { accessToken: tokens.access_token, id: merchantId, kind: 'merchant' } as const;
    const query = new URLSearchParams(signedQuery({ account, path, at: sandbox.clock.now(), identity })).toString();
    expect((await send(`${baseUrl}${path}?${query}`)).body).toMatchObject({ error: '', merchant_region: 'SG' });

    const own = { refresh_token: tokens.refresh_token, partner_id: account.partnerId };
    const refresh = (id: object): Promise<Answer> => connect(sandbox).publicPost(refreshPath, { ...own, ...id });
    expect((await refresh({ merchant_id: merchantId })).body).toMatchObject({ error: '', merchant_id: merchantId });
    expect((await refresh({ merchant_id: merchantId })).body.error).toBe('error_auth');
    expect((await refresh({ shop_id: accounts.BR.shopId })).body).toMatchObject({ error: '', shop_id: accounts.BR.shopId });
  });

  it('can be redeemed with a resent code', async () => {
    const sandbox = await startSandbox({ seed: { cases: 0 } });
    const code = sandbox.marketplaces.shopee.issueResendCode();
    const exchange = (): Promise<Answer> =>
      connect(sandbox).publicPost('/api/v2/public/get_token_by_resend_code', { resend_code: code });
    expect((await exchange()).body.access_token).toMatch(/^[\da-f]{32}$/);
    expect((await exchange()).body.error).toBe('invalid_code');
  });
});
