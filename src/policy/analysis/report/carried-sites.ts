import type { Source } from '../../rules/rule.js';

/** The sites of each marketplace whose rules are looked at, sorted. */
export type CarriedSites = ReadonlyMap<string, readonly string[]>;

/** The sites that the rules of marketplaces are for. */
export const carriedSites = (sources: readonly Source[]): CarriedSites => {
  const found = new Map<string, Set<string>>();
  for (const { guard } of sources.flatMap(({ rules }) => rules)) {
    const [marketplace, site] = [guard.get('marketplace'), guard.get('site')];
    if (marketplace?.kind !== 'words' || site?.kind !== 'words') continue;
    for (const name of marketplace.words) found.set(name, new Set([...(found.get(name) ?? []), ...site.words]));
  }
  return new Map([...found].map(([name, sites]) => [name, [...sites].sort()]));
};
