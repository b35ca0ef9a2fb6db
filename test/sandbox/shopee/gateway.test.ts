import { describe, expect, it } from 'vitest';
import { createVirtualClock, type Sandbox } from '../../../src/sandbox/index.js';
import { connect, day, send, signedQuery, type Answer, type Identity } from '../shopee-client.js';
import { startSandbox } from '../with-sandbox.js';

const path = '/api/v2/shop/get_shop_info';

interface Changes {
  readonly query?: Readonly<Record<string, string | undefined>>;
  readonly at?: number;
  readonly identity?: Identity;
}

/** A call that is right except for the changes. */
const callWith = (sandbox: Sandbox, { query = {}, at = sandbox.clock.now(), identity }: Changes): Promise<Answer> => {
  const { account, baseUrl } = sandbox.marketplaces.shopee;
  const speaker = identity ?? { accessToken: account.tokens.accessToken, id: account.shopId };
  const all = { ...signedQuery({ account, path, at, identity: speaker }), ...query };
  const sent = new URLSearchParams();
  for (const [name, value] of Object.entries(all)) if (value !== undefined) sent.append(name, value);
  return send(`${baseUrl}${path}?${sent.toString()}`);
};

describe('the gateway', () => {
  it.each([
    ['partner_id', undefined, 'error_param', 'There is no partner_id in query.'],
    ['partner_id', 'abc', 'error_param', 'Partner_id is invalid, should be an integer between 0 and 4294967295.'],
    ['partner_id', '4294967296', 'error_param', 'Partner_id is invalid, should be an integer between 0 and 4294967295.'],
    ['partner_id', '17', 'invalid_partner_id', 'Invalid partner_id, please have a check.'],
    ['timestamp', undefined, 'error_param', 'no timestamp.'],
    ['timestamp', '16.5', 'error_param', 'Timestamp is invalid, should be an integer between 0 and 4294967295.'],
    ['access_token', undefined, 'error_param', 'There is no access_token in query.'],
    ['shop_id', undefined, 'error_param', 'There is no shop_id in query.'],
    ['shop_id', '-1', 'error_param', 'shop_id is invalid, should be an integer between 0 and 4294967295.'],
    ['sign', undefined, 'error_param', 'There is no sign in query.'],
  ])('refuses a call whose %s is %s', async (name, value, error, message) => {
    const sandbox = await startSandbox({ seed: { cases: 0 } });
    const answer = await callWith(sandbox, { query: { [name]: value } });
    expect(answer.status).toBe(403);
    expect(answer.body).toMatchObject({ error, message, request_id: expect.stringMatching(/^[\da-f]{32}$/) });
  });

  it.each([
    [-300, ''],
    [300, ''],
    [-301, 'error_param'],
    [301, 'error_param'],
  ])('compares a timestamp %i seconds away with its own clock', async (seconds, error) => {
    const sandbox = await startSandbox({ seed: { cases: 0 } });
    const answer = await callWith(sandbox, { at: sandbox.clock.now() + seconds * 1000 });
    expect(answer.body.error).toBe(error);
    if (error !== '') expect(answer.body.message).toBe('Timestamp is expired.');
  });

  it('knows shops it serves, and their own tokens only', async () => {
    const sandbox = await startSandbox({ seed: { cases: 0 } });
    const { account, accounts } = sandbox.marketplaces.shopee;
    const unknownShop = await callWith(sandbox, { identity: { accessToken: account.tokens.accessToken, id: 999 } });
    expect(unknownShop.body.error).toBe('partner_shop_no_link');
    const anothersToken = await callWith(sandbox, {
      identity: { accessToken: accounts.MY.tokens.accessToken, id: account.shopId },
    });
    expect(anothersToken.body).toMatchObject({ error: 'invalid_acceess_token' });
    const madeUp = await callWith(sandbox, { identity: { accessToken: 'made-up', id: account.shopId } });
    expect(madeUp.status).toBe(403);
  });

  it('refuses paths and methods it does not have', async () => {
    const sandbox = await startSandbox({ seed: { cases: 0 } });
    const client = connect(sandbox);
    for (const answer of [
      await client.get('/api/v2/returns/confirm'),
      await client.get('/api/v2/returns/nothing'),
      await client.get('/'),
    ])
      expect(answer.body.message).toBe('Permission denied. This API is currently offline or the request path is incorrect.');
  });

  it('limits the calls of a shop per second and gives them back as time passes', async () => {
    const sandbox = await startSandbox({
      clock: createVirtualClock({ autoAdvance: false }),
      seed: { cases: 0 },
      shopee: { quotas: { perSecond: 2, burst: 3, retryAfterInSeconds: 1 } },
    });
    const { accounts } = sandbox.marketplaces.shopee;
    const client = connect(sandbox);
    const errors: string[] = [];
    for (let count = 0; count < 5; count += 1) errors.push((await client.get(path)).body.error);
    expect(errors).toEqual(['', '', '', 'error_rate_limit', 'error_rate_limit']);
    const refused = await client.get(path);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect((await connect(sandbox, accounts.MY).get(path)).body.error).toBe('');
    await sandbox.advance(500);
    expect((await client.get(path)).body.error).toBe('');
    expect((await client.get(path)).body.error).toBe('error_rate_limit');
  });

  it('limits the calls of a day, and the day begins at midnight of UTC+08:00', async () => {
    const clock = createVirtualClock({ startAt: '2026-11-02T15:59:00Z' });
    const sandbox = await startSandbox({ clock, seed: { cases: 0 }, shopee: { quotas: { perDay: 2, status: 200 } } });
    const client = connect(sandbox);
    const codes = [(await client.get(path)).body.error, (await client.get(path)).body.error, (await client.get(path)).body.error];
    expect(codes).toEqual(['', '', 'error_limit']);
    await sandbox.advance(2 * 60_000);
    expect((await client.get(path)).body.error).toBe('');
  });

  it('refuses a shop whose authorization is a year old', async () => {
    const sandbox = await startSandbox({ seed: { cases: 0 } });
    await sandbox.advance(366 * day);
    expect((await connect(sandbox).get(path)).body.error).toBe('shop_access_expired');
  });

  it.each([
    ['empty', '', ''],
    ['blank', ' ', ' '],
    ['dash', '-', '-'],
    ['success', '', 'success'],
  ] as const)('spells success as %s when told to', async (successWords, error, message) => {
    const sandbox = await startSandbox({ seed: { cases: 0 }, shopee: { successWords } });
    expect((await connect(sandbox).get(path)).body).toMatchObject({ error, message, region: 'SG' });
  });
});
