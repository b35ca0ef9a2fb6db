import type { Policy } from './compile.js';
import type { DecisionReason, Requirement, ReturnDecision, RightDecision, Verdict } from './decision.js';
import type { Scene } from './facts/scene.js';
import { buildGrant } from './merge/build-grant.js';
import { deadlinesOf, statedDeadlines } from './merge/deadlines.js';
import { compareKinds, familyOf, type FamilyName } from './merge/families.js';
import type { Grant } from './merge/grant.js';
import { joinDeadlines } from './merge/join-deadlines.js';
import { mergeFamily } from './merge/merge-family.js';
import { writeRight } from './merge/right-decision.js';
import { sellerKindOf } from './rules/reason-class.js';
import { liableParty } from './rules/liability.js';
import { isPackKnown, warningsFor } from './merge/warnings.js';
import type { World } from './worlds/worlds.js';

/** A decision in one world: everything but the facts that are missing, which only comparing worlds can tell. */
export type Outcome = Omit<ReturnDecision, 'missing'>;

const verdictOrder: readonly Verdict[] = ['eligible', 'needs-review', 'ineligible'];
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
export const decideWorld = (policy: Policy, { scene, applicable }: World): Outcome => {
  const grants = policy.ruleSets(applicable, scene.reasonClass).map((set) => buildGrant(set, scene));
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
