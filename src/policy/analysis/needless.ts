import { decide } from '../decide.js';
import type { CaseFacts } from '../facts/case-facts.js';
import type { Rule } from '../rules/rule.js';
import type { AnalysisFinding, Witness } from './finding.js';
import { explore, type Cell } from './space/explore.js';
import { representFacts } from './space/representative.js';
import type { Box } from './space/box.js';
import type { Subject } from './subject.js';
import { reasonsOf, soldOnOf } from './report/scope.js';
import { countriesIn, showRegion } from './words/show-region.js';

/** What a rule comes to in a cell: it decides something there, or others decide in its stead. */
type Effect =
  { readonly kind: 'outside' | 'decides' | 'impossible' } | { readonly kind: 'excluded' | 'shadowed'; readonly by: string };

/** Whether the other rule wins over it where both hold. `rules` are in order, narrower first. */
const winsOver = (other: Rule, rule: Rule, positions: ReadonlyMap<Rule, number>): boolean =>
  rule.yieldsTo.includes(other.id) ||
  (!other.yieldsTo.includes(rule.id) && (positions.get(other) ?? 0) < (positions.get(rule) ?? 0));

const addsUp = ({ terms }: Rule): boolean =>
  terms.extend !== undefined || terms.exclude !== undefined || terms.review !== undefined;

const sharesKind = (left: Rule, right: Rule): boolean => left.kinds.some((kind) => right.kinds.includes(kind));

interface Rivals {
  readonly rule: Rule;
  readonly excluders: readonly Rule[];
  readonly winners: readonly Rule[];
}

const rivalsOf = (rule: Rule, rules: readonly Rule[], positions: ReadonlyMap<Rule, number>): Rivals => {
  const others = rules.filter((other) => other !== rule && sharesKind(rule, other));
  return {
    rule,
    excluders: rule.terms.exclude === undefined ? others.filter(({ terms }) => terms.exclude !== undefined) : [],
    winners: others.filter(
      (other) => winsOver(other, rule, positions) && [...other.parameters.keys()].some((name) => rule.parameters.has(name)),
    ),
  };
};

const effectIn = (cell: Cell<Rule>, { rule, excluders, winners }: Rivals): Effect => {
  if (!cell.holds(rule)) return { kind: 'outside' };
  const excluder = excluders.find(cell.isCertain) ?? excluders.find(cell.holds);
  if (excluder !== undefined) return { kind: 'excluded', by: excluder.id };
  if (addsUp(rule)) return { kind: 'decides' };
  let by = '';
  for (const name of rule.parameters.keys()) {
    const winner = winners.find((other) => other.parameters.has(name) && cell.holds(other));
    if (winner === undefined) return { kind: 'decides' };
    by = winner.id;
  }
  return { kind: 'shadowed', by };
};

const settingRules = (rules: readonly Rule[]): readonly Rule[] =>
  rules.filter((rule) => rule.path[0] === 'rules' && (rule.parameters.size > 0 || addsUp(rule)));

interface Needless {
  readonly box: Box;
  readonly effect: Extract<Effect, { kind: 'excluded' | 'shadowed' }>;
  readonly facts: CaseFacts;
}

const isSo = ({ policy, sellerId }: Subject, rule: Rule, { effect, facts }: Omit<Needless, 'box'>): boolean => {
  const { rights } = decide(policy, facts, { at: facts.requestedAt ?? '' });
  const own = rights.filter(({ source }) => source === sellerId);
  if (effect.kind === 'excluded') return own.length > 0 && own.every(({ verdict }) => verdict === 'ineligible');
  return own.length > 0 && !JSON.stringify(own).includes(`"rule":${JSON.stringify(rule.id)},`);
};

const toFinding = (subject: Subject, rule: Rule, found: Needless | null): AnalysisFinding => {
  const shared = { document: subject.documentOf(rule.id), rule: rule.id } as const;
  if (found === null) {
    const message = `Rule '${rule.id}' can never apply: no case is in all of its conditions.`;
    return { ...shared, code: 'unreachable', severity: 'error', countries: [], region: 'no case', message, witness: null };
  }
  const { box, effect, facts } = found;
  const says = effect.kind === 'excluded' ? `rule '${effect.by}' excludes it` : `rule '${effect.by}' decides`;
  const witness: Witness = { facts, at: facts.requestedAt ?? '', says, demands: null, because: [rule.citation] };
  const words = showRegion(subject.space, box);
  const where = {
    countries: countriesIn(subject.space, box),
    reasons: reasonsOf(subject.space, [box]),
    soldOn: soldOnOf(subject.space, [box], new Map()),
    region: words.length === 0 ? 'every case' : words.join(', '),
    witness,
  };
  return effect.kind === 'excluded'
    ? {
        ...shared,
        ...where,
        code: 'unreachable',
        severity: 'error',
        message: `Rule '${rule.id}' never decides: every case of it is excluded, here by rule '${effect.by}'.`,
      }
    : {
        ...shared,
        ...where,
        code: 'shadowed',
        severity: 'warning',
        message: `Rule '${rule.id}' never decides: narrower rules say everything it says, here rule '${effect.by}'.`,
      };
};

const examine = (subject: Subject, rivals: Rivals): readonly AnalysisFinding[] => {
  const { rule, excluders, winners } = rivals;
  const { space, budget } = subject;
  const leaves = explore<Rule, Effect>({
    space,
    start: space.whole,
    items: [rule, ...new Set([...excluders, ...winners])],
    budget,
    settle: (cell) => {
      const effect = effectIn(cell, rivals);
      const isReal = effect.kind === 'outside' || representFacts(space, cell.box, { setting: subject.setting }) !== null;
      return isReal ? effect : { kind: 'impossible' };
    },
    isEnough: ({ kind }) => kind === 'decides',
  });
  if (budget.isEnded() || leaves.some(({ value }) => value.kind === 'decides')) return [];
  const inside = leaves.filter(({ value }) => value.kind === 'excluded' || value.kind === 'shadowed');
  if (inside.length === 0) return [toFinding(subject, rule, null)];
  for (const { box, value } of inside) {
    const facts = representFacts(space, box, { setting: subject.setting });
    if (facts === null || (value.kind !== 'excluded' && value.kind !== 'shadowed')) continue;
    if (isSo(subject, rule, { effect: value, facts })) return [toFinding(subject, rule, { box, effect: value, facts })];
  }
  return [];
};

/** Rules that no case reaches, and rules that never decide anything because others always do in their stead. */
export const findNeedlessRules = (subject: Subject): readonly AnalysisFinding[] => {
  const positions = new Map(subject.rules.map((rule, position) => [rule, position]));
  return settingRules(subject.rules).flatMap((rule) => examine(subject, rivalsOf(rule, subject.rules, positions)));
};
