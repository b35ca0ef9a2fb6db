import { valueOf } from '../../merge/settled.js';
import { breakingFacts } from '../../rules/conditions.js';
import type { Rule } from '../../rules/rule.js';
import type { GoodsCondition } from '../../rules/terms.js';
import { words } from '../../guards/constraint.js';
import type { DimensionName } from '../../guards/dimensions.js';
import type { Guard } from '../../guards/guard.js';
import { isOpenNextDay } from '../days/early-windows.js';
import type { Cell } from '../space/explore.js';
import { heldIn, wantedForGoods, wantedForVerdict } from './held.js';

/** How the rules of one source stand to the cases of a cell, but for the day they are asked on. */
export type RulesStanding =
  /** Nothing is said that could accept or refuse. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'excluded'; readonly rule: Rule; readonly code: string }
  /** A person decides while the window is open; then it is refused. `held`: the rules that make up the window, narrower first. */
  | { readonly kind: 'review'; readonly held: readonly Rule[] }
  | { readonly kind: 'granted'; readonly held: readonly Rule[] };

const silent: RulesStanding = { kind: 'silent' };

type Breakable = Exclude<GoodsCondition, 'proof-of-purchase'>;

const isBreakable = (condition: GoodsCondition): condition is Breakable => condition !== 'proof-of-purchase';

/** The boxes of goods that break a condition of the rules: axes that no guard may mention. */
export const conditionGuards = (rules: readonly Rule[]): readonly Guard[] => {
  const conditions = new Set(rules.flatMap(({ terms }) => terms.conditions ?? []).filter(isBreakable));
  return [...conditions].map((condition) => {
    const dimension: DimensionName = `condition.${breakingFacts[condition]}`;
    return new Map([[dimension, words('true')]]);
  });
};

/** The condition that the goods of the cell break, if any. Asks about each. */
export const brokenIn = (cell: Cell<Rule>, held: readonly Rule[]): GoodsCondition | null => {
  const conditions = valueOf(held, ({ conditions: stated }) => stated)?.value ?? [];
  return conditions.filter(isBreakable).find((each) => cell.has(`condition.${breakingFacts[each]}`, ['true'])) ?? null;
};

const refusalIn = (cell: Cell<Rule>, held: readonly Rule[]): RulesStanding | null => {
  const isDeducting = valueOf(held, ({ otherwise }) => otherwise)?.value.kind === 'deduct';
  const broken = isDeducting ? null : brokenIn(cell, held);
  const rule = held.find(({ terms }) => terms.conditions !== undefined);
  return broken === null || rule === undefined ? null : { kind: 'excluded', rule, code: `condition-broken:${broken}` };
};

const exclusionIn = (cell: Cell<Rule>, rules: readonly Rule[]): RulesStanding | null => {
  const excluding = rules.filter(({ terms }) => terms.exclude !== undefined);
  const found = excluding.find(cell.isCertain) ?? excluding.find(cell.holds);
  return found === undefined ? null : { kind: 'excluded', rule: found, code: found.terms.exclude ?? '' };
};

const isReviewedIn = (cell: Cell<Rule>, rules: readonly Rule[]): boolean =>
  rules.some((rule) => rule.terms.review !== undefined && cell.holds(rule));

/**
 * Judges the rules of one source and right, as `decide` does: any exclusion ends it, any review leaves it to a person, then the window
 * and the condition of the goods. `rules` are those that could hold in the cell, narrower first.
 */
export const standingIn = (cell: Cell<Rule>, rules: readonly Rule[]): RulesStanding => {
  const excluded = exclusionIn(cell, rules);
  if (excluded !== null) return excluded;
  const held = heldIn(cell, rules, wantedForVerdict);
  const refused = refusalIn(cell, held);
  if (refused !== null) return refused;
  if (!held.some(({ terms }) => terms.window !== undefined)) return silent;
  return { kind: isReviewedIn(cell, rules) ? 'review' : 'granted', held };
};

type Excluded = Extract<RulesStanding, { kind: 'excluded' }>;

/** What refuses whatever the day: an exclusion, or the condition of the goods. */
export const lastingRefusalIn = (cell: Cell<Rule>, rules: readonly Rule[]): Excluded | null => {
  const found = exclusionIn(cell, rules) ?? refusalIn(cell, heldIn(cell, rules, wantedForGoods));
  return found?.kind === 'excluded' ? found : null;
};

/** Whether any rule could refuse whatever the day. Asks nothing. */
export const mayRefuseForGood = (rules: readonly Rule[]): boolean =>
  rules.some(({ terms }) => terms.exclude !== undefined || terms.conditions !== undefined);

/**
 * Judges as `standingIn` does, for cases asked on the day after the delivery. Which of several windows it is need not be asked where
 * every one of them is open then: a thousand windows are one cell.
 */
export const standingNextDay = (cell: Cell<Rule>, rules: readonly Rule[]): RulesStanding => {
  const setting = rules.filter(({ terms }) => terms.window !== undefined);
  const certain = setting.find(cell.isCertain);
  const isOpen = setting.every(({ terms }) => terms.window !== undefined && isOpenNextDay(terms.window));
  if (certain === undefined || !isOpen) return standingIn(cell, rules);
  const refused = lastingRefusalIn(cell, rules);
  if (refused !== null) return refused;
  return { kind: isReviewedIn(cell, rules) ? 'review' : 'granted', held: [certain] };
};
