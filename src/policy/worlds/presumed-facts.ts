import type { AffectedPart } from '../decision.js';
import { breakingFacts } from '../rules/conditions.js';
import type { RuleTerms } from '../rules/terms.js';
import { triggerState } from '../rules/trigger.js';
import { addBits, bitsOf, type Found, type PartBits } from './asked-facts.js';
import type { Answers, Candidates } from './candidates.js';
import type { World } from './worlds.js';

const conditioned: readonly AffectedPart[] = ['verdict', 'refund'];

const partsOf = (terms: RuleTerms): readonly AffectedPart[] => {
  const { window, extend, exclude, review, conditions, pays, refund, otherwise, remedies, deadlines } = terms;
  const parts = new Set<AffectedPart>(conditions === undefined ? [] : conditioned);
  if (exclude !== undefined || review !== undefined || window !== undefined) parts.add('verdict');
  if (window !== undefined || extend !== undefined) parts.add('window');
  if (pays !== undefined) parts.add('pays');
  if (refund !== undefined || otherwise !== undefined || remedies !== undefined) parts.add('refund');
  if (deadlines !== undefined) parts.add('deadlines');
  return [...parts];
};

/** Whether a presumption is asked about and everything that is really known lets the rule apply. */
const hangsOnPresumption = (asks: readonly number[], presumed: readonly boolean[], answers: Answers): boolean => {
  let isAsked = false;
  for (const place of asks) {
    if (presumed[place] === true) isAsked = true;
    else if (answers[place] === 'no') return false;
  }
  return isAsked;
};

/** Whether something that is really known keeps the rule out. */
const isOut = (asks: readonly number[], presumed: readonly boolean[], answers: Answers): boolean =>
  asks.some((place) => presumed[place] !== true && answers[place] === 'no');

/** A fact that was presumed and whose opposite would bring a rule in or take it out. */
export interface AskedPresumption {
  readonly fact: string;
  readonly affects: PartBits;
  readonly presumed: string;
}

/** What a presumption behind the answers would change; `presumed` says which answers rest on one. */
export const presumptionsAsked = (
  { list, checks }: Candidates,
  answers: Answers,
  presumed: readonly boolean[],
): readonly AskedPresumption[] => {
  const asked = new Map<string, AskedPresumption>();
  for (const { rule, asks, unless } of list) {
    const hanging = [asks, ...unless].filter((places) => hangsOnPresumption(places, presumed, answers));
    if (hanging.length === 0 || isOut(asks, presumed, answers)) continue;
    const affects = bitsOf(partsOf(rule.rule.terms));
    for (const place of hanging.flat()) {
      const dimension = presumed[place] === true ? checks[place]?.dimension : undefined;
      if (dimension === undefined) continue;
      const { fact, presumed: value = '' } = dimension;
      asked.set(fact, { fact, affects: affects | (asked.get(fact)?.affects ?? 0), presumed: value });
    }
  }
  return [...asked.values()].sort((left, right) => (left.fact < right.fact ? -1 : 1));
};

/** A condition of the goods, worth asking about while nobody spoke of it. */
export interface AskedCondition {
  readonly flag: ConditionFlag;
  readonly fact: string;
  readonly affects: PartBits;
}

type ConditionFlag = (typeof breakingFacts)[keyof typeof breakingFacts];

const [refundAffected, verdictAffected] = [bitsOf(['refund']), bitsOf(['verdict'])];

export const conditionsAsked = (possible: readonly RuleTerms[]): readonly AskedCondition[] => {
  const asked = new Map<ConditionFlag, AskedCondition>();
  for (const { conditions = [], otherwise } of possible) {
    const affects = otherwise?.kind === 'deduct' ? refundAffected : verdictAffected;
    for (const condition of conditions) {
      if (condition === 'proof-of-purchase') continue;
      const flag = breakingFacts[condition];
      asked.set(flag, { flag, fact: `item.condition.${flag}`, affects: affects | (asked.get(flag)?.affects ?? 0) });
    }
  }
  return [...asked.values()];
};

/** Facts that were presumed, conditions of the goods that nobody spoke about, and clocks that nobody said have begun. */
export const listPresumed = ({ scene, situation }: World, found: Found): void => {
  for (const { fact, affects, presumed } of situation.presumptions) addBits(found, fact, { affects, presumed });
  const told = scene.facts.item.condition;
  for (const { flag, fact, affects } of situation.conditions)
    if (told?.[flag] === undefined) addBits(found, fact, { affects, presumed: 'false' });
  for (const { trigger, affects } of situation.fallbacks) {
    const { kind, fact } = triggerState(trigger, scene);
    if (kind === 'unknown') addBits(found, fact, { affects, presumed: 'none' });
  }
};
