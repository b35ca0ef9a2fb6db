import { toChecks, type Check } from '../guards/checks.js';
import type { Rule, Source } from './rule.js';

/** A rule with the source it belongs to, its place in the order of all rules, and its guards ready to be asked. */
export interface IndexedRule {
  readonly rule: Rule;
  readonly guard: Rule['guard'];
  readonly source: Source;
  readonly position: number;
  readonly checks: readonly Check[];
  readonly unless: readonly (readonly Check[])[];
}

const indexRule = (rule: Rule, source: Source, position: number): IndexedRule => ({
  rule,
  guard: rule.guard,
  source,
  position,
  checks: toChecks(rule.guard),
  unless: rule.unless.map(toChecks),
});

/** All rules of all sources, in order. */
export const indexRules = (sources: readonly Source[]): readonly IndexedRule[] =>
  sources
    .flatMap((source) => source.rules.map((rule) => ({ rule, source })))
    .map(({ rule, source }, position) => indexRule(rule, source, position));
