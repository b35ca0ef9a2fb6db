import { everySite, type MarketplacePack, type Pack } from './types.js';

/** What to load packs for. */
export interface PackSelection {
  /** ISO countries of buyers. */
  readonly countries?: readonly string[];
  /** `marketplace:country`, such as `amazon:DE`; of a marketplace without sites its name alone. */
  readonly sites?: readonly string[];
}

/** Picks from given packs those a selection needs. */
export const selectPacks = (packs: readonly Pack[], { countries = [], sites = [] }: PackSelection): readonly Pack[] =>
  packs.filter((pack) =>
    pack.layer === 'law'
      ? pack.countries.some((country) => countries.includes(country.slice(0, 2)))
      : sites.some((site) => isAt(pack, site)),
  );

const isAt = ({ marketplace, site }: MarketplacePack, wanted: string): boolean =>
  site === everySite ? wanted.split(':')[0] === marketplace : wanted === `${marketplace}:${site}`;
