import type { Cited } from '../../merge/grant.js';
import type { Settled } from '../../merge/settled.js';
import { deadlineParameter } from '../../rules/parameters.js';
import type { Rule } from '../../rules/rule.js';
import type { DeadlineTerm } from '../../rules/terms.js';
import type { Duel, Side } from '../floors/duel.js';
import { judgeIn } from '../floors/judge.js';
import type { SettleRules } from '../floors/settle-rules.js';
import { heldIn, speaksOf, type Wanted } from '../reading/held.js';
import type { Budget } from '../space/budget.js';
import { explore, type Leaf } from '../space/explore.js';

/** One duty that both sides set a deadline for. */
export interface LateTerms {
  readonly own: Cited<DeadlineTerm>;
  readonly demanded: Cited<DeadlineTerm>;
  /** Every deadline the seller sets. */
  readonly promised: readonly DeadlineTerm[];
  /** The same for what was settled alike. */
  readonly key: string;
}

interface Reading {
  readonly budget: Budget;
  readonly settler: SettleRules;
  /** Whether the one can be worse for the buyer than the other on any day. */
  readonly mayBeLate: (terms: LateTerms) => boolean;
}

/** Rolls and days off where the buyer is can only give the buyer more time: without them a comparison holds in every country. */
const withoutRoll = (cited: Cited<DeadlineTerm>): Cited<DeadlineTerm> => {
  if (cited.value.party !== 'buyer') return cited;
  const { roll: _, ...period } = cited.value.period;
  return { ...cited, value: { ...cited.value, period } };
};

const namesIn = (rules: readonly Rule[]): ReadonlySet<string> =>
  new Set(rules.flatMap(({ terms }) => (terms.deadlines ?? []).map(deadlineParameter)));

/** The duties both sides speak of. */
export const sharedDuties = ({ rules }: Duel, isOwn: (rule: Rule) => boolean): readonly string[] => {
  const [own, other] = [namesIn(rules.filter(isOwn)), namesIn(rules.filter((rule) => !isOwn(rule)))];
  return [...own].filter((name) => other.has(name)).sort();
};

const settledIn = ({ cell, rules }: Side, want: Wanted, settler: SettleRules): Settled =>
  settler.settle(heldIn(cell, rules, want));

const termOf = ({ deadlines }: Settled, name: string): Cited<DeadlineTerm> | undefined =>
  deadlines.find(({ value }) => deadlineParameter(value) === name);

/** The cells in which both accept, and the seller's deadline for the duty can be worse for the buyer. */
export const findLateTerms = (duel: Duel, name: string, { budget, settler, mayBeLate }: Reading): readonly Leaf<LateTerms>[] => {
  const want: Wanted = { parameters: new Set([name]), withExtensions: false };
  const all: Wanted = { parameters: namesIn(duel.rules), withExtensions: false };
  const settle = (seller: Side, floor: Side): LateTerms | null => {
    const other = settledIn(floor, want, settler);
    const demanded = termOf(other, name);
    if (demanded === undefined || demanded.value.strength === 'recommended') return null;
    const promised = settledIn(seller, all, settler);
    const own = termOf(promised, name);
    if (own === undefined) return null;
    const key = `${name} ${String(settler.numberOf(promised))} ${String(settler.numberOf(other))}`;
    const found = { own, demanded: withoutRoll(demanded), promised: promised.deadlines.map(({ value }) => value), key };
    return mayBeLate(found) ? found : null;
  };
  const scope = duel.scopeOf(
    (rule) => speaksOf(rule, want),
    (rule) => speaksOf(rule, all),
  );
  if (scope === null) return [];
  const judge = judgeIn(duel.space);
  const leaves = explore<Rule, LateTerms | null>({
    space: duel.space,
    start: scope.start,
    items: scope.rules,
    budget,
    settle: (cell) => {
      const { seller, floor } = duel.read(cell);
      if (![seller, floor].every(({ rules }) => rules.some((rule) => speaksOf(rule, want)))) return null;
      const found = settle(seller, floor);
      if (found === null || judge(seller).kind !== 'granted') return null;
      const demanded = judge(floor);
      return demanded.kind === 'granted' || demanded.kind === 'silent' ? found : null;
    },
  });
  return leaves.flatMap(({ box, value }) => (value === null ? [] : [{ box, value }]));
};
