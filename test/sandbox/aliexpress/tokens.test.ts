import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { connect, day, query, send, startAliExpress } from '../aliexpress-client.js';

const isAdmitted = async (sandbox: Sandbox, session: string): Promise<boolean> => {
  const answer = await connect(sandbox).call('global.seller.relation.query', {}, { session });
  return answer.body.error_response === undefined;
};

describe('tokens', () => {
  it('are created from a code, once, and say how long they live in both countings', async () => {
    const sandbox = await startAliExpress({ seed: { cases: 0 }, aliexpress: { appKind: 'test' } });
    const { issueCode, accounts } = sandbox.marketplaces.aliexpress;
    const code = issueCode('neighbor');
    const { body } = await connect(sandbox).system('/auth/token/create', { code });
    expect(body).toMatchObject({
      code: '0',
      expires_in: 86_400,
      refresh_expires_in: 172_800,
      expire_time: sandbox.clock.now() + day,
      refresh_token_valid_time: sandbox.clock.now() + 2 * day,
      account_platform: 'seller_center',
      account_id: null,
      seller_id: accounts.neighbor.sellerId,
      sp: 'ae',
    });
    expect(accounts.neighbor.tokens.accessToken).toBe(body.access_token);
    expect((await connect(sandbox).system('/auth/token/create', { code })).body.code).toBe('InvalidCode');
  });

  it('come from a code that lives half an hour', async () => {
    const sandbox = await startAliExpress({ seed: { cases: 0 } });
    const code = sandbox.marketplaces.aliexpress.issueCode();
    await sandbox.advance(30 * 60_000);
    expect((await connect(sandbox).system('/auth/token/create', { code })).body.code).toBe('InvalidCode');
  });

  it('end with their life; a refresh replaces both and does not prolong the refresh token', async () => {
    const sandbox = await startAliExpress({ seed: { cases: 0 } });
    const { account } = sandbox.marketplaces.aliexpress;
    const before = account.tokens;
    await sandbox.advance(30 * day - 1000);
    expect(await isAdmitted(sandbox, before.accessToken)).toBe(true);
    await sandbox.advance(1000);
    expect(await isAdmitted(sandbox, before.accessToken)).toBe(false);
    const refreshed = await connect(sandbox).system('/auth/token/refresh', { refresh_token: before.refreshToken });
    expect(refreshed.body.refresh_expires_in).toBe((30 * day) / 1000);
    expect(account.tokens.accessToken).toBe(refreshed.body.access_token);
    expect(await isAdmitted(sandbox, account.tokens.accessToken)).toBe(true);
    const again = await connect(sandbox).system('/auth/token/refresh', { refresh_token: before.refreshToken });
    expect(again.body.code).toBe('IllegalRefreshToken');
  });

  it('renew the refresh token, and leave the old access token its grace, where the app is set up so', async () => {
    const sandbox = await startAliExpress({
      seed: { cases: 0 },
      aliexpress: { refreshRenewsRefreshToken: true, replacedTokenGraceInMs: day },
    });
    const before = sandbox.marketplaces.aliexpress.account.tokens;
    await sandbox.advance(10 * day);
    const { body } = await connect(sandbox).system('/auth/token/refresh', { refresh_token: before.refreshToken });
    expect(body.refresh_expires_in).toBe((60 * day) / 1000);
    expect(await isAdmitted(sandbox, before.accessToken)).toBe(true);
    await sandbox.advance(day);
    expect(await isAdmitted(sandbox, before.accessToken)).toBe(false);
  });

  it('can be ended at once, and issued beside the others', async () => {
    const sandbox = await startAliExpress({ seed: { cases: 0 } });
    const { account, issueTokens, expireTokens } = sandbox.marketplaces.aliexpress;
    const first = account.tokens.accessToken;
    const second = issueTokens().accessToken;
    expect([await isAdmitted(sandbox, first), await isAdmitted(sandbox, second)]).toEqual([true, true]);
    expireTokens();
    expect([await isAdmitted(sandbox, first), await isAdmitted(sandbox, second)]).toEqual([false, false]);
  });

  it('begin at the authorization page, which sends the seller back with code and state', async () => {
    const sandbox = await startAliExpress({ seed: { cases: 0 } });
    const { baseUrl, account } = sandbox.marketplaces.aliexpress;
    const link = {
      response_type: 'code',
      client_id: account.appKey,
      redirect_uri: 'https://seller.example/cb?x=1',
      state: 's 1',
    };
    const page = await send(`${baseUrl}/oauth/authorize?${query(link)}`, { method: 'GET' });
    const callback = new URL(page.headers.get('location') ?? '');
    expect(callback.searchParams.get('state')).toBe('s 1');
    expect(callback.searchParams.get('x')).toBe('1');
    const { body } = await connect(sandbox).system('/auth/token/create', { code: callback.searchParams.get('code') ?? '' });
    expect(body.seller_id).toBe(account.sellerId);
    const stranger = await send(`${baseUrl}/oauth/authorize?${query({ ...link, client_id: '1' })}`, { method: 'GET' });
    expect(stranger.status).toBe(400);
  });
});
