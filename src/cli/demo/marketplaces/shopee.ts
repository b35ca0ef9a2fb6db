import { createShopeeAdapter, type ShopeeAdapter } from '../../../marketplaces/shopee/index.js';
import type { Sandbox, ShopeeRegion } from '../../../sandbox/index.js';
import type { DemoMarketplace } from './demo-marketplace.js';

const regions = ['SG', 'TW', 'BR'] as const satisfies readonly ShopeeRegion[];
const ended: ReadonlySet<string> = new Set(['CLOSED', 'CANCELLED']);

const openShop = (sandbox: Sandbox, region: ShopeeRegion): ShopeeAdapter => {
  const { baseUrl, accounts } = sandbox.marketplaces.shopee;
  const { partnerId, partnerKey, shopId, tokens } = accounts[region];
  return createShopeeAdapter({
    partnerId,
    partnerKey,
    shopId,
    tokens,
    baseUrl,
    site: region,
    clock: sandbox.clock,
    operatorEmail: 'after-sales@example.com',
  });
};

export const shopee: DemoMarketplace = {
  title: `${String(regions.length)} Shopee shops`,
  openAccounts: (sandbox) =>
    Object.fromEntries(regions.map((region) => [`shopee-${region.toLowerCase()}`, openShop(sandbox, region)])),
  expireTokens: (sandbox) => sandbox.marketplaces.shopee.expireTokens(),
  countOpen: (sandbox) =>
    sandbox.marketplaces.shopee
      .cases()
      .filter(({ status, region }) => !ended.has(status) && regions.some((name) => name === region)).length,
  weather: [
    { kind: 'rate-limit', operation: 'returns/get_return_detail', times: 3, skip: 5 },
    { kind: 'server-error', operation: 'returns/get_return_list', times: 1 },
    { kind: 'transient-in-200', operation: 'order/get_order_detail', times: 2, skip: 3 },
    { kind: 'reset', operation: 'returns/get_available_solutions', times: 1, skip: 2 },
    { kind: 'lost-response', operation: 'returns/confirm', times: 1 },
    { kind: 'lost-response', operation: 'returns/accept_offer', times: 1, skip: 1 },
  ],
  writes: ['returns/confirm', 'returns/offer', 'returns/accept_offer'],
  renewal: 'auth/access_token/get',
};
