import { describe, expect, it } from 'vitest';
import type { Sandbox } from '../../../src/sandbox/index.js';
import { connect, hour, send, startAmazon } from '../amazon-client.js';

const grant = (sandbox: Sandbox, fields: Readonly<Record<string, string>>) => {
  const { account, authUrl } = sandbox.marketplaces.amazon;
  const body = new URLSearchParams({ client_id: account.clientId, client_secret: account.clientSecret, ...fields });
  return send(authUrl, { method: 'POST', body });
};

const refresh = (sandbox: Sandbox) =>
  grant(sandbox, { grant_type: 'refresh_token', refresh_token: sandbox.marketplaces.amazon.account.tokens.refreshToken });

const anyCall = '/externalFulfillment/2024-09-11/returns';

describe('login', () => {
  it('gives an hour of access for a refresh token, which stays the same', async () => {
    const sandbox = await startAmazon({ seed: { cases: 0 } });
    const { account } = sandbox.marketplaces.amazon;
    const before = account.tokens;
    const answer = await refresh(sandbox);
    expect(answer.body).toEqual({
      access_token: expect.stringMatching(/^Atza\|/),
      token_type: 'bearer',
      expires_in: 3600,
      refresh_token: before.refreshToken,
    });
    expect(answer.body.access_token).not.toBe(before.accessToken);
    expect(account.tokens.accessToken).toBe(answer.body.access_token);
    // The earlier one lives on until its own end.
    const headers = { 'x-amz-access-token': before.accessToken };
    expect((await connect(sandbox).call(anyCall, {}, headers)).status).toBe(200);
    await sandbox.advance(hour);
    expect((await connect(sandbox).call(anyCall, {}, headers)).status).toBe(403);
  });

  it('takes JSON as well as a form', async () => {
    const sandbox = await startAmazon({ seed: { cases: 0 } });
    const { account, authUrl } = sandbox.marketplaces.amazon;
    const body = JSON.stringify({
      grant_type: 'refresh_token',
      refresh_token: account.tokens.refreshToken,
      client_id: account.clientId,
      client_secret: account.clientSecret,
    });
    const answer = await send(authUrl, { method: 'POST', body, headers: { 'content-type': 'application/json; charset=utf-8' } });
    expect(answer.status).toBe(200);
  });

  it('exchanges a code of the authorization page once, within five minutes', async () => {
    const sandbox = await startAmazon({ seed: { cases: 0 } });
    const { amazon } = sandbox.marketplaces;
    const exchange = (code: string) => grant(sandbox, { grant_type: 'authorization_code', code });
    const code = amazon.issueAuthorizationCode('eu');
    expect((await exchange(code)).body.refresh_token).toBe(amazon.accounts.eu.tokens.refreshToken);
    expect((await exchange(code)).body.error).toBe('invalid_grant');
    const late = amazon.issueAuthorizationCode('eu');
    await sandbox.advance(5 * 60_000);
    expect((await exchange(late)).body.error).toBe('invalid_grant');
  });

  it('gives grantless tokens without a refresh token, which open no seller’s data', async () => {
    const sandbox = await startAmazon({ seed: { cases: 0 } });
    const answer = await grant(sandbox, { grant_type: 'client_credentials', scope: 'sellingpartnerapi::notifications' });
    expect(answer.body).not.toHaveProperty('refresh_token');
    const refused = await connect(sandbox).call(anyCall, {}, { 'x-amz-access-token': answer.body.access_token });
    expect(refused.status).toBe(403);
    expect(refused.body.errors[0]).toMatchObject({ code: 'Unauthorized', details: '' });
  });

  it.each([
    ['a wrong secret', { grant_type: 'refresh_token', refresh_token: 'Atzr|x', client_secret: 'x' }, 'invalid_client'],
    ['a refresh token nobody was given', { grant_type: 'refresh_token', refresh_token: 'Atzr|x' }, 'invalid_grant'],
    ['no refresh token', { grant_type: 'refresh_token' }, 'invalid_request'],
    ['a refresh token with a scope', { grant_type: 'refresh_token', refresh_token: 'x', scope: 'y' }, 'invalid_request'],
    ['a dead scope', { grant_type: 'client_credentials', scope: 'sellingpartnerapi::migration' }, 'invalid_scope'],
    ['another grant', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['no grant', {}, 'invalid_request'],
  ])('refuses %s in its own shape', async (_what, fields, error) => {
    const sandbox = await startAmazon({ seed: { cases: 0 } });
    const answer = await grant(sandbox, fields);
    expect(answer.status).toBe(error === 'invalid_client' ? 401 : 400);
    expect(answer.body).toEqual({ error, error_description: expect.any(String) });
  });

  it('ends a seller’s tokens when the seller takes the authorization back, and no other’s', async () => {
    const sandbox = await startAmazon({ seed: { cases: 0 } });
    const { amazon } = sandbox.marketplaces;
    amazon.revokeAuthorization('na');
    expect((await refresh(sandbox)).body.error).toBe('invalid_grant');
    expect((await connect(sandbox).get(anyCall)).status).toBe(403);
    expect((await connect(sandbox, amazon.accounts.eu).get(anyCall)).status).toBe(200);
  });

  it('answers faults of the token endpoint in the login’s own words', async () => {
    const sandbox = await startAmazon({ seed: { cases: 0 }, faults: [{ kind: 'server-error', operation: 'token', times: 1 }] });
    expect(await refresh(sandbox)).toMatchObject({ status: 500, body: { error: 'server_error' } });
    expect((await refresh(sandbox)).status).toBe(200);
  });
});
