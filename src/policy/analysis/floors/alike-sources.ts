import { words } from '../../guards/constraint.js';
import type { Guard } from '../../guards/guard.js';
import { compareRules } from '../../rules/compare-rules.js';
import type { Rule, Source } from '../../rules/rule.js';

/** Sources that are looked at as one: a law, or the sites of a marketplace, each of which is a source by itself. */
export interface AlikeSources {
  readonly ids: readonly string[];
  readonly layer: Source['layer'];
  /** The sites they are for; `null` = they are not told apart by site. */
  readonly sites: readonly string[] | null;
  /** Their rules, narrower first. What several sites say in the same words stands once, for all of them. */
  readonly rules: readonly Rule[];
}

const siteOf = ({ guard }: Rule): string | null => {
  const site = guard.get('site');
  return site?.kind === 'words' ? [...site.words].sort().join(' ') : null;
};

/** The one site all rules of a source are for; `null` where there is none. */
const onlySite = ({ rules }: Source): string | null => {
  const [site = null, ...others] = new Set(rules.map(siteOf));
  return others.length === 0 && site?.includes(' ') === false ? site : null;
};

const plainGuard = (guard: Guard): unknown =>
  [...guard]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, constraint]) => [name, constraint.kind === 'words' ? [...constraint.words].sort() : constraint]);

const onSites = (guard: Guard, sites: readonly string[]): Guard => new Map([...guard, ['site', words(...sites)]]);

const withoutSite = (guard: Guard): Guard => new Map([...guard].filter(([name]) => name !== 'site'));

/** What a rule says, as text, wherever it says it. */
const wordsOf = ({ id, citation, kinds, guard, unless, terms, yieldsTo }: Rule): string =>
  JSON.stringify([id, citation, kinds, plainGuard(withoutSite(guard)), unless.map(plainGuard), terms, yieldsTo]);

interface Said {
  readonly rule: Rule;
  readonly sites: string[];
}

/** Every rule once, with the sites that have it. */
const saidBy = (sources: readonly Source[]): readonly Said[] => {
  const said = new Map<string, Said>();
  for (const source of sources) {
    const site = onlySite(source) ?? '';
    for (const rule of source.rules) {
      const key = wordsOf(rule);
      const known = said.get(key);
      if (known === undefined) said.set(key, { rule, sites: [site] });
      else known.sites.push(site);
    }
  }
  return [...said.values()].sort((left, right) => compareRules(left.rule, right.rule));
};

const joinSites = (sources: readonly Source[]): AlikeSources => ({
  layer: 'marketplace',
  ids: sources.map(({ id }) => id),
  sites: sources.flatMap((source) => onlySite(source) ?? []),
  rules: saidBy(sources).map(({ rule, sites }) => ({
    ...rule,
    guard: sites.length === sources.length ? withoutSite(rule.guard) : onSites(rule.guard, sites),
  })),
});

const toAlike = (sources: readonly [Source, ...Source[]]): AlikeSources => {
  const [only, ...others] = sources;
  return others.length === 0 ? { ids: [only.id], layer: only.layer, sites: null, rules: only.rules } : joinSites(sources);
};

/** Sources that differ in their site alone are looked at together. */
const keyOf = (source: Source): string => {
  const isOfSite = source.layer === 'marketplace' && onlySite(source) !== null;
  return isOfSite ? source.id.slice(0, source.id.indexOf(':') + 1) : source.id;
};

/** Puts the sites of each marketplace together, so that what they have in common is looked at once. */
export const groupAlike = (sources: readonly Source[]): readonly AlikeSources[] => {
  const groups = new Map<string, [Source, ...Source[]]>();
  for (const source of sources) {
    const key = keyOf(source);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [source]);
    else group.push(source);
  }
  return [...groups.values()].map(toAlike);
};
