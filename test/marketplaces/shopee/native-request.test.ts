import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InvalidInputError, createMemoryTokenStore, type TokenStore } from 'aftersale';
import { createShopeeAdapter, exchangeShopeeResendCode, type ShopeeAdapter } from 'aftersale/marketplaces/shopee';
import { createSandbox, type Sandbox } from 'aftersale/sandbox';

let sandbox: Sandbox;
let adapter: ShopeeAdapter;

beforeAll(async () => {
  sandbox = await createSandbox({ marketplaces: ['shopee'], seed: 3 });
  const { baseUrl, account } = sandbox.marketplaces.shopee;
  const { partnerId, partnerKey, shopId, tokens } = account;
  adapter = createShopeeAdapter({ partnerId, partnerKey, shopId, tokens, baseUrl, clock: sandbox.clock });
});

afterAll(async () => {
  adapter.native.close();
  await sandbox.close();
});

describe('the signed escape hatch', () => {
  test('gives the whole body of a call that answers without an envelope', async () => {
    const answer = await adapter.native.request({ method: 'GET', path: '/api/v2/shop/get_shop_info' });
    expect(answer).toMatchObject({ state: 'done', value: { region: 'SG', shop_name: expect.any(String) } });
  });

  test('gives the response of every other call', async () => {
    const query = { page_no: 0, page_size: 5 };
    const answer = await adapter.native.request({ method: 'GET', path: '/api/v2/returns/get_return_list', query });
    expect(answer).toMatchObject({ state: 'done', value: { more: true, return: expect.any(Array) } });
  });

  test('a POST whose answer is lost is uncertain, and was sent once', async () => {
    sandbox.faults.add({ kind: 'lost-response', operation: 'returns/confirm', times: 1 });
    const found = sandbox.marketplaces.shopee.cases().find(({ scenario, region }) => scenario === 'requested' && region === 'SG');
    const body = { json: { return_sn: found?.returnSn } };
    const answer = await adapter.native.request({ method: 'POST', path: '/api/v2/returns/confirm', body });
    expect(answer).toMatchObject({ state: 'uncertain' });
    expect(sandbox.requests().filter(({ operation }) => operation === 'returns/confirm')).toHaveLength(1);
  });

  test.each(['returns/confirm', '/api/v1/returns', '/api/v2/../../etc', '/api/v2/returns/confirm?sign=1'])(
    '%s is no path of the platform',
    async (path) => {
      await expect(adapter.native.request({ method: 'GET', path })).rejects.toThrow(
        'path: expected /api/v2/<module>/<operation>',
      );
    },
  );
});

describe('a body of another shape than the type says', () => {
  const path = '/api/v2/returns/confirm';
  const shape = 'body: expected { json: … } or { multipart: [ … ] }';
  const parts = 'body: expected parts of { name: text, content: text or bytes }';

  test.each([
    ['an answer as this package reads it', { format: 'json', value: { return_sn: 'x' } }, shape],
    ['the bare fields', { return_sn: 'x' }, shape],
    ['text', '{"return_sn":"x"}', shape],
    ['null', null, shape],
    ['no value', { json: undefined }, shape],
    ['both', { json: {}, multipart: [] }, shape],
    ['no list of parts', { multipart: { name: 'file' } }, parts],
    ['a part without its content', { multipart: [{ name: 'file', fileName: 'a.png' }] }, parts],
  ])('%s is refused with what was expected, and nothing is sent', async (_what, body, message) => {
    const sent = sandbox.requests().length;
    const refused = Promise.resolve(Reflect.apply(adapter.native.request, undefined, [{ method: 'POST', path, body }]));
    await expect(refused).rejects.toBeInstanceOf(InvalidInputError);
    await expect(refused).rejects.toThrow(message);
    expect(sandbox.requests()).toHaveLength(sent);
  });
});

describe('a call for the merchant', () => {
  const question = { method: 'GET', path: '/api/v2/merchant/get_merchant_info', credential: 'merchant' } as const;
  let store: TokenStore;
  let merchant: ShopeeAdapter;
  let keys: { readonly shop: string; readonly merchant: string };

  beforeAll(async () => {
    const { baseUrl, account, merchantId, issueResendCode } = sandbox.marketplaces.shopee;
    const { partnerId, partnerKey, shopId } = account;
    const application = { partnerId, partnerKey, baseUrl, clock: sandbox.clock };
    const { tokens, merchantIds } = await exchangeShopeeResendCode(application, issueResendCode());
    expect(merchantIds).toEqual([String(merchantId)]);
    keys = { shop: `shopee:sandbox:${shopId}`, merchant: `shopee:sandbox:merchant:${merchantId}` };
    store = createMemoryTokenStore({ [keys.shop]: tokens, [keys.merchant]: tokens });
    merchant = createShopeeAdapter({ ...application, shopId, merchantId, tokens: store });
  });

  afterAll(() => {
    merchant.native.close();
  });

  test('is signed with the token and the number of the merchant, and answered', async () => {
    const answer = await merchant.native.request(question);
    expect(answer).toMatchObject({ state: 'done', value: { merchant_region: 'SG' } });
  });

  test('renews the tokens of the merchant apart from those of the shop, though both began as one pair', async () => {
    sandbox.marketplaces.shopee.expireTokens();
    const before = await store.read(keys.shop);
    await merchant.native.request(question);
    const renewed = await store.read(keys.merchant);
    expect(renewed?.refreshToken).not.toBe(before?.refreshToken);
    expect(await store.read(keys.shop)).toEqual(before);

    await merchant.native.request({ method: 'GET', path: '/api/v2/shop/get_shop_info' });
    expect((await store.read(keys.shop))?.refreshToken).not.toBe(before?.refreshToken);
    expect(await store.read(keys.merchant)).toEqual(renewed);
  });

  test('is refused before the network where the settings name no merchant', async () => {
    const sent = sandbox.requests().length;
    const refused = adapter.native.request(question);
    await expect(refused).rejects.toBeInstanceOf(InvalidInputError);
    await expect(refused).rejects.toThrow("credential: 'merchant' needs the setting merchantId");
    expect(sandbox.requests()).toHaveLength(sent);
  });
});
