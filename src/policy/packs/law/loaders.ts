import type { LawPack } from '../types.js';

interface LawLoader {
  readonly countries: readonly string[];
  readonly load: () => Promise<LawPack>;
}

const union = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK';

/** How to load the law of each country, so that only what is asked for is read. */
export const lawLoaders: readonly LawLoader[] = [
  { countries: union.split(' '), load: async () => (await import('./eu/index.js')).europeanUnion },
  { countries: ['GB'], load: async () => (await import('./united-kingdom.js')).unitedKingdom },
];
