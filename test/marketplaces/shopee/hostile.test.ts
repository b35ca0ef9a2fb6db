import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { MarketplaceError, UnexpectedResponseError } from 'aftersale';
import { createFakeClock } from 'aftersale/testing';
import type { OnDrift } from '../../../src/transport/drift.js';
import { createTransport, type Transport } from '../../../src/transport/transport.js';
import { classify } from '../../../src/marketplaces/shopee/classify.js';
import { getReturnDetail, getReturnList } from '../../../src/marketplaces/shopee/endpoints/return-reads.js';
import { toCase, toSummary } from '../../../src/marketplaces/shopee/mappers/case.js';
import { createProtocol } from '../../../src/marketplaces/shopee/protocol.js';
import { createPush } from '../../../src/marketplaces/shopee/push.js';
import { hmacOf } from '../../../src/marketplaces/shopee/signature.js';
import { account, mapping, partnerId, partnerKey, shopId } from './wire-under-test.js';
import { aReturn } from './wire-returns.js';

/** The adapter's own transport, in front of a marketplace that answers whatever it is told. */
const answering = (payload: unknown, onDrift?: OnDrift): Transport => {
  const body = JSON.stringify({ request_id: 'x', error: '', message: '', response: payload });
  return createTransport({
    protocol: createProtocol({ partnerId, partnerKey, shopId }, () => 0),
    baseUrl: 'http://127.0.0.1:9',
    clock: createFakeClock({ autoAdvance: true }),
    maxRetries: 0,
    httpClient: { send: () => Promise.resolve({ status: 200, headers: {}, body }) },
    onDrift,
  });
};

const fieldNames = Object.keys(aReturn({ item: [], negotiation: {}, seller_proof: {}, seller_compensation: {} }));
const someFields = fc.dictionary(fc.constantFrom(...fieldNames), fc.jsonValue());
const anyReturn = someFields.map((fields) => ({ ...aReturn(), ...fields }));

const onlyItsOwnError = async (read: () => Promise<unknown>): Promise<void> => {
  try {
    await read();
  } catch (error) {
    if (!UnexpectedResponseError.isInstance(error)) throw error;
  }
};

describe('answers that nobody expected', () => {
  test('any JSON as a detail is a case or an UnexpectedResponseError', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), anyReturn), (payload) =>
        onlyItsOwnError(async () => toCase({ wire: await answering(payload).send(getReturnDetail, { returnSn: 'x' }) }, mapping)),
      ),
      { numRuns: 200 },
    );
  });

  test('any JSON as a page is a page or an UnexpectedResponseError', async () => {
    const page = fc.record({ more: fc.jsonValue(), return: fc.oneof(fc.jsonValue(), fc.array(anyReturn, { maxLength: 3 })) });
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), page), (payload) =>
        onlyItsOwnError(async () => {
          const read = await answering(payload).send(getReturnList, { pageNo: 0, pageSize: 100 });
          return read.return.map((row) => toSummary(row, mapping));
        }),
      ),
      { numRuns: 150 },
    );
  });

  test('no word on any axis makes the mapping throw', () => {
    const word = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'toString', 'COMPENSATION_', 'PENDING'));
    fc.assert(
      fc.property(fc.array(word, { minLength: 8, maxLength: 8 }), ([a, b, c, d, e, f, g, h]) => {
        const wire = aReturn({
          status: a,
          reason: b,
          reverse_logistics_status: c,
          validation_type: d,
          currency: e,
          negotiation: { negotiation_status: f, latest_solution: g },
          seller_compensation: { seller_compensation_status: h },
        });
        const found = toCase({ wire }, mapping);
        expect(found.native['status']).toBe(a);
        expect(found.id).toBe('shopee:live:14701711:2611180K4TQ7WZA');
      }),
      { numRuns: 500 },
    );
  });

  test('any body is judged without throwing', () => {
    const envelope = fc.record(
      { error: fc.jsonValue(), message: fc.jsonValue(), response: fc.jsonValue() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), envelope), fc.constantFrom(200, 403, 429, 503), (value, status) => {
        const outcome = classify({ status, headers: {}, body: { format: 'json', value }, endpoint: getReturnDetail });
        if (outcome.type === 'refused') expect(MarketplaceError.isInstance(outcome.error)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('any signed push is an event or refused with a reason', () => {
    const url = 'https://example.com/push';
    const push = createPush({ key: partnerKey, url, signature: 'url-and-body', account });
    const envelope = fc.record(
      { code: fc.jsonValue(), shop_id: fc.jsonValue(), timestamp: fc.jsonValue(), data: fc.jsonValue() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          envelope.map((value) => JSON.stringify(value)),
        ),
        (body) => {
          try {
            push.verify({ headers: { authorization: hmacOf(partnerKey, url, '|', body) }, body });
          } catch (error) {
            expect(error).toMatchObject({
              code: 'push-rejected',
              rejection: expect.stringMatching(/^(malformed-body|other-seller)$/),
            });
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('an inessential field in a new shape is left out, and told', async () => {
    const told: string[] = [];
    const payload = { ...aReturn(), due_date: { seconds: 1 }, item: 'none', user: ['x'] };
    const transport = answering(payload, ({ path }) => told.push(path));
    const wire = await transport.send(getReturnDetail, { returnSn: 'x' });
    expect(toCase({ wire }, mapping)).toMatchObject({ phase: 'requested', deadlines: [], items: [] });
    expect(told.sort()).toEqual(['due_date', 'item', 'user']);
  });
});
