import { formatCivilDay } from '../calendar/civil-day.js';
import type { Overridden, Refund, RightDecision, Terms, Window } from '../decision.js';
import { distinct } from '../distinct.js';
import type { Scene } from '../facts/scene.js';
import { compareEnds, endless, latestOf } from '../rules/ending.js';
import type { ResolvedWindow } from '../rules/window.js';
import type { FamilyName } from './families.js';
import { freezeAll } from './freeze.js';
import type { GoodsRefund, Grant } from './grant.js';
import { joinRefund, soften, type Candidate, type Joined } from './join.js';
import { losersOf } from './losers.js';
import { createPairMemo } from './pair-memo.js';
import { joinPromises, type Promised, type Speakers } from './promised.js';
import type { RuleSet } from './rule-sets.js';
import { statedByFacts } from './stated-by-facts.js';
import { emptyTerms, hasLaidOut, writeTerms } from './write-terms.js';

type PlainTerms = Omit<Terms, 'deadlines'>;

/** The merged terms of one family of rights on the day of the request. */
export interface MergedFamily {
  readonly terms: PlainTerms;
  readonly alternatives: readonly PlainTerms[];
  readonly overrode: readonly Overridden[];
}

const ownOf = new WeakMap<readonly RuleSet[], readonly Overridden[]>();

/** Wider rules that a narrower one of the same source replaced. */
export const ownOverridden = (sets: readonly RuleSet[]): readonly Overridden[] => {
  const known = ownOf.get(sets);
  if (known !== undefined) return known;
  const found = freezeAll(distinct(sets.map(({ settled }) => settled.overrode)));
  ownOf.set(sets, found);
  return found;
};

/** The window that ends last, and how far any of them may reach. */
const latestWindow = (grants: readonly Grant[]): Window | null => {
  let last: ResolvedWindow | null = null;
  for (const { standing, window } of grants) {
    if (standing !== 'excluded' && window !== null) last = last === null ? window : later(last, window);
  }
  if (last === null) return null;
  const mayExtendTo = reachOf(grants, last.window);
  return mayExtendTo === last.window.mayExtendTo ? last.window : { ...last.window, mayExtendTo };
};

const later = (best: ResolvedWindow, next: ResolvedWindow): ResolvedWindow => {
  if (best.closes.kind !== 'ends' || next.closes.kind !== 'ends')
    return latestOf(best.closes, next.closes) === best.closes ? best : next;
  return compareEnds(best.closes.earliest, next.closes.earliest) >= 0 ? best : next;
};

const reachOf = (grants: readonly Grant[], { lastDay }: Window): string | null => {
  if (lastDay === null) return null;
  let furthest = lastDay;
  for (const { standing, window } of grants) {
    if (standing === 'excluded' || window === null) continue;
    const { closes } = window;
    if (closes.kind !== 'ends' && closes.kind !== 'unknown') continue;
    const reach = formatCivilDay(closes.kind === 'ends' ? closes.latest.day : endless.day);
    if (reach > furthest) furthest = reach;
  }
  return furthest > lastDay ? furthest : null;
};

/** The money of several grants, and what other sources said about it and lost. */
interface JoinedRefund {
  readonly refund: Joined<GoodsRefund> | null;
  readonly overrode: readonly Overridden[];
}

const refundsOf = (grants: readonly Grant[]): readonly Candidate<GoodsRefund>[] => {
  const found: Candidate<GoodsRefund>[] = [];
  for (const { refund } of grants) if (refund !== null) found.push(refund.main);
  return found;
};

const unknownRefund: GoodsRefund = {
  form: 'unknown',
  lines: [{ kind: 'item', amount: null, cap: null, because: [] }],
  net: null,
};

const isSameRefund = (left: GoodsRefund, right: GoodsRefund): boolean => left.form === right.form && left.net === right.net;

const joinMoney = ({ possible, certain }: Speakers): JoinedRefund => {
  const all = refundsOf(possible);
  const joined = joinRefund(all);
  const refund = certain === null ? joined : soften(joinRefund(refundsOf(certain)), joined, unknownRefund);
  return { refund, overrode: losersOf({ parameter: 'refund', joined: refund, all, isSame: isSameRefund }) };
};

/** `null` where nobody grants anything. */
const speakersIn = (grants: readonly Grant[], scene: Scene): Speakers | null => {
  const [certain, possible]: [Grant[], Grant[]] = [[], []];
  let [living, unsure]: (Grant | undefined)[] = [];
  for (const grant of grants) {
    const { standing } = grant;
    if (standing === 'closed' || standing === 'excluded') continue;
    possible.push(grant);
    if (standing === 'unsure') unsure ??= grant;
    else certain.push(grant);
    if (standing === 'alive') living ??= grant;
  }
  const kind = (living ?? unsure)?.kind;
  if (kind === undefined) return null;
  const isSure = living === undefined || unsure === undefined;
  return { kind, possible, certain: isSure ? null : certain, stated: statedByFacts(scene) };
};

/** The grants of one family, with the rule sets of all families they come from. */
export interface Family {
  readonly name: FamilyName;
  readonly grants: readonly Grant[];
  /** What each grant was written as by itself; `null` where it is no right of its own. */
  readonly rights: readonly (RightDecision | null)[];
  readonly sets: readonly RuleSet[];
}

/** What the grants promise together, with everything that was overridden on the way but for the money. */
const promisesOf = (speakers: Speakers, { sets }: Family): Promised => {
  const promised = joinPromises(speakers);
  return { ...promised, overrode: freezeAll(distinct([ownOverridden(sets), promised.overrode])) };
};

/** What was promised before, by how the grants stood to the request. */
const known = createPairMemo<Map<number, Promised>>();
const createStandings = (): Map<number, Promised> => new Map();

const digits: Readonly<Record<Grant['standing'], number>> = { alive: 0, unsure: 1, closed: 2, excluded: 3, statement: 4 };
const firstDigits: Readonly<Record<FamilyName, number>> = { 'change-of-mind': 1, fault: 2, delivery: 3 };
const base = 5;

/** Numbers with more digits are no longer told apart. */
const mostDigits = 20;

/** How the grants stand to the request decides who has a say; nothing else of the case does. A digit each, after one for the family. */
const standingsOf = ({ name, grants }: Family): number => {
  let number = firstDigits[name];
  for (const { standing } of grants) number = number * base + digits[standing];
  return number;
};

/** Kept as long as the rule sets are: no figure of the case goes into what is promised. */
const recallPromises = (speakers: Speakers, family: Family): Promised => {
  if (family.grants.length > mostDigits) return promisesOf(speakers, family);
  const byStandings = known(family.sets, speakers.stated, createStandings);
  const standings = standingsOf(family);
  const kept = byStandings.get(standings);
  if (kept !== undefined) return kept;
  const made = promisesOf(speakers, family);
  byStandings.set(standings, made);
  return made;
};

const overriddenIn = (promised: Promised, money: JoinedRefund): readonly Overridden[] =>
  money.overrode.length === 0 ? promised.overrode : distinct([promised.overrode, money.overrode]);

/** The refund of a right whose money and legs are those of the family: what it comes to has been written already. */
const findWritten = (
  { refund, promised }: { readonly refund: Joined<GoodsRefund> | null; readonly promised: Promised },
  { grants, rights }: Family,
  scene: Scene,
): Refund | null => {
  const isPaidBack = hasLaidOut(scene);
  const place = grants.findIndex(
    ({ refund: own, alone }, index) =>
      rights[index] !== null &&
      own?.main === refund?.main &&
      alone.outbound?.main === promised.outbound?.main &&
      (!isPaidBack || alone.return?.main === promised.return?.main),
  );
  return rights[place]?.refund ?? null;
};

/**
 * Merges the grants of one family. A source joins only where it would accept this very request alone; what it says about others'
 * rights joins whenever its guard holds. The window is the latest of those not excluded, alive or merely closed.
 */
export const mergeFamily = (family: Family, scene: Scene): MergedFamily => {
  const window = latestWindow(family.grants);
  const speakers = speakersIn(family.grants, scene);
  if (speakers === null) {
    const terms = emptyTerms(window, scene.facts.item.price.currency);
    return { terms, alternatives: [], overrode: ownOverridden(family.sets) };
  }
  const promised = recallPromises(speakers, family);
  const money = joinMoney(speakers);
  const write = (refund: Joined<GoodsRefund> | null): PlainTerms => {
    const written = findWritten({ refund, promised }, family, scene);
    return writeTerms({ window, promised, refund, written }, scene);
  };
  return {
    terms: write(money.refund),
    alternatives: (money.refund?.others ?? []).map((main) => write({ main, others: [] })),
    overrode: overriddenIn(promised, money),
  };
};
