import type { Settled } from '../../merge/settled.js';
import type { Rule } from '../../rules/rule.js';
import { findLess } from '../parts/less.js';
import { mayRefundLess } from '../parts/less-refund.js';
import { heldIn, speaksOf, wantedFor, type TermsPart } from '../reading/held.js';
import { brokenIn, standingIn } from '../reading/standing.js';
import type { Budget } from '../space/budget.js';
import { explore, type Leaf } from '../space/explore.js';
import type { Duel, Side } from './duel.js';
import type { SettleRules } from './settle-rules.js';

/** Cases that both readings accept, where one gives less in a part of the terms. */
export interface LesserTerms {
  readonly seller: Settled;
  readonly floor: Settled;
  /** The windows both of which must be open; a mere statement has none. */
  readonly windows: readonly Settled[];
}

interface Search {
  readonly budget: Budget;
  readonly settler: SettleRules;
  readonly part: TermsPart;
}

const mayBeLess = (part: TermsPart, seller: Settled, floor: Settled): boolean =>
  part === 'refund' ? mayRefundLess(seller, floor) : findLess(part, seller, floor) !== null;

/** Deductions hang on the state of the goods: it must be known in the whole cell. */
const askGoods = (sides: readonly Side[], part: TermsPart): void => {
  if (part === 'refund') for (const { cell, rules } of sides) brokenIn(cell, heldIn(cell, rules, wantedFor.refund));
};

const settlePart = (side: Side, { part, settler }: Search): Settled | null => {
  const held = heldIn(side.cell, side.rules, wantedFor[part]);
  return held.length === 0 ? null : settler.settle(held);
};

/** The cells in which both accept and the seller gives less. What cannot differ is never cut further. */
export const findLesserTerms = (duel: Duel, search: Search): readonly Leaf<LesserTerms>[] => {
  const speaks = (rule: Rule): boolean => speaksOf(rule, wantedFor[search.part]);
  const leaves = explore<Rule, LesserTerms | null>({
    space: duel.space,
    start: duel.start,
    items: duel.rules,
    budget: search.budget,
    settle: (cell) => {
      const { seller, floor } = duel.read(cell);
      if (!seller.rules.some(speaks) || !floor.rules.some(speaks)) return null;
      const [own, other] = [settlePart(seller, search), settlePart(floor, search)];
      if (own === null || other === null || !mayBeLess(search.part, own, other)) return null;
      askGoods([seller, floor], search.part);
      const demanded = standingIn(floor.cell, floor.rules);
      if (demanded.kind === 'excluded' || demanded.kind === 'review') return null;
      const stands = standingIn(seller.cell, seller.rules);
      if (stands.kind !== 'granted') return null;
      const windows = [stands, demanded].flatMap((each) => (each.kind === 'granted' ? [search.settler.settle(each.held)] : []));
      return { seller: own, floor: other, windows };
    },
  });
  return leaves.flatMap(({ box, value }) => (value === null ? [] : [{ box, value }]));
};
