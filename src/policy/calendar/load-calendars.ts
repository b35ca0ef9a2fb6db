import { toCalendars } from './calendar-data.js';
import type { Calendar } from './calendar.js';
import { calendarLoaders } from './data/index.js';

/** The countries whose public holidays this version carries. */
export const calendarCountries = (): readonly string[] => Object.keys(calendarLoaders);

/**
 * The public holidays of some countries and of all their subdivisions, loaded one country at a time. A country that is not carried
 * adds nothing: only its weekend is known then.
 */
export const loadCalendars = async (countries: readonly string[]): Promise<readonly Calendar[]> => {
  const wanted = [...new Set(countries.map((country) => country.slice(0, 2)))].sort();
  const loaded = await Promise.all(wanted.flatMap((country) => calendarLoaders[country]?.() ?? []));
  return loaded.flatMap(({ data }) => toCalendars(data));
};
