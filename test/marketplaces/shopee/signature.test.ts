import { describe, expect, test } from 'vitest';
import {
  baseStringOf,
  hmacOf,
  isSameSignature,
  signatureOf,
  type SignedFor,
} from '../../../src/marketplaces/shopee/signature.js';
import { signRequest } from '../../../src/marketplaces/shopee/protocol.js';
import { accessToken, partnerId, partnerKey, shopId } from './wire-under-test.js';

const timestamp = 1655714431;
const shop: SignedFor = { kind: 'shop', accessToken, shopId };
const none: SignedFor = { kind: 'public' };

/** Inputs of developer guide 16; each value was reproduced by independent implementations. */
const vectors: readonly [name: string, path: string, signedFor: SignedFor, sign: string][] = [
  ['V1', '/api/v2/shop/get_shop_info', shop, 'fae2453506d0e74461bff5acf9985e736a81491c37c1c77537598bc991c034fc'],
  ['V3', '/api/v2/returns/dispute', shop, '2a14006e56888b77858bbece1b6ab65827c7c3e181beed4174d90df4d41f21a0'],
  ['V5', '/api/v2/public/get_shops_by_partner', none, '8d0b8105220f3a6129ce1147cf82f1a00c6fe57966b2f04e7426734fb219e01a'],
  ['V6', '/api/v2/auth/token/get', none, '0c212acc232b9af44093a3f982a47b546c9edf3d005ebf999580c3e5978e0336'],
  ['V8', '/api/v2/shop/auth_partner', none, 'bef10fe18a2ec6e9d5d68cebd255bc5394835300a97f99336cd7e3679949ebb9'],
  ['V9', '/api/v2/media/upload_image', none, 'e442eb58318394887e4b34ffd10b79b36c548e05334143bb3a19de98c66049a4'],
];

describe('the signature', () => {
  test.each(vectors)('%s: %s', (_name, path, signedFor, sign) => {
    expect(signatureOf({ partnerId, partnerKey, path, timestamp, signedFor })).toBe(sign);
  });

  test('signs partner, path, time, token and shop without separators', () => {
    expect(baseStringOf({ partnerId, path: '/api/v2/shop/get_shop_info', timestamp, signedFor: shop })).toBe(
      '2001887/api/v2/shop/get_shop_info165571443159777174636562737266615546704c6d14701711',
    );
  });

  test('signs for a merchant with its own id', () => {
    const signedFor: SignedFor = { kind: 'merchant', accessToken, merchantId: '1000' };
    expect(baseStringOf({ partnerId, path: '/api/v2/x/y', timestamp, signedFor })).toBe(
      `2001887/api/v2/x/y1655714431${accessToken}1000`,
    );
  });

  test('agrees with signatures that others have published', () => {
    expect(hmacOf('test_partner_key', '/api/v2/auth/token/get123456test_partner_idtest_shop_idtest_main_account_id')).toBe(
      '37c864bd9821ff5f2c2f46b2faca14eb1811a718d1fdc6dcf383cba7c74bf9e9',
    );
    const body = '{"partner_id":1,"shopid":61299,"timestamp":1470198856,"ordersn":"160726152598865"}';
    expect(hmacOf('42', 'https://partner.shopeemobile.com/api/v1/orders/detail', '|', body)).toBe(
      '7f8239f14aa84c8ff59c61c4b728e08a44f5ff756064da74678b2f5162ac9116',
    );
  });

  test('compares without regard to where two signatures differ', () => {
    expect(isSameSignature('abcd', 'abcd')).toBe(true);
    expect(isSameSignature('abcd', 'abce')).toBe(false);
    expect(isSameSignature('abcd', 'abcdef')).toBe(false);
  });
});

describe('a signed request', () => {
  const endpoint = {
    name: 'returns.get_return_list',
    documentation: '',
    repeatable: 'safe',
    quota: { key: 'x' },
    credential: 'seller',
  } as const;
  const nowInMs = timestamp * 1000 + 999;
  const request = { method: 'GET', path: '/api/v2/returns/get_return_list', query: { page_no: 0 } } as const;

  test('carries token and shop only when it is signed for the shop, beside its own parameters', () => {
    const signer = { partnerId, partnerKey, shopId };
    const signed = signRequest(signer, request, { endpoint, nowInMs, accessToken });
    expect(signed.query).toEqual({
      partner_id: partnerId,
      timestamp,
      access_token: accessToken,
      shop_id: shopId,
      sign: signatureOf({ partnerId, partnerKey, path: request.path, timestamp, signedFor: shop }),
      page_no: 0,
    });
    const open = signRequest(signer, request, { endpoint: { ...endpoint, credential: 'application' }, nowInMs });
    expect(Object.keys(open.query ?? {})).toEqual(['partner_id', 'timestamp', 'sign', 'page_no']);
  });

  test('carries the merchant in place of the shop when it is signed for the merchant', () => {
    const signer = { partnerId, partnerKey, shopId, merchantId: '1000' };
    const signed = signRequest(signer, request, { endpoint: { ...endpoint, credential: 'merchant' }, nowInMs, accessToken });
    const signedFor: SignedFor = { kind: 'merchant', accessToken, merchantId: '1000' };
    expect(signed.query).toEqual({
      partner_id: partnerId,
      timestamp,
      access_token: accessToken,
      merchant_id: '1000',
      sign: signatureOf({ partnerId, partnerKey, path: request.path, timestamp, signedFor }),
      page_no: 0,
    });
  });
});
