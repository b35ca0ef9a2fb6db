import type { AffectedPart } from '../decision.js';
import { isPresumed } from '../guards/dimensions.js';
import { breakingFacts } from '../rules/conditions.js';
import type { RuleTerms } from '../rules/terms.js';
import { add, addBits, bitsOf, type Found, type PartBits } from './asked-facts.js';
import { answerAt, type Answers } from './candidates.js';
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

const bitsByTerms = new WeakMap<RuleTerms, PartBits>();

/** What a rule can change, found once for each. */
const affectedBy = (terms: RuleTerms): PartBits => {
  const known = bitsByTerms.get(terms);
  if (known !== undefined) return known;
  const bits = bitsOf(partsOf(terms));
  bitsByTerms.set(terms, bits);
  return bits;
};

/** By question: whether its answer rests on a presumption; `null` when none does. */
const presumptionsIn = ({ scene, candidates: { checks } }: World): readonly boolean[] | null => {
  let isAny = false;
  const presumed: boolean[] = [];
  for (const { dimension } of checks) {
    const isOne = isPresumed(dimension, scene);
    presumed.push(isOne);
    isAny ||= isOne;
  }
  return isAny ? presumed : null;
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

/** Facts that were presumed and whose opposite would bring a rule in or take it out. */
export const listPresumed = (world: World, found: Found): void => {
  const { candidates, answers } = world;
  const presumed = presumptionsIn(world);
  if (presumed === null) return;
  for (const { rule, asks } of candidates.list) {
    if (!hangsOnPresumption(asks, presumed, answers)) continue;
    const affects = affectedBy(rule.rule.terms);
    for (const place of asks) {
      const dimension = presumed[place] === true ? candidates.checks[place]?.dimension : undefined;
      if (dimension !== undefined) addBits(found, dimension.fact, { affects, presumed: dimension.presumed ?? '' });
    }
  }
};

/** Conditions of the goods that nobody spoke about. */
export const listConditions = ({ scene, candidates, answers }: World, found: Found): void => {
  for (const { rule, asks } of candidates.list) {
    const { conditions, otherwise } = rule.rule.terms;
    if (conditions === undefined || answerAt(asks, answers) === 'no') continue;
    for (const condition of conditions) {
      if (condition === 'proof-of-purchase') continue;
      const flag = breakingFacts[condition];
      if (scene.facts.item.condition?.[flag] !== undefined) continue;
      const deducts = otherwise?.kind === 'deduct';
      add(found, `item.condition.${flag}`, { affects: [deducts ? 'refund' : 'verdict'], presumed: 'false' });
    }
  }
};
