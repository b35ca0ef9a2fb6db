import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { toCaseId, type CaseId } from '../../../src/core/ids.js';
import type { BuyerMessage } from '../../../src/core/inputs.js';
import { toCivilDate, toInstant } from '../../../src/core/time.js';
import { observeSellerReturn } from '../../../src/marketplaces/amazon/merge/observe-returns.js';
import { createNative, type AmazonNative } from '../../../src/marketplaces/amazon/native/index.js';
import { messageBuyer } from '../../../src/marketplaces/amazon/operations/message.js';
import { settleAttempt } from '../../../src/marketplaces/amazon/operations/settle.js';
import { accountKeyOf } from '../../../src/marketplaces/amazon/sources/coverage.js';
import type { WriteAttempt } from '../../../src/core/attempt.js';
import { jsonOf, scriptAmazon, type ScriptedAmazon, type Scripts } from './scripted-amazon.js';

const orderId = '114-7654321-1234567';
const actions = `GET /messaging/v1/orders/${orderId}`;
const attributes = `GET /messaging/v1/orders/${orderId}/attributes`;
const messageOf = (kind: string): string => `POST /messaging/v1/orders/${orderId}/messages/${kind}`;
const uploadOf = (kind: string): string =>
  `POST /uploads/2020-11-01/uploadDestinations/messaging/v1/orders/${orderId}/messages/${kind}`;
const put = 'PUT /stored/file';

const allowing = (...names: readonly string[]) => ({
  body: {
    _links: { self: { href: '/x' }, actions: names.map((name) => ({ href: `/x/${name}`, name })) },
    _embedded: { actions: [] },
  },
});
const created = { status: 201, body: {} };
const place = {
  status: 201,
  body: {
    payload: {
      uploadDestinationId: 'U1',
      url: 'https://storage.test/stored/file?sig=1',
      headers: { 'Content-MD5': 'given', 'x-amz-meta': 'm' },
    },
  },
};
const pdf = { content: Buffer.from('%PDF-1.7'), contentType: 'application/pdf', fileName: 'warranty.pdf' };

interface Opened extends ScriptedAmazon {
  readonly id: CaseId;
  readonly message: ReturnType<typeof messageBuyer>;
  readonly native: AmazonNative;
}

const open = async (scripts: Scripts): Promise<Opened> => {
  const amazon = scriptAmazon({
    [`GET /finances/v0/orders/${orderId}/financialEvents`]: { body: { payload: {} } },
    [actions]: allowing('unexpectedProblem', 'warranty', 'digitalAccessKey', 'negativeFeedbackRemoval'),
    ...scripts,
  });
  const requestedAt = { date: toCivilDate('2026-10-12') };
  const row = { source: 'seller-returns', orderId, requestedAt, status: 'Approved', sku: 'HP-01' } as const;
  const observations = observeSellerReturn(row, toInstant(amazon.clock.now()));
  await amazon.context.caseStore.add(accountKeyOf(amazon.context), observations);
  const id = toCaseId({ ...amazon.context.account, nativeId: observations[0]!.nativeId });
  return { ...amazon, id, message: messageBuyer(amazon.context), native: createNative(amazon.context) };
};

describe('a message', () => {
  test('goes out as a problem unless told otherwise, to the one store of the order', async () => {
    const amazon = await open({ [messageOf('unexpectedProblem')]: created });
    await expect(amazon.message(amazon.id, { text: 'Your parcel is late.' })).resolves.toEqual({ state: 'done' });
    const [sent] = amazon.sent(messageOf('unexpectedProblem'));
    expect(jsonOf(sent)).toEqual({ text: 'Your parcel is late.' });
    expect(new URL(sent?.url ?? '').search).toBe('?marketplaceIds=ATVPDKIKX0DER');
  });

  test('of a kind that Amazon does not allow now is not sent', async () => {
    const amazon = await open({ [actions]: allowing('confirmOrderDetails') });
    const sending = amazon.message(amazon.id, { text: 'x' });
    await expect(sending).rejects.toThrow("Amazon allows only confirmOrderDetails for this order now, not 'unexpectedProblem'");
    const nothing = await open({ [actions]: allowing() });
    await expect(nothing.message(nothing.id, { text: 'x' })).rejects.toMatchObject({ code: 'conflict' });
    expect([...amazon.requests, ...nothing.requests].filter(({ url }) => url.includes('/messages/'))).toEqual([]);
  });

  test('carries files by a place for each, checked by Amazon with their MD5', async () => {
    const kind = 'digitalAccessKey';
    const amazon = await open({ [uploadOf(kind)]: place, [put]: {}, [messageOf(kind)]: created });
    await amazon.message(amazon.id, { text: 'Your key', kind, attachments: [pdf] });
    const query = new URL(amazon.sent(uploadOf(kind))[0]?.url ?? '').searchParams;
    expect(Object.fromEntries(query)).toEqual({
      marketplaceIds: 'ATVPDKIKX0DER',
      contentMD5: createHash('md5').update(pdf.content).digest('base64'),
      contentType: 'application/pdf',
    });
    const [upload] = amazon.sent(put);
    expect(upload?.headers).toMatchObject({ 'content-md5': 'given', 'x-amz-meta': 'm', 'content-type': 'application/pdf' });
    expect(upload?.headers).not.toHaveProperty('x-amz-access-token');
    expect(jsonOf(amazon.sent(messageOf(kind))[0])).toEqual({
      text: 'Your key',
      attachments: [{ uploadDestinationId: 'U1', fileName: 'warranty.pdf' }],
    });
  });

  test('whose answer is lost was sent once; nobody can ever tell, and the settlement says so', async () => {
    const amazon = await open({ [messageOf('unexpectedProblem')]: 'lost' });
    const attempts: WriteAttempt[] = [];
    const receipt = await amazon.message(
      amazon.id,
      { text: 'secret words' },
      { onAttempt: (attempt) => void attempts.push(attempt) },
    );
    expect(receipt).toMatchObject({ state: 'uncertain' });
    expect(amazon.sent(messageOf('unexpectedProblem'))).toHaveLength(1);
    expect(JSON.stringify(attempts)).not.toContain('secret words');
    await expect(settleAttempt(amazon.context)(attempts[0]!)).resolves.toEqual({
      state: 'unknown',
      evidence: [expect.stringContaining('no one read back a message')],
    });
  });

  const cases: readonly (readonly [string, BuyerMessage, string])[] = [
    ['no text', { text: ' ' }, 'expected a text'],
    ['HTML', { text: '<b>Hello</b>' }, 'Amazon refuses HTML'],
    ['an e-mail address', { text: 'write to me@shop.example' }, 'Amazon refuses e-mail addresses'],
    ['too many characters', { text: 'x'.repeat(401), kind: 'digitalAccessKey' }, 'expected at most 400 characters'],
    ['an unknown kind', { text: 'x', kind: 'amazonMotors' }, 'expected one of confirmCustomizationDetails'],
    ['a text where none is carried', { text: 'x', kind: 'invoice', attachments: [pdf] }, 'carries no text'],
    ['no file where one is needed', { text: '', kind: 'warranty' }, 'needs one file at least'],
    ['a file where none is carried', { text: 'x', attachments: [pdf] }, 'carries no files'],
    [
      'an address of a file',
      { text: '', kind: 'invoice', attachments: [{ url: 'https://x.test/a.pdf' }] },
      'contents, not addresses',
    ],
    ['six files', { text: '', kind: 'invoice', attachments: Array.from({ length: 6 }, () => pdf) }, 'expected at most 5 files'],
  ];
  test.each(cases)('with %s is refused before anything is read', async (_what, message, text) => {
    const amazon = await open({});
    const error: unknown = await amazon.message(amazon.id, message).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'invalid-input' });
    expect(JSON.stringify(error)).toContain(text);
    expect(amazon.requests).toEqual([]);
  });
});

describe('beside cases', () => {
  test('the kinds that something can send and the buyer’s language are told', async () => {
    const amazon = await open({ [attributes]: { body: { buyer: { locale: 'de-DE' } } } });
    await expect(amazon.native.messages.kinds(orderId)).resolves.toEqual(['unexpectedProblem', 'warranty', 'digitalAccessKey']);
    await expect(amazon.native.messages.locale(orderId)).resolves.toBe('de-DE');
  });

  test('a warranty goes out with its dates', async () => {
    const amazon = await open({ [uploadOf('warranty')]: place, [put]: {}, [messageOf('warranty')]: created });
    const dates = { coverageFrom: toInstant('2026-01-01T00:00:00Z'), coverageUntil: toInstant('2028-01-01T00:00:00Z') };
    await expect(amazon.native.messages.warranty(orderId, { files: [pdf], ...dates })).resolves.toEqual({
      state: 'done',
      value: undefined,
    });
    expect(jsonOf(amazon.sent(messageOf('warranty'))[0])).toMatchObject({
      coverageStartDate: '2026-01-01T00:00:00.000Z',
      coverageEndDate: '2028-01-01T00:00:00.000Z',
    });
  });

  test('a return of Multi-Channel Fulfillment is made once, with what was refused beside it', async () => {
    const key = 'PUT /fba/outbound/2020-07-01/fulfillmentOrders/M%2F1/return';
    const payload = {
      returnItems: [{ sellerReturnItemId: 'r1', sellerFulfillmentOrderItemId: 'i1', status: 'New', returnAuthorizationId: 'A1' }],
      invalidReturnItems: [
        { sellerReturnItemId: 'r2', invalidItemReason: { invalidItemReasonCode: 'DuplicateRequest', description: 'again' } },
      ],
      returnAuthorizations: [
        {
          returnAuthorizationId: 'A1',
          amazonRmaId: 'RMA',
          rmaPageURL: 'https://amazon.example/rma',
          fulfillmentCenterId: 'LEX1',
        },
      ],
    };
    const amazon = await open({ [key]: [{ body: { payload } }, 'lost'] });
    const item = {
      sellerReturnItemId: 'r1',
      sellerFulfillmentOrderItemId: 'i1',
      amazonShipmentId: 's1',
      returnReasonCode: 'DEFECTIVE',
    };
    const input = { sellerFulfillmentOrderId: 'M/1', items: [item] };
    await expect(amazon.native.fulfillmentReturns.create(input)).resolves.toEqual({
      state: 'done',
      value: {
        items: [{ sellerReturnItemId: 'r1', status: 'New', returnAuthorizationId: 'A1' }],
        authorizations: [{ id: 'A1', rmaId: 'RMA', rmaPageUrl: 'https://amazon.example/rma' }],
        refused: [{ sellerReturnItemId: 'r2', code: 'DuplicateRequest' }],
      },
    });
    await expect(amazon.native.fulfillmentReturns.create(input)).resolves.toMatchObject({ state: 'uncertain' });
    await expect(amazon.native.fulfillmentReturns.create({ ...input, items: [] })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(amazon.sent(key)).toHaveLength(2);
  });

  test('a call of one’s own stays on Amazon’s paths', async () => {
    const amazon = await open({ 'GET /sellers/v1/account': { body: { payload: {} } } });
    await expect(amazon.native.request({ method: 'GET', path: '/sellers/v1/account' })).resolves.toMatchObject({ state: 'done' });
    for (const path of ['https://other.test/x', '//other.test/x', 'x', '/a/../b', '/a?b=c']) {
      await expect(amazon.native.request({ method: 'GET', path })).rejects.toMatchObject({ code: 'invalid-input' });
    }
    expect(amazon.requests.every(({ url }) => new URL(url).host.endsWith('.amazon.com'))).toBe(true);
  });
});
