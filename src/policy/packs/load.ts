import { loadCalendars } from '../calendar/load-calendars.js';
import { lawLoaders } from './law/loaders.js';
import { siteLoaders } from './marketplaces/loaders.js';
import { selectPacks, type PackSelection } from './select.js';
import type { LawPack, Pack } from './types.js';

/** Holidays of the asked countries only: the law of the Union comes without those of thirty states. */
const withCalendars = async (pack: LawPack, countries: readonly string[]): Promise<LawPack> => ({
  ...pack,
  calendars: await loadCalendars(pack.countries.filter((country) => countries.includes(country))),
});

/**
 * The packs for some countries and sites, with the public holidays of those countries. Asynchronous because packs are loaded one by
 * one as they are needed. Days of the seller are counted with the seller's holidays, so name the seller's country too. A country or
 * site without a pack adds nothing: decisions about it carry the warning `law-not-loaded` or `marketplace-rules-not-loaded`.
 */
export const loadPacks = async (selection: PackSelection): Promise<readonly Pack[]> => {
  const { countries = [], sites = [] } = selection;
  const asked = countries.map((country) => country.slice(0, 2));
  const laws = lawLoaders
    .filter((loader) => loader.countries.some((country) => asked.includes(country)))
    .map(async ({ load }) => withCalendars(await load(), asked));
  const marketplaces = siteLoaders
    .filter(({ marketplace }) => sites.some((site) => site.split(':')[0] === marketplace))
    .map(({ load }) => load());
  const [law, rules] = await Promise.all([Promise.all(laws), Promise.all(marketplaces)]);
  return [...law, ...selectPacks(rules.flat(), selection)];
};
