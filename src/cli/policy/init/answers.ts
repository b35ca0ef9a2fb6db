import { isCountry } from '../../../policy/calendar/country-zones.js';
import { isKnownCurrency } from '../../../policy/document/currencies.js';
import { siteLoaders } from '../../../policy/packs/marketplaces/loaders.js';

/** What `policy init` has to know. */
export interface Answers {
  readonly id: string;
  readonly sellerCountry: string;
  readonly currency: string;
  /** Days after delivery in which unwanted goods may come back. */
  readonly days: number;
  /** Who pays the way back of unwanted goods. */
  readonly returnPayer: Payer;
  /** ISO countries of the buyers. */
  readonly countries: readonly string[];
  /** Where the goods are sold; `none` = in a shop of the seller's own. */
  readonly marketplaces: readonly string[];
}

export const payers = ['buyer', 'seller'] as const;
export type Payer = (typeof payers)[number];

/** A shop outside of any marketplace, in the word that rules use for it. */
export const ownShop = 'none';

export const knownMarketplaces: readonly string[] = [ownShop, ...siteLoaders.map(({ marketplace }) => marketplace)];

/** `true`, or what would be right: the form in which questions on a terminal want it. */
export type Judgment = true | string;

const words = (text: string): readonly string[] => text.split(/[\s,]+/).filter((word) => word !== '');

export const readWords = (text: string): readonly string[] => [...new Set(words(text))];

export const judgeId = (text: string): Judgment =>
  /^[a-z0-9][a-z0-9-]{0,63}$/.test(text) || 'an id of small letters, digits and hyphens';

export const judgeCountry = (text: string): Judgment => isCountry(text) || 'an ISO 3166 country such as DE';

export const judgeCurrency = (text: string): Judgment => isKnownCurrency(text) || 'an ISO 4217 currency such as EUR';

export const judgeDays = (text: string): Judgment =>
  (/^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 36_500) || 'a whole number of days from 1 to 36500';

export const judgeCountries = (text: string): Judgment => {
  const codes = words(text);
  return (codes.length > 0 && codes.every(isCountry)) || 'ISO 3166 countries such as DE FR';
};

export const judgeMarketplaces = (text: string): Judgment => {
  const names = words(text);
  const areKnown = names.length > 0 && names.every((name) => knownMarketplaces.includes(name));
  return areKnown || `some of ${knownMarketplaces.join(', ')}; ${ownShop} is a shop of your own`;
};
