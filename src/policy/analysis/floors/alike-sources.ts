import type { Guard } from '../../guards/guard.js';
import type { Rule, Source } from '../../rules/rule.js';

/** Sources that say the same: a law, or the sites of a marketplace whose rules differ in nothing but the site. */
export interface AlikeSources {
  readonly ids: readonly string[];
  /** The sites they are for; `null` = they are not told apart by site. */
  readonly sites: readonly string[] | null;
  /** Their rules, once, without the site. */
  readonly rules: readonly Rule[];
}

const withoutSite = (guard: Guard): Guard => new Map([...guard].filter(([name]) => name !== 'site'));

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
  [...withoutSite(guard)]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, constraint]) => [name, constraint.kind === 'words' ? [...constraint.words].sort() : constraint]);

/** What a rule says, as text. */
const wordsOf = ({ id, citation, kinds, guard, unless, terms, yieldsTo }: Rule): unknown => [
  id,
  citation,
  kinds,
  plainGuard(guard),
  unless.map(plainGuard),
  terms,
  yieldsTo,
];

const signatureOf = (source: Source): string => {
  const site = onlySite(source);
  if (source.layer === 'law' || site === null) return source.id;
  const family = source.id.slice(0, source.id.indexOf(':'));
  return JSON.stringify([family, source.rules.map(wordsOf)]);
};

const toAlike = (sources: readonly [Source, ...Source[]]): AlikeSources => {
  const [first] = sources;
  const ids = sources.map(({ id }) => id);
  if (sources.length === 1) return { ids, sites: null, rules: first.rules };
  const rules = first.rules.map((rule) => ({ ...rule, guard: withoutSite(rule.guard) }));
  return { ids, sites: sources.flatMap((source) => onlySite(source) ?? []), rules };
};

/** Groups sources that say the same, so that they are looked at once. */
export const groupAlike = (sources: readonly Source[]): readonly AlikeSources[] => {
  const groups = new Map<string, [Source, ...Source[]]>();
  for (const source of sources) {
    const key = signatureOf(source);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [source]);
    else group.push(source);
  }
  return [...groups.values()].map(toAlike);
};
