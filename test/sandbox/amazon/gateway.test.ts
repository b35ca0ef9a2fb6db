import { describe, expect, it } from 'vitest';
import { connect, hour, send, startAmazon, userAgent } from '../amazon-client.js';

const list = '/externalFulfillment/2024-09-11/returns';
const order = '/orders/2026-01-01/orders/111-1111111-1111111';

describe('the gateway', () => {
  it('names the request and tells the rate on an answer, a wrong call and a missing thing', async () => {
    const sandbox = await startAmazon({ seed: { cases: 0 } });
    const client = connect(sandbox);
    const answers = [await client.get(order), await client.get(list), await client.get(list, { maxResults: 101 })];
    expect(answers.map(({ status, headers }) => [status, headers.get('x-amzn-ratelimit-limit')])).toEqual([
      [404, '0.5'],
      [200, '10'],
      [400, '10'],
    ]);
    expect(new Set(answers.map(({ headers }) => headers.get('x-amzn-requestid'))).size).toBe(3);
    expect(answers[2]?.body).toEqual({ errors: [{ code: 'InvalidInput', message: expect.any(String), details: '' }] });
  });

  it('leaves the rate out where it is told to, as it is best effort', async () => {
    const sandbox = await startAmazon({ seed: { cases: 0 }, amazon: { rateHeader: 'missing' } });
    expect((await connect(sandbox).get(list)).headers.has('x-amzn-ratelimit-limit')).toBe(false);
  });

  it('needs a user agent of at most 500 characters', async () => {
    const sandbox = await startAmazon({ seed: { cases: 0 } });
    const statusWith = async (agent: string) => (await connect(sandbox).call(list, {}, { 'user-agent': agent })).status;
    expect([await statusWith(''), await statusWith('a'.repeat(501)), await statusWith('a'.repeat(500))]).toEqual([400, 400, 200]);
  });

  it('tells a missing token, an invalid one and an expired one apart', async () => {
    const sandbox = await startAmazon({ seed: { cases: 0 } });
    const { baseUrl } = sandbox.marketplaces.amazon;
    const detailsOf = async (answer: ReturnType<typeof send>) => (await answer).body.errors[0].details as string;
    const client = connect(sandbox);
    expect(await detailsOf(send(`${baseUrl}${list}`, { headers: { 'user-agent': userAgent } }))).toMatch(/missing/);
    expect(await detailsOf(client.call(list, {}, { 'x-amz-access-token': 'Atza|x' }))).toMatch(/malformed or invalid/);
    await sandbox.advance(hour);
    const expired = await client.get(list);
    expect(expired.status).toBe(403);
    expect(expired.body.errors[0]).toMatchObject({ code: 'Unauthorized', details: 'The access token you provided has expired.' });
    sandbox.marketplaces.amazon.issueTokens();
    expect((await client.get(list)).status).toBe(200);
  });

  it('holds each seller to the published plan of each operation, and hides the rate on a 429', async () => {
    const sandbox = await startAmazon({ seed: { cases: 0 } });
    const client = connect(sandbox);
    const statuses = await Promise.all(Array.from({ length: 21 }, async () => (await client.get(list)).status));
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    const refused = await client.get(list);
    expect(refused.body.errors[0]).toMatchObject({ code: 'QuotaExceeded' });
    expect(refused.headers.has('x-amzn-ratelimit-limit')).toBe(false);
    expect((await client.get(order)).status).toBe(404);
    expect((await connect(sandbox, sandbox.marketplaces.amazon.accounts.eu).get(list)).status).toBe(200);
    await sandbox.advance(100);
    expect([(await client.get(list)).status, (await client.get(list)).status]).toEqual([200, 429]);
  });

  it('takes other quotas, or none', async () => {
    const tight = await startAmazon({ seed: { cases: 0 }, amazon: { quotas: { listReturns: { perSecond: 1, burst: 1 } } } });
    expect([(await connect(tight).get(list)).status, (await connect(tight).get(list)).status]).toEqual([200, 429]);
    const loose = await startAmazon({ seed: { cases: 0 }, amazon: { quotas: 'unlimited' } });
    const statuses = await Promise.all(Array.from({ length: 25 }, async () => (await connect(loose).get(list)).status));
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it('forbids a path it does not know', async () => {
    const sandbox = await startAmazon({ seed: { cases: 0 } });
    expect((await connect(sandbox).get('/returns/v1/approve')).body.errors[0].code).toBe('Unauthorized');
  });

  it('knows a call by the name Amazon’s models give it, so that a fault hits one operation of a path', async () => {
    const sandbox = await startAmazon({
      seed: { cases: 0 },
      faults: [{ kind: 'rate-limit', operation: 'createReport', times: 1 }],
    });
    const client = connect(sandbox);
    const path = '/reports/2021-06-30/reports';
    expect((await client.get(path, { reportTypes: 'GET_XML_RETURNS_DATA_BY_RETURN_DATE' })).status).toBe(200);
    const limited = await client.post(path, {});
    expect(limited).toMatchObject({ status: 429, body: { errors: [{ code: 'QuotaExceeded' }] } });
    expect(limited.headers.has('x-amzn-ratelimit-limit')).toBe(false);
    expect(sandbox.requests().map(({ operation }) => operation)).toEqual(['getReports', 'createReport']);
  });

  it.each([
    [{ kind: 'server-error' }, 500, 'InternalFailure'],
    [{ kind: 'server-error', status: 503 }, 503, 'ServiceUnavailable'],
    [{ kind: 'transient-in-200' }, 200, 'InternalFailure'],
    [{ kind: 'refusal', status: 409, error: 'DuplicateRequest' }, 409, 'DuplicateRequest'],
    [{ kind: 'server-error', status: 504 }, 504, undefined],
  ] as const)('answers the fault %o in Amazon’s words', async (fault, status, code) => {
    const sandbox = await startAmazon({ seed: { cases: 0 }, faults: [fault] });
    const answer = await connect(sandbox).get(list);
    expect([answer.status, answer.body?.errors[0].code]).toEqual([status, code]);
  });
});
