import type { Policy } from './compile.js';
import type { DecisionDeadline, DecisionReason, Requirement, ReturnDecision, RightDecision, Verdict } from './decision.js';
import { distinct } from './distinct.js';
import type { Scene } from './facts/scene.js';
import { buildGrant } from './merge/build-grant.js';
import { addOpenFacts, deadlinesOf, statedDeadlines } from './merge/deadlines.js';
import { compareKinds, familyOf, type FamilyName } from './merge/families.js';
import type { Grant } from './merge/grant.js';
import { areApart, joinDeadlines, sortDeadlines, type LayeredDeadline } from './merge/join-deadlines.js';
import { mergeFamily, ownOverridden } from './merge/merge-family.js';
import { addNothing } from './merge/promised.js';
import { writeRight } from './merge/right-decision.js';
import type { RuleSet } from './merge/rule-sets.js';
import { statedByFacts } from './merge/stated-by-facts.js';
import { emptyTerms, unknownTerms } from './merge/write-terms.js';
import { openFactOf } from './rules/ending.js';
import { sellerKindOf } from './rules/reason-class.js';
import { liableParty } from './rules/liability.js';
import { isEstimate, isPackKnown, warningsFor } from './merge/warnings.js';
import { sorted } from './sorted.js';
import type { World } from './worlds/worlds.js';

/** A decision in one world: everything but the facts that are missing, which only comparing worlds can tell. */
export type Outcome = Omit<ReturnDecision, 'missing'> & {
  /** What would settle the days of deadlines. */
  readonly openFacts: ReadonlySet<string>;
};

const verdictOrder: readonly Verdict[] = ['eligible', 'needs-review', 'ineligible'];
const isBetter = (left: RightDecision, right: RightDecision): boolean =>
  (verdictOrder.indexOf(left.verdict) - verdictOrder.indexOf(right.verdict) || compareKinds(left.kind, right.kind)) < 0;

/** The best verdict, then the most specific right, then the order of rights. */
const recommend = (rights: readonly RightDecision[]): RightDecision | null => {
  let best = rights[0] ?? null;
  for (const right of rights) if (best !== null && isBetter(right, best)) best = right;
  return best;
};

/** The fact that leaves a window open: where it ends, or else where it begins. */
const openFact = (code: string, { window }: Grant): string | null => {
  if (window === null || (code !== 'window-unknown' && code !== 'window-may-extend')) return null;
  const { opens, closes } = window;
  const end = closes.kind === 'unknown' ? closes.fact : openFactOf(closes);
  return end ?? (opens?.kind === 'unknown' ? opens.fact : null);
};

const reasonsOf = (grants: readonly Grant[], fallback: string): readonly DecisionReason[] => {
  if (grants.length === 0) return [{ code: fallback, path: null, right: null }];
  const found: DecisionReason[] = [];
  for (const grant of grants) {
    for (const code of grant.reasons) found.push({ code, path: openFact(code, grant), right: grant.id });
  }
  return found;
};

const byCode = (left: Requirement, right: Requirement): number => (left.code < right.code ? -1 : left.code > right.code ? 1 : 0);

const requirementsOf = (heard: readonly Heard[]): readonly Requirement[] =>
  sorted(distinct(heard.map(({ grant }) => grant.requirements)), byCode);

const familyIn = (recommended: RightDecision | null, scene: Scene): FamilyName =>
  familyOf(recommended?.kind ?? sellerKindOf(scene.reasonClass));

type Merged = Pick<Outcome, 'window' | 'pays' | 'refund' | 'remedies' | 'deadlines' | 'alternatives' | 'overrode'>;

/** A grant with the deadlines it sets. What is no right of its own follows the verdict of those it speaks about. */
interface Heard {
  readonly grant: Grant;
  readonly deadlines: readonly DecisionDeadline[] | null;
  readonly right: RightDecision | null;
}

const isRight = ({ window, lostTo }: Grant): boolean => window !== null || lostTo !== null;

const hear = (set: RuleSet, scene: Scene): Heard => {
  const grant = buildGrant(set, scene);
  if (!isRight(grant)) return { grant, deadlines: null, right: null };
  const deadlines = deadlinesOf(grant, scene);
  return { grant, deadlines, right: writeRight(grant, deadlines, scene) };
};

interface OnlyRight {
  readonly grant: Grant;
  readonly right: RightDecision;
}

/** A family of one with nothing to join: its terms are those of the right, as far as it still lives. */
const takeOver = ({ grant, right }: OnlyRight, sets: readonly RuleSet[], scene: Scene): Merged => {
  const isOwed = grant.standing === 'alive' || grant.standing === 'unsure';
  const window = grant.standing === 'excluded' ? null : right.window;
  const { pays, refund, remedies } = isOwed ? right : emptyTerms(window, scene.facts.item.price.currency);
  return { window, pays, refund, remedies, deadlines: right.deadlines, alternatives: [], overrode: ownOverridden(sets) };
};

interface FamilyHeard {
  readonly name: FamilyName;
  readonly heard: readonly Heard[];
  readonly sets: readonly RuleSet[];
  readonly verdict: Verdict;
}

/** The rows of all grants as they come, with which of them are the law's. */
interface Rows {
  readonly rows: readonly DecisionDeadline[];
  readonly layered: () => readonly LayeredDeadline[];
}

const rowsOf = (heard: readonly Heard[], verdict: Verdict, scene: Scene): Rows => {
  const lists = heard.map(({ grant, deadlines }) => deadlines ?? deadlinesOf({ ...grant, verdict }, scene));
  const rows: DecisionDeadline[] = [];
  for (const list of lists) rows.push(...list);
  const isLaw = (place: number): boolean => heard[place]?.grant.source.layer === 'law';
  return {
    rows,
    layered: () => lists.flatMap((list, place) => list.map((deadline) => ({ deadline, isLaw: isLaw(place) }))),
  };
};

/** Rows of different duties stand beside each other as they are. */
const joinRows = (heard: readonly Heard[], verdict: Verdict, scene: Scene): readonly DecisionDeadline[] => {
  const { rows, layered } = rowsOf(heard, verdict, scene);
  const isPlain = scene.facts.platformDeadlines === undefined && areApart(rows);
  return isPlain ? sortDeadlines(rows) : joinDeadlines(layered(), statedDeadlines(scene));
};

const merge = ({ name, heard, sets, verdict }: FamilyHeard, scene: Scene): Merged => {
  const rights = heard.map(({ right }) => right);
  const { terms, alternatives, overrode } = mergeFamily({ name, grants: heard.map(({ grant }) => grant), rights, sets }, scene);
  const { window, pays, refund, remedies } = terms;
  const deadlines = joinRows(heard, verdict, scene);
  const others = alternatives.map((other) => ({
    window: other.window,
    pays: other.pays,
    refund: other.refund,
    remedies: other.remedies,
    deadlines,
  }));
  return { window, pays, refund, remedies, deadlines, alternatives: others, overrode };
};

/** The right that is the whole family, with nothing beside it to join. */
const onlyRightIn = (heard: readonly Heard[], scene: Scene): OnlyRight | null => {
  const only = heard.length === 1 ? heard[0] : undefined;
  if (only === undefined || only.right === null || scene.facts.platformDeadlines !== undefined) return null;
  return addNothing(statedByFacts(scene), only.grant) ? { grant: only.grant, right: only.right } : null;
};

/** What all rights but the ones of other families come to together. */
const mergeAll = (family: FamilyHeard, scene: Scene): Merged => {
  const only = onlyRightIn(family.heard, scene);
  return only === null ? merge(family, scene) : takeOver(only, family.sets, scene);
};

const noFacts: ReadonlySet<string> = new Set();

const openFactsIn = (heard: readonly Heard[], deadlines: readonly DecisionDeadline[]): ReadonlySet<string> => {
  if (!deadlines.some(isEstimate)) return noFacts;
  const found = new Set<string>();
  for (const { grant } of heard) addOpenFacts(found, grant);
  return found;
};

/** What sets of rules said in worlds of one origin: what is assumed there brings rules in or takes them out, and changes nothing else. */
type Memory = Map<RuleSet, Heard>;

const recall = (set: RuleSet, scene: Scene, memory: Memory | null): Heard => {
  if (memory === null || set.hangsOnDisclosures) return hear(set, scene);
  const known = memory.get(set);
  if (known !== undefined) return known;
  const heard = hear(set, scene);
  memory.set(set, heard);
  return heard;
};

/** Decides the case as one world sees it. */
const decideWorld = (policy: Policy, { scene, situation }: World, memory: Memory | null): Outcome => {
  const sets = policy.ruleSets(situation.applicable, scene.reasonClass);
  const heard = sets.map((set) => recall(set, scene, memory));
  const granted: Grant[] = [];
  const rights: RightDecision[] = [];
  for (const { grant, right } of heard) {
    if (right === null) continue;
    granted.push(grant);
    rights.push(right);
  }
  const recommended = recommend(rights);
  const name = familyIn(recommended, scene);
  const family = heard.filter(({ grant }) => familyOf(grant.kind) === name);
  const verdict = recommended?.verdict ?? 'ineligible';
  const isKnown = isPackKnown(policy, scene.facts);
  const isOpen = recommended === null && !isKnown;
  const found = mergeAll({ name, heard: family, sets, verdict }, scene);
  const { window, pays, refund, remedies } = isOpen ? unknownTerms : found;
  const { deadlines, alternatives, overrode } = found;
  return {
    verdict: isOpen ? 'needs-review' : verdict,
    rights,
    recommended: recommended?.id ?? null,
    liable: liableParty(scene.facts),
    window,
    pays,
    refund,
    remedies,
    deadlines,
    alternatives,
    requirements: requirementsOf(family),
    reasons: reasonsOf(granted, isKnown ? 'no-right' : 'no-rule-applies'),
    overrode,
    openFacts: openFactsIn(family, deadlines),
    warnings: warningsFor({ policy, scene, heard, family, deadlines, pays, refund, recommended }),
  };
};

/** Decides the case as each world sees it. */
export const decideWorlds = (policy: Policy, worlds: readonly World[]): readonly Outcome[] => {
  const [only] = worlds;
  if (worlds.length === 1 && only !== undefined) return [decideWorld(policy, only, null)];
  const memories = new Map<Scene, Memory>();
  return worlds.map((world) => {
    const memory = memories.get(world.origin) ?? new Map<RuleSet, Heard>();
    memories.set(world.origin, memory);
    return decideWorld(policy, world, memory);
  });
};
