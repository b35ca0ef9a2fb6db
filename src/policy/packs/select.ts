import type { Pack } from './types.js';

/** What to load packs for. */
export interface PackSelection {
  /** ISO countries of buyers. */
  readonly countries?: readonly string[];
  /** `marketplace:country`, such as `amazon:DE`. */
  readonly sites?: readonly string[];
}

/** Picks from given packs those a selection needs. */
export const selectPacks = (packs: readonly Pack[], { countries = [], sites = [] }: PackSelection): readonly Pack[] =>
  packs.filter((pack) =>
    pack.layer === 'law'
      ? pack.countries.some((country) => countries.includes(country.slice(0, 2)))
      : sites.includes(`${pack.marketplace}:${pack.site}`),
  );
