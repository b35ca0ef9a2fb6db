/** The five hosts of the Open Platform; choose by where your server runs, not by the shop's country (https://open.shopee.com/developer-guide/16, 2025-11-21). */
export const shopeeHosts = {
  global: 'https://partner.shopeemobile.com',
  china: 'https://openplatform.shopee.cn',
  brazil: 'https://openplatform.shopee.com.br',
  sandbox: 'https://openplatform.sandbox.test-stable.shopee.sg',
  'sandbox-china': 'https://openplatform.sandbox.test-stable.shopee.cn',
} as const;

/** One of Shopee's own hosts by name, as the `host` setting takes it. */
export type ShopeeHost = keyof typeof shopeeHosts;

export const shopeeHostNames = ['global', 'china', 'brazil', 'sandbox', 'sandbox-china'] as const satisfies readonly ShopeeHost[];

/** Any other host, Shopee's own test hosts included, makes the ids' environment `sandbox`. */
export const productionHosts: readonly string[] = [shopeeHosts.global, shopeeHosts.china, shopeeHosts.brazil].map(
  (address) => new URL(address).host,
);

/**
 * Where a seller opens the newer, unsigned authorisation link (https://open.shopee.com/developer-guide/20, 2026-05-13).
 * Brazil has no sandbox host of its own that resolves; its developers use the general one.
 */
export const authorizationHosts: Readonly<Record<ShopeeHost, string>> = {
  global: 'https://open.shopee.com',
  china: 'https://open.shopee.cn',
  brazil: 'https://open.shopee.com.br',
  sandbox: 'https://open.sandbox.test-stable.shopee.com',
  'sandbox-china': 'https://open.sandbox.test-stable.shopee.cn',
};
