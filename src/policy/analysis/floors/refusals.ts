import type { RightKind } from '../../decision.js';
import type { Settled } from '../../merge/settled.js';
import type { Rule } from '../../rules/rule.js';
import type { Period } from '../../rules/span.js';
import { isNeverShorter } from '../days/never-shorter.js';
import { heldIn, wantedForVerdict } from '../reading/held.js';
import { lastingRefusalIn, mayRefuseForGood, standingIn, type RulesStanding } from '../reading/standing.js';
import type { Budget } from '../space/budget.js';
import { explore, type Cell, type Leaf } from '../space/explore.js';
import type { Duel, Side } from './duel.js';
import type { SettleRules } from './settle-rules.js';

/** Cases in which one reading accepts, on some day, and the other may not. */
export interface Refusal {
  readonly rule: Rule | null;
  /** Why the seller says no on every day; `null` when only the window decides. */
  readonly exclusion: string | null;
  readonly seller: Settled | null;
  readonly floor: Settled;
}

type Standing = Exclude<RulesStanding, { kind: 'silent' }>;

const windowRule = (held: readonly Rule[]): Rule | null => held.find(({ terms }) => terms.window !== undefined) ?? null;

const toRefusal = (own: Standing, floor: Settled, settler: SettleRules): Refusal =>
  own.kind === 'excluded'
    ? { rule: own.rule, exclusion: own.code, seller: null, floor }
    : { rule: windowRule(own.held), exclusion: null, seller: settler.settle(own.held), floor };

/** Goods that never came start no such clock. */
const startsWithDelivery = ({ closes }: Period): boolean => closes.kind === 'span' && closes.from === 'delivered';

/** Whether every window the seller may grant in the cell ends no earlier than the one demanded. Asks nothing. */
const isNeverShorterIn = ({ cell, rules }: Side, floor: Settled, kind: RightKind): boolean => {
  const windows = rules.filter(({ terms }) => terms.window !== undefined);
  const isLonger = ({ terms: { window } }: Rule): boolean =>
    window !== undefined && ((kind === 'non-delivery' && startsWithDelivery(window)) || isNeverShorter(window, floor));
  return windows.every(isLonger) && windows.some(cell.isCertain);
};

const readCell = (duel: Duel, cell: Cell<Rule>, settler: SettleRules): Refusal | null => {
  const { seller, floor } = duel.read(cell);
  if (seller.rules.length === 0 || floor.rules.length === 0) return null;
  if (!mayRefuseForGood(seller.rules)) {
    const held = heldIn(floor.cell, floor.rules, wantedForVerdict);
    if (isNeverShorterIn(seller, settler.settle(held), duel.floorKind)) return null;
  }
  const demanded = standingIn(floor.cell, floor.rules);
  if (demanded.kind !== 'granted') return null;
  const settled = settler.settle(demanded.held);
  if (isNeverShorterIn(seller, settled, duel.floorKind)) {
    const refused = lastingRefusalIn(seller.cell, seller.rules);
    return refused === null ? null : toRefusal(refused, settled, settler);
  }
  const own = standingIn(seller.cell, seller.rules);
  // What a person decides while the window is open is refused once it has closed.
  return own.kind === 'silent' ? null : toRefusal(own, settled, settler);
};

/** The cells in which both say something and the seller may say no where the other says yes. */
export const findRefusals = (
  duel: Duel,
  { budget, settler }: { readonly budget: Budget; readonly settler: SettleRules },
): readonly Leaf<Refusal>[] => {
  const scope = duel.scopeOf((rule) => rule.terms.window !== undefined || mayRefuseForGood([rule]));
  if (scope === null) return [];
  const leaves = explore<Rule, Refusal | null>({
    space: duel.space,
    start: scope.start,
    items: scope.rules,
    budget,
    settle: (cell) => readCell(duel, cell, settler),
  });
  return leaves.flatMap(({ box, value }) => (value === null ? [] : [{ box, value }]));
};
