import type { Settled } from '../../merge/settled.js';
import type { Rule } from '../../rules/rule.js';
import { findLess } from '../parts/less.js';
import { isFormLess, mayRefundLess } from '../parts/less-refund.js';
import { heldIn, speaksOf, wantedFor, type TermsPart } from '../reading/held.js';
import { brokenIn } from '../reading/standing.js';
import type { Budget } from '../space/budget.js';
import { explore, type Leaf } from '../space/explore.js';
import type { Duel, Side } from './duel.js';
import { judgeIn } from './judge.js';
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

const isDeducting = ({ otherwise }: Settled): boolean => otherwise?.value.kind === 'deduct';

/** Deductions hang on the state of the goods: it must be known in the whole cell. */
const isBrokenIn = ({ cell, rules }: Side, settled: Settled): boolean =>
  isDeducting(settled) && brokenIn(cell, heldIn(cell, rules, wantedFor.refund)) !== null;

/** Whether less may come back for goods in the state they are in. */
const isLessForGoods = ({ seller, floor }: ReturnType<Duel['read']>, own: Settled, other: Settled): boolean => {
  if (isFormLess({ seller: own, floor: other })) return true;
  const isBroken = isBrokenIn(seller, own);
  isBrokenIn(floor, other);
  return isBroken || mayRefundLess({ ...own, otherwise: null }, other);
};

const settlePart = (side: Side, { part, settler }: Search): Settled | null => {
  const held = heldIn(side.cell, side.rules, wantedFor[part]);
  return held.length === 0 ? null : settler.settle(held);
};

/** The cells in which both accept and the seller gives less. What cannot differ is never cut further. */
export const findLesserTerms = (duel: Duel, search: Search): readonly Leaf<LesserTerms>[] => {
  const speaks = (rule: Rule): boolean => speaksOf(rule, wantedFor[search.part]);
  const judge = judgeIn(duel.space);
  const scope = duel.scopeOf(speaks);
  if (scope === null) return [];
  const leaves = explore<Rule, LesserTerms | null>({
    space: duel.space,
    start: scope.start,
    items: scope.rules,
    budget: search.budget,
    settle: (cell) => {
      const sides = duel.read(cell);
      const { seller, floor } = sides;
      if (!seller.rules.some(speaks) || !floor.rules.some(speaks)) return null;
      const demanded = judge(floor);
      if (demanded.kind === 'excluded' || demanded.kind === 'review') return null;
      const stands = judge(seller);
      if (stands.kind !== 'granted') return null;
      const [own, other] = [settlePart(seller, search), settlePart(floor, search)];
      if (own === null || other === null || !mayBeLess(search.part, own, other)) return null;
      if (search.part === 'refund' && !isLessForGoods(sides, own, other)) return null;
      const windows = [stands, demanded].flatMap((each) => (each.kind === 'granted' ? [search.settler.settle(each.held)] : []));
      return { seller: own, floor: other, windows };
    },
  });
  return leaves.flatMap(({ box, value }) => (value === null ? [] : [{ box, value }]));
};
