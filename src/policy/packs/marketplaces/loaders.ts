import type { MarketplacePack } from '../types.js';

interface SiteLoader {
  readonly marketplace: string;
  readonly load: () => Promise<readonly MarketplacePack[]>;
}

/** How to load the rules of each marketplace, all its sites at once. */
export const siteLoaders: readonly SiteLoader[] = [
  { marketplace: 'amazon', load: async () => (await import('./amazon/index.js')).amazon },
];
