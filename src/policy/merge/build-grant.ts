import type { Because, Overridden, RightKind } from '../decision.js';
import type { Scene } from '../facts/scene.js';
import type { Rule, Source } from '../rules/rule.js';
import type { RuleTerms } from '../rules/terms.js';
import { resolveWindow, type ResolvedWindow } from '../rules/window.js';
import type { Cited, Grant } from './grant.js';
import { resolveGoodsRefund } from './goods-refund.js';
import { judge } from './judge.js';
import { resolveOutbound } from './outbound.js';
import { resolveRequirements } from './requirements.js';

/** The applicable rules of one source about one right, narrower first. */
export interface RuleSet {
  readonly kind: RightKind;
  readonly source: Source;
  readonly rules: readonly Rule[];
}

/** The value of a parameter: from the narrowest rule that sets it, unless that one gives way to another by name. */
export const valueOf = <Value>(rules: readonly Rule[], read: (terms: RuleTerms) => Value | undefined): Cited<Value> | null => {
  const setting = rules.filter(({ terms }) => read(terms) !== undefined);
  const yielded = new Set<Rule>();
  let chosen = setting[0];
  while (chosen !== undefined && !yielded.has(chosen)) {
    yielded.add(chosen);
    const names: readonly string[] = chosen.yieldsTo;
    chosen = setting.find(({ id }) => names.includes(id)) ?? chosen;
  }
  const value = chosen === undefined ? undefined : read(chosen.terms);
  return chosen === undefined || value === undefined ? null : { value, because: [chosen.citation] };
};

const windowOf = ({ rules }: RuleSet, scene: Scene): ResolvedWindow | null => {
  const period = valueOf(rules, ({ window }) => window);
  if (period === null) return null;
  const extending = rules.filter(({ terms }) => terms.extend !== undefined);
  const extensions = extending.flatMap(({ terms }) => terms.extend ?? []);
  const because: Because = [...period.because, ...extending.map(({ citation }) => citation)];
  return resolveWindow({ period: period.value, extensions, because }, scene);
};

const deadlinesOf = (rules: readonly Rule[]): Grant['deadlines'] => {
  const keys = new Set(rules.flatMap(({ terms }) => (terms.deadlines ?? []).map(({ duty, party }) => `${duty}.${party}`)));
  return [...keys].flatMap(
    (key) => valueOf(rules, ({ deadlines }) => deadlines?.find(({ duty, party }) => `${duty}.${party}` === key)) ?? [],
  );
};

/** Wider rules of the same source whose value a narrower one replaced. */
const overriddenIn = ({ rules, kind, source }: RuleSet): readonly Overridden[] => {
  const winners = new Map<string, Rule>();
  const found: Overridden[] = [];
  for (const rule of rules) {
    for (const [parameter, value] of rule.parameters) {
      const winner = winners.get(parameter);
      if (winner === undefined) winners.set(parameter, rule);
      else if (winner.parameters.get(parameter) !== value) {
        found.push({ parameter, right: `${kind}/${source.id}`, winner: winner.id, loser: rule.id, because: [rule.citation] });
      }
    }
  }
  return found;
};

/** Builds what one source says about one right: narrower rules are exceptions of wider ones, nothing joins. */
export const buildGrant = (set: RuleSet, scene: Scene): Grant => {
  const { rules, kind, source } = set;
  const window = windowOf(set, scene);
  const deciding = rules.filter(({ terms }) => terms.window !== undefined);
  return {
    id: `${kind}/${source.id}`,
    kind,
    source,
    ...judge(set, window, scene),
    because: [...new Set([...(window?.window.because ?? []), ...deciding.slice(0, 1).map(({ citation }) => citation)])],
    window,
    outbound: resolveOutbound(rules),
    legs: { return: legOf(rules, 'return'), replacement: legOf(rules, 'replacement') },
    refund: resolveGoodsRefund(rules, scene),
    remedies: valueOf(rules, ({ remedies }) => remedies),
    deadlines: deadlinesOf(rules),
    requirements: resolveRequirements(rules, scene),
    overrode: overriddenIn(set),
  };
};

const legOf = (rules: readonly Rule[], leg: 'return' | 'replacement'): Grant['legs']['return'] => {
  const stated = valueOf(rules, ({ pays }) => pays?.[leg]);
  return stated === null ? null : { ...stated, value: { payer: stated.value.payer, cap: stated.value.cap ?? null } };
};
