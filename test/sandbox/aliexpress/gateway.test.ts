import { describe, expect, it } from 'vitest';
import { createVirtualClock } from '../../../src/sandbox/index.js';
import { caseOf, connect, query, send, sign, startAliExpress } from '../aliexpress-client.js';

const list = 'aliexpress.issue.issuelist.get';
const firstPage = { query_dto: '{"current_page":1,"page_size":5,"issue_status":"processing"}' };

describe('the gateway', () => {
  it.each([
    ['app_key', '', 'MissingParameter'],
    ['app_key', '17', 'IllegalAppKey'],
    ['timestamp', '', 'MissingParameter'],
    ['timestamp', '2026-11-02 00:00:00', 'IllegalTimestamp'],
    ['timestamp', '1793584800', 'IllegalTimestamp'],
    ['sign_method', 'md5', 'InvalidSignMethod'],
    ['sign', '0'.repeat(64), 'IncompleteSignature'],
    ['session', 'made-up', 'IllegalAccessToken'],
    ['session', '', 'MissingParameter'],
    ['method', 'aliexpress.issue.solution.refuse', 'InvalidApiPath'],
  ])('refuses a call whose %s is "%s" with %s, under HTTP 200', async (name, value, code) => {
    const sandbox = await startAliExpress({ seed: { cases: 0 } });
    const answer = await connect(sandbox).call(list, firstPage, { [name]: value });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      error_response: { type: 'ISV', code, msg: expect.any(String), request_id: expect.stringMatching(/^21[\da-f]{6}17\d{16}$/) },
    });
  });

  it('compares a timestamp with its own clock, two hours each way', async () => {
    const sandbox = await startAliExpress({ seed: { cases: 0 } });
    const codes: unknown[] = [];
    for (const offset of [-7_200_000, 7_200_000, -7_200_001, 7_200_001]) {
      const timestamp = String(sandbox.clock.now() + offset);
      codes.push((await connect(sandbox).call(list, firstPage, { timestamp })).body.error_response?.code);
    }
    expect(codes).toEqual([undefined, undefined, 'IllegalTimestamp', 'IllegalTimestamp']);
  });

  it('takes a signature byte by byte: small letters and a changed parameter are others', async () => {
    const sandbox = await startAliExpress({ seed: { cases: 0 } });
    const { baseUrl, account } = sandbox.marketplaces.aliexpress;
    const texts = {
      method: list,
      app_key: account.appKey,
      session: account.tokens.accessToken,
      timestamp: String(sandbox.clock.now()),
      sign_method: 'sha256',
      ...firstPage,
    };
    const right = sign(account.appSecret, texts);
    const codeOf = async (all: Readonly<Record<string, string>>): Promise<unknown> =>
      (await send(`${baseUrl}/sync?${query(all)}`)).body.error_response?.code;
    expect(await codeOf({ ...texts, sign: right })).toBeUndefined();
    expect(await codeOf({ ...texts, sign: right.toLowerCase() })).toBe('IncompleteSignature');
    expect(await codeOf({ ...texts, sign: right, added: 'x' })).toBe('IncompleteSignature');
    // A blank value is not part of what is signed.
    expect(await codeOf({ ...texts, sign: right, blank: '  ' })).toBeUndefined();
  });

  it('answers a system call in the other shape: flat, with message', async () => {
    const sandbox = await startAliExpress({ seed: { cases: 0 } });
    const answer = await connect(sandbox).system('/auth/token/refresh', { refresh_token: 'made-up' });
    expect(answer.body).toEqual({
      type: 'ISV',
      code: 'IllegalRefreshToken',
      message: expect.any(String),
      request_id: expect.any(String),
    });
    expect((await connect(sandbox).system('/auth/token/nothing', {})).body.code).toBe('InvalidApiPath');
  });

  it('answers in both shapes, an empty list as an empty object in the wrapped one', async () => {
    const sandbox = await startAliExpress({ seed: { cases: 1 } });
    const client = connect(sandbox);
    const simplified = (await client.call(list, firstPage)).body;
    const wrapped = (await client.wrapped(list, firstPage)).body;
    expect(wrapped).toEqual({ aliexpress_issue_issuelist_get_response: expect.anything() });
    const inner = wrapped.aliexpress_issue_issuelist_get_response;
    expect(inner.data_list).toEqual({ issue_api_issue_dto: simplified.data_list });
    expect(inner.request_id).not.toBe(simplified.request_id);
    const none = { query_dto: '{"current_page":1,"page_size":5,"issue_status":"canceled_issue"}' };
    expect((await client.wrapped(list, none)).body.aliexpress_issue_issuelist_get_response.data_list).toEqual({});
    expect((await client.call(list, none)).body.data_list).toEqual([]);
  });

  it('limits the calls of a seller and says in its text how long to wait', async () => {
    const sandbox = await startAliExpress({
      clock: createVirtualClock({ autoAdvance: false }),
      seed: { cases: 0 },
      aliexpress: { quotas: { perSecond: 1, burst: 2 } },
    });
    const client = connect(sandbox);
    const errors: unknown[] = [];
    for (let count = 0; count < 3; count += 1) errors.push((await client.call(list, firstPage)).body.error_response);
    expect(errors).toEqual([
      undefined,
      undefined,
      {
        type: 'ISV',
        code: 'ApiCallLimit',
        msg: 'Api access frequency exceeds the limit. this ban will last 1 seconds',
        request_id: expect.any(String),
      },
    ]);
    await sandbox.advance(1000);
    expect((await client.call(list, firstPage)).body.error_response).toBeUndefined();
  });

  it('bans the app until midnight of UTC+08:00 when the day is used up', async () => {
    const clock = createVirtualClock({ startAt: '2026-11-02T15:00:00Z', autoAdvance: false });
    const sandbox = await startAliExpress({ clock, seed: { cases: 0 }, aliexpress: { quotas: { perDay: 1 } } });
    const client = connect(sandbox);
    await client.call(list, firstPage);
    expect((await client.call(list, firstPage)).body.error_response).toMatchObject({
      code: 'AppApiCallLimit',
      msg: expect.stringContaining('will last 3600 seconds'),
    });
    await sandbox.advance(3_600_000);
    expect((await client.call(list, firstPage)).body.total_item).toBe(0);
  });
});

describe('faults', () => {
  it.each([
    ['rate-limit', 'ApiCallLimit', 'Api access frequency exceeds the limit. this ban will last 1 seconds'],
    ['daily-limit', 'AppApiCallLimit', 'The App access frequency exceeds the limit. This ban will last 14229 seconds'],
    ['transient-in-200', '15', 'Remote service error'],
  ] as const)('%s is said in the words and the shape of the gate it stands at', async (kind, code, text) => {
    const sandbox = await startAliExpress({ seed: { cases: 0 }, faults: [{ kind, times: 2 }] });
    const client = connect(sandbox);
    const business = await client.call(list, firstPage);
    expect(business.status).toBe(200);
    expect(business.body.error_response).toMatchObject({ code, msg: text });
    const system = await client.system('/auth/token/refresh', { refresh_token: 'x' });
    expect(system.body).toMatchObject({ code, message: text });
    expect((await client.call(list, firstPage)).body.total_item).toBe(0);
  });

  it('can lose the answer of a write that took effect', async () => {
    const operation = 'aliexpress.issue.solution.agree';
    const sandbox = await startAliExpress({ seed: { cases: 1 }, faults: [{ kind: 'lost-response', operation, times: 1 }] });
    const { issueId, buyerLoginId, solutions, maximum } = caseOf(sandbox, 'requested');
    const agreement = { buyer_login_id: buyerLoginId, issue_id: issueId, solution_id: solutions[0]!.solutionId };
    await expect(connect(sandbox).call(operation, agreement)).rejects.toThrow();
    expect(sandbox.ledger().refunds[issueId]).toEqual({ count: 1, amount: maximum });
    // Sent again, it finds nothing to agree to: nothing is paid twice.
    expect((await connect(sandbox).call(operation, agreement)).body.result_object).toBe(false);
    expect(sandbox.ledger().refunds[issueId]?.count).toBe(1);
    expect(sandbox.requests().map((request) => [request.operation, request.status, request.fault])).toEqual([
      [operation, 0, 'lost-response'],
      [operation, 200, undefined],
    ]);
  });
});
