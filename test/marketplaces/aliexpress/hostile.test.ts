import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { toInstant, UnexpectedResponseError } from 'aftersale';
import { createAliExpressAdapter } from 'aftersale/marketplaces/aliexpress';
import { createFakeClock } from 'aftersale/testing';
import { createTransport, type Transport } from '../../../src/transport/transport.js';
import { getIssueDetail, getIssueList } from '../../../src/marketplaces/aliexpress/endpoints/issue-reads.js';
import { agreeToSolution } from '../../../src/marketplaces/aliexpress/endpoints/issue-writes.js';
import { toPayload } from '../../../src/marketplaces/aliexpress/envelope.js';
import { toCase } from '../../../src/marketplaces/aliexpress/mappers/case.js';
import { toSummary } from '../../../src/marketplaces/aliexpress/mappers/summary.js';
import { createProtocol } from '../../../src/marketplaces/aliexpress/protocol.js';
import { anIssue, aRow, aSolution, issueId } from './wire-issues.js';
import { accessToken, account, appKey, appSecret, buyerLoginId, mapping, refreshToken } from './wire-under-test.js';

const answering = (text: string, status = 200): Transport =>
  createTransport({
    protocol: createProtocol({ appKey, appSecret }, { now: () => 0 }),
    baseUrl: 'http://127.0.0.1:9',
    clock: createFakeClock({ autoAdvance: true }),
    maxRetries: 0,
    httpClient: { send: () => Promise.resolve({ status, headers: {}, body: text }) },
  });

const input = { issueId, buyerLoginId };
const agreement = { ...input, solutionId: '7' };

const isOwnError = (error: unknown): boolean => error instanceof Error && 'code' in error && error.name !== 'TypeError';

const onlyOwnErrors = async (read: () => Promise<unknown>): Promise<void> => {
  try {
    await read();
  } catch (error) {
    if (!isOwnError(error)) throw error;
  }
};

const someOf = (shape: object) =>
  fc.dictionary(fc.constantFrom(...Object.keys(shape)), fc.jsonValue()).map((some) => ({ ...shape, ...some }));
const anyDetail = fc.record({
  result_object: fc.oneof(fc.jsonValue(), someOf({ ...anIssue(), process_dto_list: [], platform_solution_list: [aSolution()] })),
});
const anyPage = fc.record({
  total_item: fc.jsonValue(),
  data_list: fc.oneof(fc.jsonValue(), fc.array(someOf(aRow()), { maxLength: 3 })),
});

describe('answers that nobody expected', () => {
  test('any JSON as a detail is a case, no case, or an error of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), anyDetail), (payload) =>
        onlyOwnErrors(async () => {
          const wire = await answering(JSON.stringify(payload)).send(getIssueDetail, input);
          return wire === undefined ? undefined : toCase(issueId, wire, mapping);
        }),
      ),
      { numRuns: 200 },
    );
  });

  test('any JSON as a page is a page or an error of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), anyPage), (payload) =>
        onlyOwnErrors(async () => {
          const page = await answering(JSON.stringify(payload)).send(getIssueList, {
            status: 'processing',
            page: 1,
            pageSize: 50,
          });
          return page.rows.map((row) => toSummary(row, mapping));
        }),
      ),
      { numRuns: 150 },
    );
  });

  test('a write is done only when it says so', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (payload) => {
        const isYes = typeof payload === 'object' && payload !== null && 'result_object' in payload;
        fc.pre(!isYes);
        await onlyOwnErrors(async () => {
          expect(await answering(JSON.stringify(payload)).attempt(agreeToSolution, agreement)).toMatchObject({
            state: 'uncertain',
          });
        });
      }),
      { numRuns: 150 },
    );
  });

  test('an answer that nests beyond all reason does not end the process', () => {
    const deep = '{"a_list":'.repeat(10_000) + '1' + '}'.repeat(10_000);
    expect(() => toPayload(JSON.parse(deep))).not.toThrow();
  });

  test.each([
    ['nothing', {}, []],
    ['items', { item: [{ id: 1 }] }, [{ id: 1 }]],
    ['no items', { item: {} }, []],
    ['an item that nobody put into a list', { item: { id: 1 } }, [{ id: 1 }]],
    ['something else, which is no empty list', { item: 'text' }, { item: 'text' }],
  ])('an object in the place of a list: %s', (_what, given, read) => {
    expect(toPayload({ x_list: given })).toEqual({ x_list: read });
  });

  test('names of the engine are names like any other', () => {
    const payload = toPayload(JSON.parse('{"__proto__":{"polluted":true},"constructor":1,"x_list":{"__proto__":[1]}}'));
    expect(Object.getOwnPropertyNames(payload)).toEqual(['__proto__', 'constructor', 'x_list']);
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('a refusal', () => {
  const errorOf = async (call: Promise<unknown>): Promise<Error> => {
    const value = await call.catch((error: unknown) => error);
    if (value instanceof Error) return value;
    throw new Error('it went through');
  };

  test('quotes no buyer and no secret', async () => {
    const msg = `buyer ${buyerLoginId} (a@example.com) with ${appSecret}${appSecret}${appSecret}${appSecret} is unknown`;
    const error = await errorOf(
      answering(JSON.stringify({ error_response: { code: 'X', type: 'ISV', msg } })).send(getIssueDetail, input),
    );
    for (const secret of [buyerLoginId, 'vyrae', 'a@example.com', appSecret.repeat(4)])
      expect(JSON.stringify(error)).not.toContain(secret);
  });

  test('quotes no buyer the adapter has met, whatever the name looks like', async () => {
    const name = 'tom';
    const refusal = {
      error_response: { code: 'X', type: 'ISV', msg: `no issue of tom`, sub_code: 'isv.x', sub_msg: `buyer "Tom": none` },
    };
    const adapter = createAliExpressAdapter({
      appKey,
      appSecret,
      sellerId: account.sellerId,
      tokens: { accessToken, refreshToken, expiresAt: toInstant('2099-01-01T00:00:00Z') },
      clock: createFakeClock({ autoAdvance: true }),
      maxRetries: 0,
      httpClient: { send: () => Promise.resolve({ status: 200, headers: {}, body: JSON.stringify(refusal) }) },
    });
    const before = await errorOf(adapter.native.getReturnAddresses());
    expect(before.message).toMatch(/tom/i);
    await adapter.native.rememberBuyer(mapping.toId(issueId), name);
    for (const refused of [adapter.cases.get(mapping.toId(issueId)), adapter.native.getReturnAddresses()]) {
      const error = await errorOf(refused);
      expect(error.message).toContain('[redacted]');
      expect(`${error.stack ?? ''} ${JSON.stringify(error)}`).not.toMatch(/\btom\b/i);
    }
    adapter.native.close();
  });

  test.each([
    [
      'a flat code on /sync',
      { code: 'ApiCallLimit', message: 'Api access frequency exceeds the limit. this ban will last 1 seconds' },
      'rate-limit',
    ],
    ['a flat code inside the root', { aliexpress_x_response: { code: '15', message: 'Remote service error' } }, 'unavailable'],
    ['a service that says no and has no words', { result: { success: 'false' } }, 'rejected'],
    ['a token in the first layer', { error_response: { code: 'IllegalAccessToken', type: 'ISV', msg: '' } }, 'authentication'],
    ['a token in the second layer', { code: 'IllegalAccessToken', type: 'ISV', message: '' }, 'authentication'],
    ['a token in the third layer', { result: { success: false, error_code: 'InvalidSession' } }, 'authentication'],
    ['a clock that is off', { error_response: { code: 'IllegalTimestamp', type: 'ISV', msg: '' } }, 'rejected'],
    ['something new of the platform', { error_response: { code: 'Zzz', type: 'SYSTEM', msg: '' } }, 'unavailable'],
  ])('%s', async (_what, body, code) => {
    expect(await errorOf(answering(JSON.stringify(body)).send(getIssueDetail, input))).toMatchObject({ code });
  });

  test('beats HTTP 200, and a page of the gateway under HTTP 403 is one too', async () => {
    expect(await errorOf(answering('<html>', 403).send(getIssueDetail, input))).toMatchObject({ code: 'permission-denied' });
    expect(await errorOf(answering('[]').send(getIssueDetail, input))).toSatisfy((error) =>
      UnexpectedResponseError.isInstance(error),
    );
  });
});
