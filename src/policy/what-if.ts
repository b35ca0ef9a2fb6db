import { partOf } from './affected-part.js';
import { formatCivilDay, parseLeadingDay, type CivilDay } from './calendar/civil-day.js';
import type { Policy } from './compile.js';
import { decide, decideAnything, type DecideOptions } from './decide.js';
import { affectedParts, type AffectedPart, type ReturnDecision } from './decision.js';
import { conditionFlags } from './guards/dimensions.js';
import type { CaseFacts } from './facts/case-facts.js';

/** Facts that are other than told. Groups are changed key by key; `null` takes a fact away, so that it is unknown. */
export type FactsChange = { readonly [Key in keyof CaseFacts]?: Change<CaseFacts[Key]> };
type Change<Fact> =
  | null
  | (Fact extends readonly unknown[] ? Fact : Fact extends object ? { readonly [Key in keyof Fact]?: Change<Fact[Key]> } : Fact);

/** The decision as it is and as it would be. */
export interface WhatIf {
  readonly before: ReturnDecision;
  readonly after: ReturnDecision;
  /** The parts that the change makes different; remedies count with the refund. */
  readonly changed: readonly AffectedPart[];
}

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const merge = (facts: unknown, change: unknown): unknown => {
  if (change === null) return undefined;
  if (!isGroup(change)) return change;
  const merged = new Map(isGroup(facts) ? Object.entries(facts) : []);
  for (const [key, value] of Object.entries(change)) {
    const next = merge(merged.get(key), value);
    if (next === undefined) merged.delete(key);
    else merged.set(key, next);
  }
  return Object.fromEntries(merged);
};

/** What was merged may be no facts at all; the decision says so. */
const decideChanged = (policy: Policy, { facts, change }: Supposition, options: DecideOptions): ReturnDecision =>
  decideAnything(policy, merge(facts, change), options);

/** The facts as told with what is supposed of them. */
export interface Supposition {
  readonly facts: CaseFacts;
  readonly change: FactsChange;
}

const partsChanged = (before: ReturnDecision, after: ReturnDecision): readonly AffectedPart[] =>
  affectedParts.filter((part) => JSON.stringify(partOf(before, part)) !== JSON.stringify(partOf(after, part)));

/**
 * What the decision would be if some facts were other than told: the goods unopened, the request a day earlier, the buyer in another
 * country. Pure like `decide`, and like it never throws: a change that makes no sense gives `needs-review` with `facts-invalid`.
 */
export const whatIf = (policy: Policy, supposition: Supposition, options: DecideOptions): WhatIf => {
  const before = decide(policy, supposition.facts, options);
  const after = decideChanged(policy, supposition, options);
  return { before, after, changed: partsChanged(before, after) };
};

const closed: readonly string[] = ['window-closed', 'window-may-extend'];

/** The last moment of each window that has closed, or that nobody knows to be still open. */
const lastMoments = ({ rights }: ReturnDecision): readonly string[] =>
  rights.filter(({ reasons }) => reasons.some((code) => closed.includes(code))).flatMap(({ window }) => window?.closesAt ?? []);

const firstMoments = ({ rights }: ReturnDecision): readonly string[] =>
  rights.filter(({ reasons }) => reasons.includes('window-not-open')).flatMap(({ window }) => window?.opensAt ?? []);

/** Beyond this nobody asks, and the open ends of ranges lie beyond it. */
const farthestInDays = 10 * 366;

interface Turns {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** The days on which rules for requests of some days begin or end to hold, seen from the day of the request. */
const turnsOf = ({ sources }: Policy, { requestedAt }: CaseFacts, { at }: DecideOptions): Turns => {
  const asked = parseLeadingDay(requestedAt ?? at) ?? 0;
  const isNear = (day: CivilDay): boolean => Math.abs(day - asked) <= farthestInDays;
  const ranges = sources.flatMap(({ rules }) => rules.flatMap(({ guard }) => guard.get('requested') ?? []));
  const days = ranges.flatMap((range) => (range.kind === 'range' ? [range.from - 1, range.from, range.to, range.to + 1] : []));
  const named = (kept: readonly number[]): readonly string[] => kept.filter(isNear).map(formatCivilDay);
  return { before: named(days.filter((day) => day < asked)), after: named(days.filter((day) => day > asked)) };
};

interface Judged {
  readonly facts: CaseFacts;
  readonly decision: ReturnDecision;
}

/** Other days to ask on: the latest of those before first, then the earliest of those to come. */
const requests = (policy: Policy, { facts, decision }: Judged, options: DecideOptions): readonly FactsChange[] => {
  const { before, after } = turnsOf(policy, facts, options);
  const moments = [...[...lastMoments(decision), ...before].sort().reverse(), ...[...firstMoments(decision), ...after].sort()];
  return [...new Set(moments)].map((requestedAt) => ({ requestedAt }));
};

const goods = ({ item }: CaseFacts): readonly FactsChange[] => [
  ...conditionFlags.filter((flag) => item.condition?.[flag] === true).map((flag) => ({ item: { condition: { [flag]: false } } })),
  ...(item.traits ?? []).map((trait) => ({ item: { traits: (item.traits ?? []).filter((other) => other !== trait) } })),
  ...(item.tags ?? []).map((tag) => ({ item: { tags: (item.tags ?? []).filter((other) => other !== tag) } })),
  ...(item.soldAs === undefined || item.soldAs === 'new' ? [] : [{ item: { soldAs: 'new' as const } }]),
  ...(item.category === undefined || item.category === 'general' ? [] : [{ item: { category: 'general' as const } }]),
];

/**
 * For a case that is not eligible: each single change of the request's day or of the goods that would make it so, the latest day
 * on which it could have been asked first. A day is the last moment of a window or the first of one to come, as an instant, or where
 * a rule for requests of some days begins or ends, as a civil day. Empty when it is eligible already, or when no one change is enough.
 * It shows what decided, and is no advice to say otherwise.
 */
export const nearestEligible = (policy: Policy, facts: CaseFacts, options: DecideOptions): readonly FactsChange[] => {
  const decision = decide(policy, facts, options);
  if (decision.verdict === 'eligible') return [];
  const isEnough = (change: FactsChange): boolean => decideChanged(policy, { facts, change }, options).verdict === 'eligible';
  return [...requests(policy, { facts, decision }, options), ...goods(facts)].filter(isEnough);
};
