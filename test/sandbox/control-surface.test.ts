import { describe, expect, it } from 'vitest';
import { createOffsetClock, type Sandbox } from '../../src/sandbox/index.js';
import { startReceiver } from './push-receiver.js';
import { caseOf, connect, day, send, signedQuery, type Answer } from './shopee-client.js';
import { startSandbox } from './with-sandbox.js';

const control = (sandbox: Sandbox, method: string, name: string, body?: unknown): Promise<Answer> =>
  send(`${sandbox.marketplaces.shopee.baseUrl}/__sandbox/${name}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

describe('the control surface', () => {
  it('moves the time and lets what is due happen', async () => {
    const sandbox = await startSandbox();
    const urgent = caseOf(sandbox, 'requested-urgent');
    const start = sandbox.clock.now();
    const moved = await control(sandbox, 'POST', 'advance', { ms: day });
    expect(moved.body).toEqual({ now: new Date(start + day).toISOString() });
    const ledger = (await control(sandbox, 'GET', 'ledger')).body;
    expect(ledger.refunds[urgent.returnSn]).toEqual({ count: 1, amount: urgent.refund });
    const listed = await control(sandbox, 'GET', 'cases?marketplace=shopee');
    expect(listed.body).toContainEqual(expect.objectContaining({ returnSn: urgent.returnSn, status: 'ACCEPTED' }));
  });

  it('adds and clears faults', async () => {
    const sandbox = await startSandbox({ seed: { cases: 0 } });
    const added = await control(sandbox, 'POST', 'faults', { kind: 'server-error', times: 3 });
    expect(added.body.faults).toEqual([{ kind: 'server-error', times: 3 }]);
    expect((await connect(sandbox).get('/api/v2/shop/get_shop_info')).status).toBe(500);
    expect((await control(sandbox, 'GET', 'state')).body).toMatchObject({
      faults: [{ kind: 'server-error', times: 2 }],
      marketplaces: { shopee: { baseUrl: sandbox.marketplaces.shopee.baseUrl } },
    });
    await control(sandbox, 'DELETE', 'faults');
    expect((await connect(sandbox).get('/api/v2/shop/get_shop_info')).status).toBe(200);
  });

  it('hands out credentials, ends tokens, and shows calls without their secrets', async () => {
    const sandbox = await startSandbox({ seed: { cases: 0 } });
    const accounts = (await control(sandbox, 'GET', 'accounts')).body;
    const { account } = sandbox.marketplaces.shopee;
    expect(accounts).toHaveLength(11);
    expect(accounts[0]).toMatchObject({ partnerId: account.partnerId, partnerKey: account.partnerKey, tokens: account.tokens });
    await control(sandbox, 'POST', 'expire-tokens');
    expect((await connect(sandbox).get('/api/v2/shop/get_shop_info')).body.error).toBe('invalid_acceess_token');
    const log = await control(sandbox, 'GET', 'requests');
    expect(log.body).toEqual([expect.objectContaining({ method: 'GET', operation: 'shop/get_shop_info', status: 403 })]);
    for (const secret of [account.partnerKey, account.tokens.accessToken, account.tokens.refreshToken])
      expect(log.text).not.toContain(secret);
  });

  it('directs pushes, and shows them', async () => {
    const { url, received } = await startReceiver();
    const sandbox = await startSandbox();
    await control(sandbox, 'POST', 'push-url', { url });
    await control(sandbox, 'POST', 'advance', { ms: day });
    expect(received.length).toBeGreaterThan(0);
    expect((await control(sandbox, 'GET', 'pushes')).body).toHaveLength(received.length);
    await control(sandbox, 'POST', 'push-url', { url: null });
    const before = received.length;
    await control(sandbox, 'POST', 'advance', { ms: day });
    expect(received).toHaveLength(before);
  });

  it.each<[string, string, unknown, number, RegExp]>([
    ['POST', 'advance', { ms: -1 }, 400, /ms: number/],
    ['POST', 'advance', [], 400, /JSON object/],
    ['POST', 'faults', { kind: 'explode' }, 400, /no kind of fault/],
    ['POST', 'push-url', { url: 'https://example.com' }, 400, /loopback/],
    ['POST', 'push-url', { url: 5 }, 400, /string \| null/],
    ['GET', 'nothing', undefined, 404, /no such control/],
  ])('answers %s %s with %j plainly', async (method, name, body, status, message) => {
    const sandbox = await startSandbox({ seed: { cases: 0 } });
    const answer = await control(sandbox, method, name, body);
    expect(answer.status).toBe(status);
    expect(answer.body.message).toMatch(message);
  });
});

describe('a sandbox on real time', () => {
  it('takes clients on real time also after it was moved', async () => {
    const sandbox = await startSandbox({ clock: createOffsetClock(), seed: { cases: 4 } });
    const { account, baseUrl } = sandbox.marketplaces.shopee;
    await control(sandbox, 'POST', 'advance', { ms: 3 * day });
    const path = '/api/v2/public/get_shops_by_partner';
    for (const at of [Date.now(), Date.now() + 3 * day]) {
      const query = new URLSearchParams(signedQuery({ account, path, at })).toString();
      expect((await send(`${baseUrl}${path}?${query}`)).body.error).toBe('');
    }
    const between = new URLSearchParams(signedQuery({ account, path, at: Date.now() + day })).toString();
    expect((await send(`${baseUrl}${path}?${between}`)).body.message).toBe('Timestamp is expired.');
  });
});
