import type { IndexedRule, Policy } from './compile.js';
import type { DecisionReason, Requirement, ReturnDecision, RightDecision, RightKind, Verdict } from './decision.js';
import { matchGuard } from './guards/guard.js';
import type { Scene } from './facts/scene.js';
import { buildGrant } from './merge/build-grant.js';
import { deadlinesOf, statedDeadlines } from './merge/deadlines.js';
import { compareKinds, familyOf, kindOrder, type FamilyName } from './merge/families.js';
import type { Grant } from './merge/grant.js';
import { joinDeadlines } from './merge/join-deadlines.js';
import { mergeFamily } from './merge/merge-family.js';
import { writeRight } from './merge/right-decision.js';
import { kindsAsked, sellerKindOf } from './rules/reason-class.js';
import { liableParty } from './rules/liability.js';
import type { Rule } from './rules/rule.js';
import { isPackKnown, warningsFor } from './merge/warnings.js';
import type { World } from './worlds/worlds.js';

/** A decision in one world: everything but the facts that are missing, which only comparing worlds can tell. */
export type Outcome = Omit<ReturnDecision, 'missing'>;

const applies = (rule: Rule, scene: Scene): boolean =>
  matchGuard(rule.guard, scene) === 'yes' && rule.unless.every((guard) => matchGuard(guard, scene) === 'no');

/** One grant per source and right asked; a seller's rule speaks about the right the reason opens. */
const grantsIn = (candidates: readonly IndexedRule[], scene: Scene): readonly Grant[] => {
  const applicable = candidates.filter(({ rule }) => applies(rule, scene));
  const sources = [...new Set(applicable.map(({ source }) => source))];
  const kinds = kindsAsked(scene.reasonClass);
  return sources.flatMap((source) => {
    const rules = applicable.filter((candidate) => candidate.source === source).map(({ rule }) => rule);
    const asked: readonly RightKind[] = source.layer === 'seller' ? [sellerKindOf(scene.reasonClass)] : kinds;
    return asked.flatMap((kind) => {
      const about = rules.filter((rule) => rule.kinds.includes(kind));
      return about.length === 0 ? [] : [buildGrant({ kind, source, rules: about }, scene)];
    });
  });
};

const verdictOrder: readonly Verdict[] = ['eligible', 'needs-review', 'ineligible'];
const layerOrder = ['law', 'marketplace', 'seller'];

const compareGrants = (left: Grant, right: Grant): number =>
  layerOrder.indexOf(left.source.layer) - layerOrder.indexOf(right.source.layer) ||
  kindOrder(left.kind) - kindOrder(right.kind) ||
  (left.id < right.id ? -1 : 1);

/** The best verdict, then the most specific right, then the order of rights. */
const recommend = (rights: readonly RightDecision[]): RightDecision | null =>
  [...rights].sort(
    (left, right) =>
      verdictOrder.indexOf(left.verdict) - verdictOrder.indexOf(right.verdict) ||
      compareKinds(left.kind, right.kind) ||
      rights.indexOf(left) - rights.indexOf(right),
  )[0] ?? null;

/** The fact that leaves a window open. */
const openFact = (code: string, { window }: Grant): string | null => {
  if (code === 'window-unknown' && window?.closes.kind === 'unknown') return window.closes.fact;
  return code === 'window-may-extend' && window?.closes.kind === 'ends' ? (window.closes.openedBy ?? null) : null;
};

const reasonsOf = (grants: readonly Grant[], fallback: string): readonly DecisionReason[] => {
  if (grants.length === 0) return [{ code: fallback, path: null, right: null }];
  return grants.flatMap((grant) =>
    grant.reasons.map((code) => ({
      code,
      path: openFact(code, grant),
      right: grant.id,
    })),
  );
};

const uniqueBy = <Item>(items: readonly Item[], key: (item: Item) => string): readonly Item[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
];

const requirementsOf = (grants: readonly Grant[]): readonly Requirement[] =>
  [
    ...uniqueBy(
      grants.flatMap(({ requirements }) => requirements),
      (requirement) => JSON.stringify(requirement),
    ),
  ].sort((left, right) => (left.code < right.code ? -1 : left.code > right.code ? 1 : 0));

const familyIn = (recommended: RightDecision | null, scene: Scene): FamilyName =>
  familyOf(recommended?.kind ?? sellerKindOf(scene.reasonClass));

/** Decides the case as one world sees it. */
export const decideWorld = (policy: Policy, { scene, candidates }: World): Outcome => {
  const grants = [...grantsIn(candidates, scene)].sort(compareGrants);
  const granted = grants.filter(({ window, lostTo }) => window !== null || lostTo !== null);
  const rights = granted.map((grant) => writeRight(grant, scene));
  const recommended = recommend(rights);
  const family = grants.filter(({ kind }) => familyOf(kind) === familyIn(recommended, scene));
  const { terms, alternatives, overrode } = mergeFamily(family, scene);
  const verdict = recommended?.verdict ?? 'ineligible';
  const computed = family.flatMap((grant) =>
    deadlinesOf(grant.standing === 'statement' ? { ...grant, verdict } : grant, scene).map((deadline) => ({
      deadline,
      isLaw: grant.source.layer === 'law',
    })),
  );
  const deadlines = joinDeadlines(computed, statedDeadlines(scene));
  const isKnown = isPackKnown(policy, scene.facts);
  return {
    verdict: recommended?.verdict ?? (isKnown ? 'ineligible' : 'needs-review'),
    rights,
    recommended: recommended?.id ?? null,
    liable: liableParty(scene.facts),
    ...terms,
    deadlines,
    alternatives: alternatives.map((other) => ({ ...other, deadlines })),
    requirements: requirementsOf(family),
    reasons: reasonsOf(granted, isKnown ? 'no-right' : 'no-rule-applies'),
    overrode: uniqueBy([...grants.flatMap((grant) => grant.overrode), ...overrode], (entry) => JSON.stringify(entry)),
    warnings: warningsFor({ policy, scene, deadlines, recommended }),
  };
};
