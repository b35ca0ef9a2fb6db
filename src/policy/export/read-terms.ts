import type { Policy } from '../compile.js';
import { formatCivilDay, parseCivilDay } from '../calendar/civil-day.js';
import { satisfies } from '../guards/constraint.js';
import { validityGuard } from '../guards/build-guard.js';
import type { Guard } from '../guards/guard.js';
import { settle, type Settled } from '../merge/settled.js';
import type { Rule, Source } from '../rules/rule.js';
import { lostTerms } from './lost-terms.js';
import type { ExportSettings, PublishedGrant, PublishedSeason, PublishedTerms, Unexpressed } from './published-terms.js';
import { readExtended } from './published-window.js';
import { readScope, type Cause, type RuleScope } from './rule-scope.js';

interface Scoped {
  readonly rule: Rule;
  readonly scope: RuleScope;
}

const kindOf = { remorse: 'voluntary', defect: 'conformity' } as const;

const validityOf = ({ valid }: Policy['documents'][number]): Guard =>
  valid === undefined
    ? new Map()
    : validityGuard({
        ...(valid.from === undefined ? {} : { from: valid.from }),
        ...(valid.to === undefined ? {} : { to: valid.to }),
        selectedBy: valid.selectedBy === undefined || valid.selectedBy === 'order' ? 'placed' : valid.selectedBy,
      });

interface Sorted {
  readonly scoped: readonly Scoped[];
  readonly unexpressed: readonly Unexpressed[];
}

const refuse = (rule: Rule, why: string): Sorted => ({ scoped: [], unexpressed: [{ rule, what: 'rule', why }] });

const sortRule = (rule: Rule, validity: Guard, at: number): Sorted => {
  const isInForce = [...validity.values()].every((constraint) => satisfies(constraint, at, 'range') === 'yes');
  if (!isInForce) return refuse(rule, `its document does not hold on ${formatCivilDay(at)}`);
  const [table, duty] = rule.path;
  if (table === 'buyer-duties' || (table === 'promises' && duty !== 'refund'))
    return refuse(rule, 'there is no word for this duty');
  const scope = readScope(rule.guard, validity);
  if (typeof scope === 'string') return refuse(rule, scope);
  return { scoped: [{ rule, scope }], unexpressed: lostTerms(rule, scope).map((loss) => ({ rule, ...loss })) };
};

const grantOf = (settled: Settled, at: string): PublishedGrant | null => {
  if (settled.period === null && settled.excludes.length === 0) return null;
  const payer = settled.return?.value.payer ?? null;
  const remedies = (settled.remedies?.value ?? []).map(({ remedy }) => remedy);
  const fees = settled.fees?.value ?? [];
  const fee = fees.find(({ kind }) => kind === 'restocking');
  const isShippingDeducted = fees.some(({ kind }) => kind === 'return-shipping');
  const form = settled.form?.value ?? 'original-means';
  const exchanges = form === 'exchange' || remedies.some((remedy) => remedy === 'exchange' || remedy === 'replacement');
  const needsNew = settled.conditions?.value.some((condition) => /^un(used|washed|opened)$/.test(condition)) === true;
  return {
    window:
      settled.excludes.length > 0 || settled.period === null
        ? { kind: 'refused' }
        : readExtended(settled.period.value, settled.extensions, at),
    returnPayer: payer === null ? null : payer === 'buyer' || payer === 'shared' || isShippingDeducted ? 'buyer' : 'seller',
    restocking: fee?.percent !== undefined ? { percent: fee.percent } : fee?.amount !== undefined ? { amount: fee.amount } : null,
    refundForms: [
      ...(form === 'store-credit' ? (['store-credit'] as const) : form === 'exchange' ? [] : (['money'] as const)),
      ...(exchanges ? (['exchange'] as const) : []),
    ],
    takesUsed: !needsNew || settled.otherwise?.value.kind === 'deduct',
    keepsGoods: remedies.length > 0 && remedies.every((remedy) => remedy === 'keep-and-refund'),
  };
};

interface Place {
  readonly source: Source;
  /** The day that is written for. */
  readonly at: string;
  readonly scoped: readonly Scoped[];
}

const settleCause = ({ source, at, scoped }: Place, cause: Cause): PublishedGrant | null => {
  const rules = scoped.filter(({ scope }) => scope.causes.includes(cause)).map(({ rule }) => rule);
  return rules.length === 0 ? null : grantOf(settle(rules, { kind: kindOf[cause], source }), at);
};

const seasonKey = (season: NonNullable<RuleScope['season']>): string => `${String(season.from)}-${String(season.to)}`;

const seasonsOf = ({ source, scoped }: Omit<Place, 'at'>): readonly PublishedSeason[] => {
  const starting = scoped.filter(({ scope }) => scope.season !== null && scope.causes.includes('remorse'));
  const byKey = new Map(
    starting.map(({ rule, scope }) => [scope.season === null ? '' : seasonKey(scope.season), { rule, scope }]),
  );
  const seasons = [...byKey.values()].flatMap(({ rule, scope: { season } }): readonly PublishedSeason[] => {
    if (season === null) return [];
    const inside = scoped.filter(
      ({ scope: { season: other } }) => other === null || (other.from <= season.from && other.to >= season.to),
    );
    const grant = settleCause({ source, at: formatCivilDay(season.from), scoped: inside }, 'remorse');
    if (grant === null) return [];
    return [{ label: rule.id, from: formatCivilDay(season.from), to: formatCivilDay(season.to), window: grant.window }];
  });
  return seasons.sort((left, right) => (left.from < right.from ? -1 : 1));
};

const refundInDays = (scoped: readonly Scoped[]): number | null => {
  const closes = scoped.flatMap(({ rule }) => rule.terms.deadlines ?? []).find(({ duty }) => duty === 'refund')?.period.closes;
  return closes?.kind === 'span' && closes.unit === 'days' ? closes.amount : null;
};

const termsIn = (countries: readonly string[], { source, at, scoped }: Place, currency: string | null): PublishedTerms => {
  const [country] = countries;
  const here = scoped.filter(({ scope }) => scope.countries === null || (country !== undefined && scope.countries.has(country)));
  const always = { source, at, scoped: here.filter(({ scope }) => scope.season === null) };
  return {
    countries,
    remorse: settleCause(always, 'remorse'),
    defect: settleCause(always, 'defect'),
    seasons: seasonsOf({ source, scoped: here }),
    refundInDays: refundInDays(always.scoped),
    currency,
  };
};

/** Countries with the same terms are published together. */
const grouped = (terms: readonly PublishedTerms[]): readonly PublishedTerms[] => {
  const groups = new Map<string, PublishedTerms>();
  for (const one of terms) {
    const key = JSON.stringify({ ...one, countries: one.countries.length === 0 ? 'all others' : null });
    const found = groups.get(key);
    groups.set(key, found === undefined ? one : { ...one, countries: [...found.countries, ...one.countries].sort() });
  }
  return [...groups.values()];
};

/** What the seller's own documents say of ordinary goods, country by country, and what of them cannot be published. */
export const readTerms = (
  { sources, documents }: Policy,
  { origins, settings }: { readonly origins: readonly unknown[]; readonly settings: ExportSettings },
): { readonly terms: readonly PublishedTerms[]; readonly unexpressed: readonly Unexpressed[] } => {
  const source = sources.find(({ layer }) => layer === 'seller');
  if (source === undefined) return { terms: [], unexpressed: [] };
  const validities = new Map(documents.map((document, index) => [origins[index], validityOf(document)]));
  const at = parseCivilDay(settings.at) ?? 0;
  const sorted = source.rules.map((rule) => sortRule(rule, validities.get(rule.document) ?? new Map(), at));
  const place = { source, at: settings.at, scoped: sorted.flatMap(({ scoped }) => scoped) };
  const named = [...new Set(place.scoped.flatMap(({ scope }) => [...(scope.countries ?? [])]))].sort();
  const asked = settings.countries?.map((country) => [country]) ?? [...named.map((country) => [country]), []];
  const currency = documents.find((document) => document.currency !== undefined)?.currency ?? null;
  return {
    terms: grouped(asked.map((countries) => termsIn(countries, place, currency))).filter(
      ({ remorse, defect }) => remorse !== null || defect !== null,
    ),
    unexpressed: sorted.flatMap(({ unexpressed }) => unexpressed),
  };
};
