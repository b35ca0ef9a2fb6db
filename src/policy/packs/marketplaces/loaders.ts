import type { MarketplacePack } from '../types.js';

interface SiteLoader {
  readonly marketplace: string;
  readonly load: () => Promise<readonly MarketplacePack[]>;
}

/** How to load the rules of each marketplace, all its sites at once. */
export const siteLoaders: readonly SiteLoader[] = [
  { marketplace: 'aliexpress', load: async () => (await import('./aliexpress.js')).aliexpress },
  { marketplace: 'amazon', load: async () => (await import('./amazon/index.js')).amazon },
  { marketplace: 'ebay', load: async () => (await import('./ebay.js')).ebay },
  { marketplace: 'lazada', load: async () => (await import('./lazada.js')).lazada },
  { marketplace: 'mercado-libre', load: async () => (await import('./mercado-libre.js')).mercadoLibre },
  { marketplace: 'shopee', load: async () => (await import('./shopee/index.js')).shopee },
  { marketplace: 'tiktok-shop', load: async () => (await import('./tiktok-shop.js')).tiktokShop },
  { marketplace: 'walmart', load: async () => (await import('./walmart.js')).walmart },
];
