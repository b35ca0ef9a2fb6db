// What a seller would write, with the addresses and credentials of a sandbox that the test started.
import { createAmazonAdapter } from 'aftersale/marketplaces/amazon';
import { createShopeeAdapter } from 'aftersale/marketplaces/shopee';

const { marketplaces, clock } = globalThis.sandboxOfTheTest;
const { amazon, shopee } = marketplaces;
const { clientId, clientSecret, sellerId, marketplaceIds, region, tokens } = amazon.account;
const { partnerId, partnerKey, shopId, tokens: shopTokens } = shopee.accounts.SG;

export const accounts = {
  'sg-1': createShopeeAdapter({
    partnerId,
    partnerKey,
    shopId,
    tokens: shopTokens,
    site: 'SG',
    baseUrl: shopee.baseUrl,
    clock,
  }),
  us: createAmazonAdapter({
    clientId,
    clientSecret,
    sellerId,
    marketplaceIds,
    region,
    tokens: { refreshToken: tokens.refreshToken },
    baseUrl: amazon.baseUrl,
    authUrl: amazon.authUrl,
    clock,
  }),
};
