import { isCountry } from '../../../policy/calendar/country-zones.js';
import type { Policy } from '../../../policy/index.js';
import type { Place } from './ordinary-case.js';

const namedByRules = ({ sources }: Policy): readonly string[] =>
  sources
    .filter(({ layer }) => layer === 'seller')
    .flatMap(({ rules }) => rules.map(({ guard }) => guard.get('country')))
    .flatMap((constraint) => (constraint?.kind === 'words' ? [...constraint.words] : []));

const withLaw = ({ packs }: Policy): readonly string[] => packs.flatMap((pack) => (pack.layer === 'law' ? pack.countries : []));

/** So many countries in a rule are all but a few: nobody named them one by one. */
const most = 100;

/** The countries of a table: those asked for, else those with a pack of law and those that the rules name. */
export const countriesShown = (policy: Policy, asked: readonly string[] | undefined): readonly string[] => {
  const named = namedByRules(policy);
  const all = asked ?? [...withLaw(policy), ...(named.length > most ? [] : named)];
  return [...new Set(all.map((place) => place.slice(0, 2)))].filter(isCountry);
};

/** A country is shown on its own site where one is named, else on a marketplace that is named without a site. */
export const placeOf = (country: string, sites: readonly string[]): Place => {
  const own = sites.find((site) => site.split(':')[1] === country);
  return { country, soldOn: own ?? sites.find((site) => !site.includes(':')) ?? null };
};
