import type { Constraint } from '../guards/constraint.js';
import type { DimensionName } from '../guards/dimensions.js';
import { openRange, type Guard } from '../guards/guard.js';
import { allReasonPairs } from '../guards/reason-words.js';

/** Why goods come back, as the published forms divide it. */
export type Cause = 'remorse' | 'defect';

const classOf = { remorse: 'withdrawal', defect: 'conformity' } as const;

/** To whom a rule applies, in the few respects a published policy knows. */
export interface RuleScope {
  /** `null` = everywhere. */
  readonly countries: ReadonlySet<string> | null;
  readonly causes: readonly Cause[];
  /** Orders placed between two days, as civil days; `null` = at any time the document holds. */
  readonly season: { readonly from: number; readonly to: number } | null;
}

const spoken: Readonly<Partial<Record<string, string>>> = {
  category: 'the category of the goods',
  traits: 'traits of the goods',
  tags: 'tags',
  soldAs: 'whether goods are sold as new',
  isInternational: 'whether the return crosses a border',
  memberTier: 'the member tier of the buyer',
  sellerCountry: 'the country of the seller',
  inspection: 'the result of the inspection',
  delivered: 'the day of delivery',
  requested: 'the day of the request',
};

const wordsFor = (name: DimensionName): string => {
  if (name.startsWith('price:')) return 'the price';
  return name.startsWith('condition.') ? 'the condition of the goods' : (spoken[name] ?? name);
};

const known = new Set<DimensionName>(['country', 'reason', 'placed', 'marketplace', 'site']);

const isSame = (left: Constraint | undefined, right: Constraint | undefined): boolean =>
  left?.kind === 'range' && right?.kind === 'range' && left.from === right.from && left.to === right.to;

const coversClass = (constraint: Constraint, reasonClass: string): 'all' | 'some' | 'none' => {
  const pairs = allReasonPairs.filter((pair) => pair.endsWith(`/${reasonClass}`));
  const covered = pairs.filter((pair) => constraint.kind === 'words' && constraint.words.has(pair));
  return covered.length === pairs.length ? 'all' : covered.length > 0 ? 'some' : 'none';
};

const causesOf = (guard: Guard): readonly Cause[] | string => {
  const constraint = guard.get('reason');
  if (constraint === undefined) return ['remorse', 'defect'];
  const causes: readonly Cause[] = ['remorse', 'defect'];
  const covered = causes.filter((cause) => coversClass(constraint, classOf[cause]) === 'all');
  if (covered.length > 0) return covered;
  const isPart = causes.some((cause) => coversClass(constraint, classOf[cause]) === 'some');
  return isPart
    ? 'it applies to some reasons of its class only'
    : 'it is about neither a change of mind nor a fault, of which published policies speak';
};

const seasonOf = (constraint: Constraint | undefined): RuleScope['season'] | string => {
  if (constraint?.kind !== 'range') return null;
  const { from, to } = constraint;
  return from === openRange.days.from || to === openRange.days.to ? 'a season needs a first and a last day' : { from, to };
};

const countriesOf = (constraint: Constraint | undefined): RuleScope['countries'] | string => {
  if (constraint?.kind !== 'words') return null;
  return [...constraint.words].some((place) => place.length > 2) ? 'it applies to a part of a country' : constraint.words;
};

/** What is published are the terms of a shop of one's own, whose sales have the marketplace `none`. */
const isOutsideShop = (guard: Guard): boolean =>
  [guard.get('marketplace'), guard.get('site')].some(
    (constraint) => constraint?.kind === 'words' && !constraint.words.has('none'),
  );

/** The scope of a rule, or why a published policy cannot say it. `validity` is the box of days its document holds. */
export const readScope = (guard: Guard, validity: Guard): RuleScope | string => {
  const names = [...guard.keys()].filter((name) => !isSame(guard.get(name), validity.get(name)));
  const foreign = [...new Set(names.filter((name) => !known.has(name)).map(wordsFor))];
  if (foreign.length > 0) return `it depends on ${foreign.join(' and ')}`;
  if (isOutsideShop(guard)) return 'it is about sales on a marketplace; what is published are the terms of a shop of your own';
  const countries = countriesOf(guard.get('country'));
  if (typeof countries === 'string') return countries;
  const causes = causesOf(guard);
  if (typeof causes === 'string') return causes;
  const season = names.includes('placed') ? seasonOf(guard.get('placed')) : null;
  return typeof season === 'string' ? season : { countries, causes, season };
};
