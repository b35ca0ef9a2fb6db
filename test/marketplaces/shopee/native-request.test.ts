import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createShopeeAdapter, type ShopeeAdapter } from 'aftersale/marketplaces/shopee';
import { createSandbox, type Sandbox } from 'aftersale/sandbox';

let sandbox: Sandbox;
let adapter: ShopeeAdapter;

beforeAll(async () => {
  sandbox = await createSandbox({ seed: 3 });
  const { baseUrl, account } = sandbox.marketplaces.shopee;
  const { partnerId, partnerKey, shopId, tokens } = account;
  adapter = createShopeeAdapter({ partnerId, partnerKey, shopId, tokens, baseUrl, clock: sandbox.clock });
});

afterAll(async () => {
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
