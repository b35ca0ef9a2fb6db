import type { Settled } from '../../merge/settled.js';
import type { Rule } from '../../rules/rule.js';
import { standingIn, type RulesStanding } from '../reading/standing.js';
import type { Budget } from '../space/budget.js';
import { explore, type Leaf } from '../space/explore.js';
import type { Duel } from './duel.js';
import type { SettleRules } from './settle-rules.js';

/** Cases in which one reading accepts, on some day, and the other may not. */
export interface Refusal {
  readonly rule: Rule | null;
  /** Why the seller says no on every day; `null` when only the window decides. */
  readonly exclusion: string | null;
  readonly seller: Settled | null;
  readonly floor: Settled;
}

type Standing = Extract<RulesStanding, { kind: 'granted' | 'excluded' }>;

const isDecided = (standing: RulesStanding): standing is Standing => standing.kind === 'granted' || standing.kind === 'excluded';

const windowRule = (held: readonly Rule[]): Rule | null => held.find(({ terms }) => terms.window !== undefined) ?? null;

const toRefusal = (own: Standing, floor: Settled, settler: SettleRules): Refusal =>
  own.kind === 'excluded'
    ? { rule: own.rule, exclusion: own.code, seller: null, floor }
    : { rule: windowRule(own.held), exclusion: null, seller: settler.settle(own.held), floor };

/** The cells in which both say something and the seller may say no where the other says yes. */
export const findRefusals = (
  duel: Duel,
  { budget, settler }: { readonly budget: Budget; readonly settler: SettleRules },
): readonly Leaf<Refusal>[] => {
  const leaves = explore<Rule, Refusal | null>({
    space: duel.space,
    start: duel.start,
    items: duel.rules,
    budget,
    settle: (cell) => {
      const { seller, floor } = duel.read(cell);
      if (seller.rules.length === 0 || floor.rules.length === 0) return null;
      const demanded = standingIn(floor.cell, floor.rules);
      if (demanded.kind !== 'granted') return null;
      const own = standingIn(seller.cell, seller.rules);
      return isDecided(own) ? toRefusal(own, settler.settle(demanded.held), settler) : null;
    },
  });
  return leaves.flatMap(({ box, value }) => (value === null ? [] : [{ box, value }]));
};
