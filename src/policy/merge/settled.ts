import type { Because, Overridden, RefundForm, RightKind } from '../decision.js';
import type { Rule, Source } from '../rules/rule.js';
import type { Bound, Period } from '../rules/span.js';
import type {
  BasisPoints,
  DeadlineTerm,
  Fee,
  GoodsCondition,
  LateRefund,
  Otherwise,
  RemedyStep,
  RequirementTerm,
  RuleTerms,
} from '../rules/terms.js';
import type { Cited, Outbound, PaidLeg } from './grant.js';
import { resolveOutbound } from './outbound.js';

/**
 * What the applicable rules of one source say about one right, before any figure of the case: the narrowest rule has been found for
 * each parameter. The same rules always settle to the same, so this is kept and found again for the next case.
 */
export interface Settled {
  readonly period: Cited<Period> | null;
  readonly extensions: readonly Bound[];
  readonly windowBecause: Because;
  /** Where the grant as a whole comes from: its window, and whatever ends it or leaves it to a person. */
  readonly because: Because;
  readonly excludes: readonly string[];
  readonly reviews: readonly string[];
  readonly conditions: Cited<readonly GoodsCondition[]> | null;
  readonly otherwise: Cited<Otherwise> | null;
  readonly outbound: Cited<Outbound> | null;
  readonly return: Cited<PaidLeg> | null;
  readonly replacement: Cited<PaidLeg> | null;
  readonly share: Cited<BasisPoints | 'unknown'> | null;
  readonly form: Cited<RefundForm> | null;
  readonly fees: Cited<readonly Fee[]> | null;
  readonly late: Cited<LateRefund> | null;
  readonly remedies: Cited<readonly RemedyStep[]> | null;
  readonly deadlines: readonly Cited<DeadlineTerm>[];
  readonly requirements: readonly Cited<RequirementTerm>[];
  readonly overrode: readonly Overridden[];
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

const deadlinesOf = (rules: readonly Rule[]): Settled['deadlines'] => {
  const keys = new Set(rules.flatMap(({ terms }) => (terms.deadlines ?? []).map(({ duty, party }) => `${duty}.${party}`)));
  return [...keys].flatMap(
    (key) => valueOf(rules, ({ deadlines }) => deadlines?.find(({ duty, party }) => `${duty}.${party}` === key)) ?? [],
  );
};

const requirementsOf = (rules: readonly Rule[]): Settled['requirements'] => {
  const codes = new Set(rules.flatMap(({ terms }) => (terms.requirements ?? []).map(({ code }) => code)));
  return [...codes].flatMap(
    (code) => valueOf(rules, ({ requirements }) => requirements?.find((requirement) => requirement.code === code)) ?? [],
  );
};

/** Wider rules of the same source whose value a narrower one replaced. */
const overriddenIn = (rules: readonly Rule[], right: string): readonly Overridden[] => {
  const winners = new Map<string, Rule>();
  const found: Overridden[] = [];
  for (const rule of rules) {
    for (const [parameter, value] of rule.parameters) {
      const winner = winners.get(parameter);
      if (winner === undefined) winners.set(parameter, rule);
      else if (winner.parameters.get(parameter) !== value)
        found.push({ parameter, right, winner: winner.id, loser: rule.id, because: [rule.citation] });
    }
  }
  return [...new Map(found.map((entry) => [JSON.stringify(entry), entry])).values()];
};

const legOf = (rules: readonly Rule[], leg: 'return' | 'replacement'): Settled['return'] => {
  const stated = valueOf(rules, ({ pays }) => pays?.[leg]);
  return stated === null ? null : { ...stated, value: { payer: stated.value.payer, cap: stated.value.cap ?? null } };
};

const codesOf = (rules: readonly Rule[], read: 'exclude' | 'review'): readonly string[] =>
  [...new Set(rules.flatMap(({ terms }) => terms[read] ?? []))].sort();

const settleWindow = (rules: readonly Rule[]): Pick<Settled, 'period' | 'extensions' | 'windowBecause' | 'because'> => {
  const period = valueOf(rules, ({ window }) => window);
  const extending = rules.filter(({ terms }) => terms.extend !== undefined);
  const windowBecause = period === null ? [] : [...period.because, ...extending.map(({ citation }) => citation)];
  const [deciding] = rules.filter(({ terms }) => terms.window !== undefined);
  const objecting = rules.filter(({ terms }) => terms.exclude !== undefined || terms.review !== undefined);
  const cited = [...(deciding === undefined ? [] : [deciding]), ...objecting].map(({ citation }) => citation);
  return {
    period,
    extensions: extending.flatMap(({ terms }) => terms.extend ?? []),
    windowBecause: Object.freeze(windowBecause),
    because: Object.freeze([...new Set([...windowBecause, ...cited])]),
  };
};

interface Grouped {
  readonly kind: RightKind;
  readonly source: Source;
}

/** Settles what some rules of one source say, narrower first. */
export const settle = (rules: readonly Rule[], { kind, source }: Grouped): Settled => ({
  excludes: codesOf(rules, 'exclude'),
  reviews: codesOf(rules, 'review'),
  conditions: valueOf(rules, (terms) => terms.conditions),
  otherwise: valueOf(rules, (terms) => terms.otherwise),
  outbound: resolveOutbound(rules),
  return: legOf(rules, 'return'),
  replacement: legOf(rules, 'replacement'),
  share: valueOf(rules, ({ refund }) => refund?.item),
  form: valueOf(rules, ({ refund }) => refund?.form),
  fees: valueOf(rules, ({ refund }) => refund?.fees),
  late: valueOf(rules, ({ refund }) => refund?.late),
  remedies: valueOf(rules, ({ remedies }) => remedies),
  deadlines: deadlinesOf(rules),
  requirements: requirementsOf(rules),
  overrode: Object.freeze(overriddenIn(rules, `${kind}/${source.id}`)),
  ...settleWindow(rules),
});
