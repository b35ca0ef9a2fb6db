import { describe, expect, it } from 'vitest';
import { signatureOf, signedTextOf } from '../../../src/sandbox/aliexpress/signature.js';

const texts = (value: Readonly<Record<string, string>>): ReadonlyMap<string, string> => new Map(Object.entries(value));

/** Published values: the documentation prints some, the official SDK and public clients agree on the others. */
const published: readonly (readonly [string, string, Readonly<Record<string, string>>, string])[] = [
  [
    'a business call with access_token',
    '',
    {
      app_key: '123456',
      access_token: 'test',
      timestamp: '1517820392000',
      sign_method: 'sha256',
      method: 'aliexpress.logistics.redefining.getonlinelogisticsinfo',
      aliexpress_category_id: '200135143',
    },
    'F7F7926B67316C9D1E8E15F7E66940ED3059B1638C497D77973F30046EFB5BBB',
  ],
  [
    'text beyond ASCII',
    '',
    {
      method: 'aliexpress.issue.solution.save',
      app_key: '12345678',
      session: 'test',
      timestamp: '1517820392000',
      sign_method: 'sha256',
      format: 'json',
      v: '2.0',
      param_dto:
        '{"add_seller_solution":true,"add_solution_type":"refund","buyer_login_id":"br123","buyer_solution_id":6010915445171470,"issue_id":6346213853171470,"refund_amount":"0.00","refund_amount_currency":"BRL","solution_context":"Não recebido: 退款"}',
    },
    '963C44B9C385E96B45671E9D75F80522C41CF09122AD5A104EDAECCFFF4979FE',
  ],
  [
    'an upload, its file left out',
    '',
    {
      method: 'aliexpress.issue.image.upload',
      app_key: '12345678',
      session: 'test',
      timestamp: '1517820392000',
      sign_method: 'sha256',
      format: 'json',
      v: '2.0',
      simplify: 'true',
      buyer_login_id: 'br123',
      issue_id: '6346213853171470',
      extension: 'jpg',
    },
    '5F07DBAA0E178466FEE258D25C39E15A06CEECB205410A0B6AC99575E6B00574',
  ],
  [
    'a system call, its path first',
    '/auth/token/create',
    {
      app_key: '12345678',
      code: '3_500102_JxZ05Ux3cnnSSUm6dCxYg6Q26',
      sign_method: 'sha256',
      timestamp: '1517820392000',
    },
    '35607762342831B6A417A0DED84B79C05FEFBF116969C48AD6DC00279A9F4D81',
  ],
  [
    'keys of mixed case',
    '/reverse/getreverseordersforseller',
    {
      app_key: '123456',
      access_token: 'test',
      timestamp: '1517820392000',
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

describe('the signature the gateway expects', () => {
  it.each(published)('is the published one of %s', (_name, path, parameters, sign) => {
    expect(signatureOf('helloworld', path, texts(parameters))).toBe(sign);
  });

  it('leaves out what has no value, what is blank, and itself', () => {
    expect(signedTextOf('/p', texts({ b: '2', a: '', c: ' \t', sign: 'X', A: '1' }))).toBe('/pA1b2');
  });
});
