import { describe, expect, test } from 'vitest';
import { PushRejectedError, type PushRequest } from 'aftersale';
import { createPush, toLostPushEvent } from '../../../src/marketplaces/shopee/push.js';
import { hmacOf } from '../../../src/marketplaces/shopee/signature.js';
import { account, partnerKey } from './wire-under-test.js';

const url = 'https://example.com/shopee/push';
const body =
  '{"code":29,"shop_id":14701711,"timestamp":1732796767,"data":{"order_sn":"2411280EDT4JRV","return_sn":"2411280EDT4JRV5","updated_values":[{"update_field":"return_status","old_value":"JUDGING","new_value":"PROCESSING","update_time":1732796767}]}}';
const signature = '0e62de9ab89247b2fbc40a1283f5b5d2cab2fb94b875c0788ade7e5b224488e0';
const bodyOnlySignature = '08d7ad560e3c0f7147bf00bf4175358e138c81413af986388d7e194e1e9dbcd7';

const push = createPush({ key: partnerKey, url, signature: 'url-and-body', account });
const request = (change: Partial<PushRequest> = {}): PushRequest => ({
  headers: { authorization: signature },
  body: Buffer.from(body),
  ...change,
});

const signed = (text: string): PushRequest => ({ headers: { Authorization: hmacOf(partnerKey, url, '|', text) }, body: text });

const rejectionOf = (verify: () => unknown): string => {
  try {
    verify();
  } catch (error) {
    if (PushRejectedError.isInstance(error)) return error.rejection;
    throw error;
  }
  return 'accepted';
};

describe('push.verify', () => {
  test('takes the push of a changed return', () => {
    expect(push.verify(request())).toEqual([
      {
        marketplace: 'shopee',
        kind: 'case',
        caseId: 'shopee:live:14701711:2411280EDT4JRV5',
        orderId: '2411280EDT4JRV',
        at: '2024-11-28T12:26:07.000Z',
        deduplicationKey: 'shopee:29:14701711:2411280EDT4JRV5:1732796767',
        native: '29',
      },
    ]);
  });

  test.each([
    ['a byte of the body', { body: body.replace('PROCESSING', 'PROCESSINH') }],
    ['white space', { body: `${body} ` }],
    ['the signature', { headers: { authorization: signature.replace('0e', '0f') } }],
    ['its letter case', { headers: { authorization: signature.toUpperCase() } }],
    ['a scheme', { headers: { authorization: `Bearer ${signature}` } }],
  ])('refuses a push with another %s', (_what, change) => {
    expect(rejectionOf(() => push.verify(request(change)))).toBe('signature-mismatch');
  });

  test('refuses a push without a signature, whatever the case of the header', () => {
    expect(rejectionOf(() => push.verify(request({ headers: {} })))).toBe('signature-missing');
    expect(push.verify(request({ headers: { AUTHORIZATION: [signature] } }))).toHaveLength(1);
  });

  test('signs with the configured address, and with that of the request where none is configured', () => {
    const open = createPush({ key: partnerKey, url: undefined, signature: 'url-and-body', account });
    expect(open.verify(request({ url }))).toHaveLength(1);
    expect(rejectionOf(() => open.verify(request({ url: `${url}/` })))).toBe('signature-mismatch');
    expect(rejectionOf(() => open.verify(request()))).toBe('signature-mismatch');
  });

  test('takes the body alone only where that is asked for', () => {
    const compatible = createPush({ key: partnerKey, url, signature: 'body-only', account });
    const alone = request({ headers: { authorization: bodyOnlySignature } });
    expect(compatible.verify(alone)).toHaveLength(1);
    expect(rejectionOf(() => compatible.verify(request()))).toBe('signature-mismatch');
    expect(rejectionOf(() => push.verify(alone))).toBe('signature-mismatch');
  });

  test.each(['', 'null', '[]', '{"code":', '{"data":{}}'])('refuses the signed body %j', (text) => {
    expect(rejectionOf(() => push.verify(signed(text)))).toBe('malformed-body');
  });

  test("refuses another shop's push", () => {
    expect(rejectionOf(() => push.verify(signed(body.replace('14701711', '14701712'))))).toBe('other-seller');
  });

  test('reads an order push, whose field has another name, and keeps duplicates apart from others', () => {
    const order = '{"code":3,"shop_id":14701711,"timestamp":1660123127,"data":{"ordersn":"220810QSK8S7BX","status":"PROCESSED"}}';
    const [event] = push.verify(signed(order));
    expect(event).toMatchObject({ kind: 'order', orderId: '220810QSK8S7BX', native: '3' });
    expect(event?.caseId).toBeUndefined();
    expect(push.verify(signed(order))[0]?.deduplicationKey).toBe(event?.deduplicationKey);
    expect(push.verify(signed(order.replace('PROCESSED', 'SHIPPED')))[0]?.deduplicationKey).not.toBe(event?.deduplicationKey);
  });

  test('a lost push names the shop it was for', () => {
    expect(toLostPushEvent(body.replace('14701711', '99'), account)?.caseId).toBe('shopee:live:99:2411280EDT4JRV5');
    expect(toLostPushEvent('not json', account)).toBeUndefined();
  });
});
