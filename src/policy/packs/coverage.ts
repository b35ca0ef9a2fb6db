import type { CaseFacts } from '../facts/case-facts.js';
import { everySite, type Pack } from './types.js';

/** For whose cases packs are loaded. */
export interface Coverage {
  readonly hasLaw: (facts: CaseFacts) => boolean;
  readonly hasMarketplace: (facts: CaseFacts) => boolean;
}

export const coverageOf = (packs: readonly Pack[]): Coverage => {
  const places = new Set(packs.flatMap((pack) => (pack.layer === 'law' ? pack.countries : [])));
  const sites = packs.flatMap((pack) => (pack.layer === 'marketplace' ? [pack] : []));
  return {
    hasLaw: ({ buyer }) => places.has(buyer.country) || (buyer.subdivision !== undefined && places.has(buyer.subdivision)),
    hasMarketplace: ({ marketplace, site }) =>
      marketplace === undefined ||
      sites.some((pack) => pack.marketplace === marketplace && (pack.site === site || pack.site === everySite)),
  };
};
