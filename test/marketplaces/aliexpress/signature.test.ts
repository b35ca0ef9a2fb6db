import { describe, expect, test } from 'vitest';
import { baseStringOf, signatureOf } from '../../../src/marketplaces/aliexpress/signature.js';
import { signRequest } from '../../../src/marketplaces/aliexpress/protocol.js';
import { toForm } from '../../../src/marketplaces/aliexpress/endpoints/define.js';
import { accessToken, appKey, appSecret } from './wire-under-test.js';

type Vector = readonly [name: string, path: string, parameters: Readonly<Record<string, string>>, sign: string];

const timestamp = '1517820392000';
const common = { app_key: appKey, session: 'test', timestamp, sign_method: 'sha256', format: 'json', v: '2.0' } as const;

/** Printed in the platform's documents (V3, V6, V8) or given alike by the official SDK and an independent signer. */
const vectors: readonly Vector[] = [
  [
    'V3: a business call',
    '',
    {
      app_key: '123456',
      access_token: 'test',
      timestamp,
      sign_method: 'sha256',
      method: 'aliexpress.logistics.redefining.getonlinelogisticsinfo',
      aliexpress_category_id: '200135143',
    },
    'F7F7926B67316C9D1E8E15F7E66940ED3059B1638C497D77973F30046EFB5BBB',
  ],
  [
    'V5: words beyond ASCII',
    '',
    {
      ...common,
      method: 'aliexpress.issue.solution.save',
      param_dto:
        '{"add_seller_solution":true,"add_solution_type":"refund","buyer_login_id":"br123","buyer_solution_id":6010915445171470,"issue_id":6346213853171470,"refund_amount":"0.00","refund_amount_currency":"BRL","solution_context":"Não recebido: 退款"}',
    },
    '963C44B9C385E96B45671E9D75F80522C41CF09122AD5A104EDAECCFFF4979FE',
  ],
  [
    'V-aff: without a token',
    '',
    { app_key: appKey, method: 'aliexpress.affiliate.category.get', sign_method: 'sha256', timestamp },
    'F3ABBAB059750C3CD6D341A2FDA939ECB0FA892120E9196270ED67D6EC1511DD',
  ],
  [
    'V6: a system call begins with its path',
    '/auth/token/create',
    { app_key: appKey, code: '3_500102_JxZ05Ux3cnnSSUm6dCxYg6Q26', sign_method: 'sha256', timestamp },
    '35607762342831B6A417A0DED84B79C05FEFBF116969C48AD6DC00279A9F4D81',
  ],
  [
    'V8: a system call with a token',
    '/order/get',
    { app_key: '123456', access_token: 'test', timestamp, sign_method: 'sha256', order_id: '1234' },
    '4190D32361CFB9581350222F345CB77F3B19F0E31D162316848A2C1FFD5FAB4A',
  ],
  [
    'V9: capital letters come before small ones, whatever the locale',
    '/reverse/getreverseordersforseller',
    {
      app_key: '123456',
      access_token: 'test',
      timestamp,
      sign_method: 'sha256',
      page_no: '1',
      page_size: '50',
      ReverseOrderLineModifiedTimeRangeStart: '1662430270000',
      ReverseOrderLineModifiedTimeRangeEnd: '1662430296000',
      QC_Decision: 'scrap',
      request_type_list: '["ONLY_REFUND"]',
      dispute_in_progress: 'true',
    },
    'E454D279D2AE805C66BC8B236E7524E33BCCEB838FE5BD7CFEECE44727786620',
  ],
];

describe('the signature', () => {
  test.each(vectors)('%s', (_name, path, parameters, sign) => {
    expect(signatureOf({ appSecret, path, parameters })).toBe(sign);
  });

  test.each([
    [
      'test-secret',
      '/order/cancel',
      {
        app_key: '123456',
        timestamp: '1700000000000',
        sign_method: 'sha256',
        access_token: 'test-token',
      },
      '91375F42B474CECEE7172759B6400E74F10FBB6E9E9E145EA2A27DFA17556B18',
    ],
    [
      'secret',
      '/test/api',
      { foo: '1', bar: '2', foo_bar: '3', foobar: '4' },
      'C9E42CE09BA9FE95ECCB17111AA4E3F41D1C82F000435219C75936A427D9C945',
    ],
  ])('agrees with what others have published (%s, %s)', (secret, path, parameters, sign) => {
    expect(signatureOf({ appSecret: secret, path, parameters: { ...parameters } })).toBe(sign);
  });

  test('leaves out what is blank, and the signature itself', () => {
    const parameters = { b: '  ', c: '', a: '1', sign: 'x', '': 'y', d: '\t\n' };
    expect(baseStringOf({ path: '', parameters })).toBe('a1');
  });

  test('sorts keys beyond ASCII by their bytes', () => {
    const parameters = { '\u{1F600}': '2', '\uFF5E': '1' };
    expect(baseStringOf({ path: '', parameters })).toBe('\uFF5E1\u{1F600}2');
  });
});

describe('a signed request', () => {
  const context = {
    endpoint: { name: 'x', documentation: '', repeatable: 'safe', quota: { key: 'x' }, credential: 'seller' },
    nowInMs: Number(timestamp) + 0.7,
    accessToken: 'test',
  } as const;
  const signer = { appKey, appSecret };

  test('is the message that the official SDK sends (V4)', () => {
    const form = toForm({ query_dto: { current_page: 1, issue_status: 'processing', page_size: 50 } });
    const request = {
      method: 'POST',
      path: '/sync',
      query: { method: 'aliexpress.issue.issuelist.get' },
      body: { form },
    } as const;
    expect(signRequest(signer, request, context).query).toEqual({
      method: 'aliexpress.issue.issuelist.get',
      app_key: appKey,
      v: '2.0',
      timestamp,
      format: 'json',
      session: 'test',
      sign_method: 'sha256',
      simplify: 'true',
      sign: '5AE28A2D342F0949EBE45F0313FB68CFFCF3B333E301EA7B9029E0F282E382EC',
    });
  });

  test('signs the fields of a form with a file, and not the file (V13)', () => {
    const fields = { buyer_login_id: 'br123', issue_id: '6346213853171470', extension: 'jpg' };
    const multipart = [
      ...Object.entries(fields).map(([name, content]) => ({ name, content })),
      { name: 'image_bytes', content: Buffer.from('anything'), fileName: 'evidence.jpg' },
    ];
    const request = {
      method: 'POST',
      path: '/sync',
      query: { method: 'aliexpress.issue.image.upload' },
      body: { multipart },
    } as const;
    expect(signRequest(signer, request, context).query?.['sign']).toBe(
      '5F07DBAA0E178466FEE258D25C39E15A06CEECB205410A0B6AC99575E6B00574',
    );
  });

  test('of a system call names the token otherwise, and signs the path without /rest', () => {
    const request = { method: 'POST', path: '/rest/order/get', body: { form: { order_id: '1234' } } } as const;
    expect(signRequest({ ...signer, appKey: '123456' }, request, context).query).toEqual({
      app_key: '123456',
      timestamp,
      sign_method: 'sha256',
      access_token: 'test',
      sign: '4190D32361CFB9581350222F345CB77F3B19F0E31D162316848A2C1FFD5FAB4A',
    });
  });

  test('does not send what is blank and so is not signed', () => {
    const request = {
      method: 'POST',
      path: '/sync',
      query: { method: 'x.y', empty: '' },
      body: { form: { a: ' ', b: '1' } },
    } as const;
    const signed = signRequest({ ...signer, answerShape: 'wrapped' }, request, context);
    expect(signed.body).toEqual({ form: { b: '1' } });
    expect(Object.keys(signed.query ?? {})).not.toContain('empty');
    expect(Object.keys(signed.query ?? {})).not.toContain('simplify');
  });

  test('never puts the token where no seller is meant', () => {
    const request = { method: 'POST', path: '/rest/auth/token/create', body: { form: { code: 'c' } } } as const;
    const { accessToken: _token, ...withoutToken } = context;
    expect(JSON.stringify(signRequest(signer, request, withoutToken))).not.toContain(accessToken);
  });
});
