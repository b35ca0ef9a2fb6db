import { describe, expect, it } from 'vitest';
import { createVirtualClock, type Sandbox } from '../../../src/sandbox/index.js';
import { pushSignatureOf, signatureOf } from '../../../src/sandbox/shopee/signature.js';
import { send, type Answer } from '../shopee-client.js';
import { startSandbox } from '../with-sandbox.js';

const accessToken = '59777174636562737266615546704c6d';
const partnerKey = 'test_partner_key_0123456789abcdef';

const startReference = (): Promise<Sandbox> =>
  startSandbox({
    clock: createVirtualClock({ startAt: 1_655_714_431_000 }),
    shopee: { partnerId: 2_001_887, partnerKey, tokens: { SG: { accessToken, refreshToken: 'first' } } },
  });

const shopQuery = `partner_id=2001887&timestamp=1655714431&access_token=${accessToken}&shop_id=14701711`;
const publicQuery = 'partner_id=2001887&timestamp=1655714431';

interface Vector {
  readonly method: string;
  readonly path: string;
  readonly query: string;
}

const vectors = [
  { name: 'V1', method: 'GET', path: '/api/v2/shop/get_shop_info', query: shopQuery, sign: 'fae2453506d0e74461bff5acf9985e736a81491c37c1c77537598bc991c034fc' },
  { name: 'V3', method: 'POST', path: '/api/v2/returns/dispute', query: shopQuery, sign: '2a14006e56888b77858bbece1b6ab65827c7c3e181beed4174d90df4d41f21a0' },
  { name: 'V5', method: 'GET', path: '/api/v2/public/get_shops_by_partner', query: publicQuery, sign: '8d0b8105220f3a6129ce1147cf82f1a00c6fe57966b2f04e7426734fb219e01a' },
  { name: 'V6', method: 'POST', path: '/api/v2/auth/token/get', query: publicQuery, sign: '0c212acc232b9af44093a3f982a47b546c9edf3d005ebf999580c3e5978e0336' },
  { name: 'V8', method: 'GET', path: '/api/v2/shop/auth_partner', query: publicQuery, sign: 'bef10fe18a2ec6e9d5d68cebd255bc5394835300a97f99336cd7e3679949ebb9' },
  { name: 'V9', method: 'POST', path: '/api/v2/media/upload_image', query: publicQuery, sign: 'e442eb58318394887e4b34ffd10b79b36c548e05334143bb3a19de98c66049a4' },
] as const satisfies readonly (Vector & { readonly name: string; readonly sign: string })[]; // prettier-ignore

const call = (sandbox: Sandbox, { method, path, query }: Vector, signed: string): Promise<Answer> =>
  send(`${sandbox.marketplaces.shopee.baseUrl}${path}?${query}&sign=${signed}`, method === 'POST' ? { method, body: '{}' } : {});

describe('a signature', () => {
  it.each(vectors)('$name of the reference is admitted, and any other is not', async ({ sign, ...vector }) => {
    const sandbox = await startReference();
    const admitted = await call(sandbox, vector, sign);
    expect(admitted.body.error).not.toBe('error_sign');
    const flipped = sign.slice(0, -1) + (sign.endsWith('0') ? '1' : '0');
    for (const tampered of [flipped, sign.toUpperCase(), sign.slice(1), `${sign}0`, ` ${sign}`]) {
      const refused = await call(sandbox, vector, encodeURIComponent(tampered));
      expect(refused.status).toBe(403);
      expect(refused.body).toMatchObject({ error: 'error_sign', message: 'Wrong sign.' });
    }
  });

  it('answers the vectors that need nothing else with data', async () => {
    const sandbox = await startReference();
    const [shopInfo, , shops] = vectors;
    expect((await call(sandbox, shopInfo, shopInfo.sign)).body).toMatchObject({ error: '', region: 'SG', status: 'NORMAL' });
    expect((await call(sandbox, shops, shops.sign)).body.authed_shop_list).toHaveLength(11);
  });

  it('covers path, time, token and shop, but not the query', async () => {
    const sandbox = await startReference();
    const [{ sign, ...shopInfo }] = vectors;
    const changed = [
      { ...shopInfo, path: '/api/v2/returns/get_return_list' },
      { ...shopInfo, query: shopQuery.replace('1655714431', '1655714432') },
      { ...shopInfo, query: shopQuery.replace(accessToken, accessToken.replace('5', '6')) },
      { ...shopInfo, query: shopQuery.replace('14701711', '32980116') },
    ];
    for (const vector of changed) expect((await call(sandbox, vector, sign)).body.error).toBe('error_sign');
    expect((await call(sandbox, { ...shopInfo, query: `extra=1&${shopQuery}` }, sign)).body.error).toBe('');
  });

  it('is the reference’s for a push, over the URL and the raw body', () => {
    const body =
      '{"code":29,"shop_id":14701711,"timestamp":1732796767,"data":{"order_sn":"2411280EDT4JRV","return_sn":"2411280EDT4JRV5","updated_values":[{"update_field":"return_status","old_value":"JUDGING","new_value":"PROCESSING","update_time":1732796767}]}}';
    expect(pushSignatureOf(partnerKey, 'https://example.com/shopee/push', body)).toBe(
      '0e62de9ab89247b2fbc40a1283f5b5d2cab2fb94b875c0788ade7e5b224488e0',
    );
  });

  it('takes a key that begins with shpk as it is', () => {
    const signedCall = { partnerId: '1', path: '/api/v2/x', timestamp: '2' };
    expect(signatureOf('shpk00ff', signedCall)).not.toBe(signatureOf('00ff', signedCall));
  });
});
