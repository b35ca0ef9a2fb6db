import { europeanUnion, withExceptions } from './country-groups.js';

/** A group of fewer sites is shorter told one by one. */
const fewestToName = 4;

const listed = (sites: readonly string[]): string => `site ${sites.join(' or ')}`;

/** What is missing has to be little, and less than what is there. */
const isMost = (left: readonly string[], count: number): boolean => left.length < fewestToName && left.length < count;

const nameAll = (sites: readonly string[], carried: readonly string[]): readonly string[] => {
  const left = carried.filter((site) => !sites.includes(site));
  return isMost(left, sites.length) ? [withExceptions('every site looked at', left)] : [];
};

const nameUnion = (sites: readonly string[], carried: readonly string[]): readonly string[] => {
  const united = europeanUnion.filter((site) => carried.includes(site));
  const absent = united.filter((site) => !sites.includes(site));
  if (united.length < fewestToName || !isMost(absent, united.length - absent.length)) return [];
  const others = sites.filter((site) => !united.includes(site));
  return [[...(others.length === 0 ? [] : [listed(others)]), withExceptions('every EU site looked at', absent)].join(' or ')];
};

/**
 * Sites of a marketplace as a merchant would write them, the shortest way there is: `every site looked at`, `site GB or every EU site
 * looked at`. `carried` are the sites of that marketplace whose rules were looked at; of others nothing is known.
 */
export const showSites = (sites: readonly string[], carried: readonly string[]): string => {
  const isNamed = sites.length >= fewestToName && sites.every((site) => carried.includes(site));
  const names = isNamed ? [...nameAll(sites, carried), ...nameUnion(sites, carried)] : [];
  return names.reduce((shortest, name) => (name.length < shortest.length ? name : shortest), listed(sites));
};
