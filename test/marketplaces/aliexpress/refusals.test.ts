import nock from 'nock';
import { afterAll, describe, expect, test } from 'vitest';
import { toInstant } from 'aftersale';
import { aliExpressHost, createAliExpressAdapter, type AliExpressAnswer } from 'aftersale/marketplaces/aliexpress';
import { createFakeClock } from 'aftersale/testing';
import { accessToken, account, appKey, appSecret, refreshToken } from './wire-under-test.js';

const adapter = createAliExpressAdapter({
  appKey,
  appSecret,
  sellerId: account.sellerId,
  tokens: { accessToken, refreshToken, expiresAt: toInstant('2099-01-01T00:00:00Z') },
  clock: createFakeClock({ autoAdvance: true }),
  maxRetries: 0,
});

afterAll(() => {
  adapter.native.close();
});

type Headers = Readonly<Record<string, string>>;

/** What a write makes of an answer that came over HTTP; nothing is sent twice. */
const written = async (
  answer: object,
  { method = 'aliexpress.issue.solution.agree', headers }: { readonly method?: string; readonly headers?: Headers } = {},
): Promise<AliExpressAnswer> => {
  const scope = nock(aliExpressHost).post('/sync').query(true).reply(200, answer, headers);
  try {
    return await adapter.native.request({ method, parameters: {}, repeatable: 'once' });
  } finally {
    expect(scope.isDone()).toBe(true);
  }
};

const refused = (error_code: string | number, error_message = ''): object => ({
  result: { success: false, error_code, error_message },
  request_id: '2140eaab17301752515171777',
});

describe('a write that a service answers with no', () => {
  test.each([
    ['isp.remote-service-timeout', 'remote service time out'],
    ['SYSTEM_ERROR', 'system error, please retry'],
    ['F-00-00-1', 'timeout when calling remote service'],
    [106, 'ROC internal error'],
    [509, 'Seller Address Service Exception'],
    ['X', '系统异常,请稍后重试'],
    ['ServiceTimeout', ''],
    ['50', 'Remote service error'],
    ['F-00-00-2', 'please try again later'],
  ])('because of a passing fault (%s "%s") is uncertain: it may have been done', async (code, message) => {
    expect(await written(refused(code, message))).toMatchObject({ state: 'uncertain' });
  });

  test.each([
    ['SOMETHING_NEW', '?'],
    [77, ''],
  ])('with a code that nobody knows (%s "%s") is uncertain', async (code, message) => {
    expect(await written(refused(code, message))).toMatchObject({ state: 'uncertain' });
  });

  test.each([
    ['13001', 'page_size illegal', 'rejected', '13001'],
    ['110', "image can't be empty if you want to refuse refund", 'rejected', '110'],
    ['112', 'no reverse order found', 'not-found', '112'],
    ['ORDER_STATUS_ERROR', 'the buyer has not asked to cancel', 'conflict', 'ORDER_STATUS_ERROR'],
    ['IllegalRefreshToken', '', 'authentication', 'IllegalRefreshToken'],
    ['7', 'no permission', 'permission-denied', '7'],
  ])(
    'for a reason that names the input or the state (%s "%s") is refused for certain',
    async (code, message, as, providerCode) => {
      await expect(written(refused(code, message))).rejects.toMatchObject({ code: as, providerCode });
    },
  );

  test('by a plain false, as documented for issues, is refused for certain', async () => {
    await expect(written({ result_object: false })).rejects.toMatchObject({
      code: 'rejected',
      providerCode: 'result_object=false',
    });
  });

  test('by a plain false beside words of a passing fault is uncertain', async () => {
    expect(await written({ is_success: false, memo: 'service is busy' })).toMatchObject({ state: 'uncertain' });
  });
});

describe('a write that the gateway refuses', () => {
  test.each([
    ['isp.* in the place of the code', { code: 'isp.remote-connection-error', msg: '?' }],
    ['a code nobody knows with the words of a passing fault', { code: 'Zzz', msg: 'remote service timeout' }],
    ['the same with the type of the caller, which 15 has too', { code: 'Zzz', type: 'ISV', msg: 'remote service timeout' }],
  ])('%s: uncertain', async (_what, error_response) => {
    expect(await written({ error_response })).toMatchObject({ state: 'uncertain' });
  });

  test('"Remote service error" beside a sub code of the caller is no passing fault', async () => {
    const error_response = { code: 50, msg: 'Remote service error', sub_code: 'isv.issue-not-exist', sub_msg: 'issue not exist' };
    await expect(written({ error_response })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a call that came too often', () => {
  test.each([
    ['its words', 'Api access frequency exceeds the limit. this ban will last 14229 seconds', undefined, 14_229_000],
    ['its words before its header', 'this ban will last 2 seconds', { 'retry-after': '9' }, 2000],
    ['its header', 'Api access frequency exceeds the limit', { 'retry-after': '9' }, 9000],
  ])('tells how long to wait, by %s', async (_what, msg, headers, retryAfterInMs) => {
    // Each of its own method, so that the quota of the one before does not answer.
    const method = `aliexpress.test.${String(retryAfterInMs)}`;
    await expect(
      written({ error_response: { code: 'ApiCallLimit', msg } }, { method, ...(headers === undefined ? {} : { headers }) }),
    ).rejects.toMatchObject({ name: 'RateLimitError', providerCode: 'ApiCallLimit', retryAfterInMs });
  });
});

describe('a refusal that quotes a buyer where a code and an id belong', () => {
  test('is told without them, wherever an error shows them', async () => {
    const error_response = { code: 'isv.jane@example.com +65 9123 4567', msg: 'no', type: 'ISV', request_id: 'jane@example.com' };
    const error: unknown = await written({ error_response }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ providerCode: '[redacted]', providerMessage: 'no', requestId: undefined });
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/jane|9123/);
  });
});

describe('a code says more than the words beside it', () => {
  const gateway = (sub_code: string, sub_msg: string) => ({
    error_response: { code: '15', msg: 'Remote service error', sub_code, sub_msg },
  });

  test.each([
    ['isv.invalid-parameter', 'the parameter issue_id cannot be null'],
    ['isv.invalid-parameter', 'start_timestamp is after end_timestamp'],
    ['isv.invalid-parameter', 'the timestamp is invalid'],
    ['isv.invalid-parameter', 'the order status is not allowed here'],
    ['isv.invalid-parameter', 'the return address does not exist'],
    ['isv.missing-parameter', 'no such parameter'],
    ['isv.something', 'amount cannot be greater than the paid amount'],
  ])('%s "%s" is about the input, and tells nobody to read again or to set a clock', async (code, words) => {
    const refused: unknown = await written(gateway(code, words)).catch((thrown: unknown) => thrown);
    expect(refused).toMatchObject({ code: 'rejected', providerCode: code });
    expect(String(refused)).not.toContain("Set this machine's clock");
  });

  test.each([
    ['the solution cannot be changed now', 'conflict'],
    ['illegal status of the solution', 'conflict'],
    ['issue does not exist', 'not-found'],
  ])('of another code the words decide: "%s" is %s', async (words, as) => {
    await expect(written(gateway('isv.x', words))).rejects.toMatchObject({ code: as });
  });

  test.each(['the specified timestamp is expired', 'Invalid timestamp'])('"%s" is a matter of the clock', async (words) => {
    // Sent once more with the time corrected, as it was refused before anything was done.
    nock(aliExpressHost).post('/sync').query(true).reply(200, gateway('isv.x', words));
    await expect(written(gateway('isv.x', words))).rejects.toThrow("Set this machine's clock");
  });

  test('a service that names a value has nothing to say about the state', async () => {
    const words = 'amount cannot be greater than the paid amount';
    await expect(written({ result: { success: false, error_code: 'X', error_message: words } })).rejects.toMatchObject({
      code: 'rejected',
    });
  });
});

test.each([['text'], [{ name: 'image_bytes' }], [{ content: new Uint8Array() }], [null]])(
  'a file of another shape than the type says (%j) is refused with what was expected, and nothing is sent',
  async (file) => {
    const request = { method: 'aliexpress.issue.image.upload', file };
    const refused = Promise.resolve(Reflect.apply(adapter.native.request, undefined, [request]));
    await expect(refused).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(refused).rejects.toThrow('file: expected { name: text, content: text or bytes }');
  },
);
