import type { LawPack, MarketplacePack, Pack } from './types.js';

/** The law packs this version carries. None yet: the engine merges packs, their content is not part of this version. */
export const lawPacks: readonly LawPack[] = [];

/** The marketplace packs this version carries. None yet, see `lawPacks`. */
export const marketplacePacks: readonly MarketplacePack[] = [];

export const allPacks: readonly Pack[] = [...lawPacks, ...marketplacePacks];

/** What to load packs for. */
export interface PackSelection {
  /** ISO countries of buyers. */
  readonly countries?: readonly string[];
  /** `marketplace:country`, such as `amazon:DE`. */
  readonly sites?: readonly string[];
}

/**
 * The packs for some countries and sites. Asynchronous because packs are loaded one by one as they are needed. A country or site
 * without a pack adds nothing: decisions about it carry the warning `law-not-loaded` or `marketplace-rules-not-loaded`.
 */
export const loadPacks = (selection: PackSelection): Promise<readonly Pack[]> =>
  Promise.resolve(selectPacks(allPacks, selection));

/** Picks from given packs those a selection needs. */
export const selectPacks = (packs: readonly Pack[], { countries = [], sites = [] }: PackSelection): readonly Pack[] =>
  packs.filter((pack) =>
    pack.layer === 'law'
      ? pack.countries.some((country) => countries.includes(country.slice(0, 2)))
      : sites.includes(`${pack.marketplace}:${pack.site}`),
  );
