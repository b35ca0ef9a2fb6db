import type { Policy } from '../../compile.js';
import type { FindRuleSets } from '../../merge/rule-sets.js';
import type { IndexedRule } from '../../rules/indexed-rule.js';

type Rules = readonly IndexedRule[];

/** Settles the rules of one source after the other: what the seller says is settled once, beside whatever source it is held against. */
const settleApart =
  (ruleSets: FindRuleSets, ids: readonly string[]): FindRuleSets =>
  (applicable, reasonClass) =>
    ids.flatMap((id) => {
      const own = applicable.filter(({ source }) => source.id === id);
      return own.length === 0 ? [] : ruleSets(own, reasonClass);
    });

/** The policy as if it had only some of its sources, told in the order of their layers. Shares what the whole policy has settled. */
export const narrowPolicy = (policy: Policy, ids: readonly string[]): Policy => {
  const narrowed = new WeakMap<Rules, Rules>();
  const narrow = (rules: Rules): Rules => {
    const known = narrowed.get(rules) ?? rules.filter(({ source }) => ids.includes(source.id));
    narrowed.set(rules, known);
    return known;
  };
  return {
    ...policy,
    sources: policy.sources.filter(({ id }) => ids.includes(id)),
    index: { find: (wordsOf) => narrow(policy.index.find(wordsOf)) },
    ruleSets: settleApart(policy.ruleSets, ids),
  };
};
