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
  /** The parts that the change makes different. */
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
  affectedParts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));

/**
 * What the decision would be if some facts were other than told: the goods unopened, the request a day earlier, the buyer in another
 * country. Pure like `decide`, and like it never throws: a change that makes no sense gives `needs-review` with `facts-invalid`.
 */
export const whatIf = (policy: Policy, supposition: Supposition, options: DecideOptions): WhatIf => {
  const before = decide(policy, supposition.facts, options);
  const after = decideChanged(policy, supposition, options);
  return { before, after, changed: partsChanged(before, after) };
};

/** The last moment of each window that has closed, the latest first; then the first of each that has not opened. */
const requests = ({ rights }: ReturnDecision): readonly FactsChange[] => {
  const ends = (reason: string, end: 'closesAt' | 'opensAt'): readonly string[] =>
    rights
      .filter(({ reasons }) => reasons.includes(reason))
      .flatMap(({ window }) => window?.[end] ?? [])
      .sort();
  const moments = [...[...ends('window-closed', 'closesAt')].reverse(), ...ends('window-not-open', 'opensAt')];
  return moments.map((requestedAt) => ({ requestedAt }));
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
 * of a closed window first. Empty when it is eligible already, or when no one change is enough. It shows what decided, and is no
 * advice to say otherwise.
 */
export const nearestEligible = (policy: Policy, facts: CaseFacts, options: DecideOptions): readonly FactsChange[] => {
  const decision = decide(policy, facts, options);
  if (decision.verdict === 'eligible') return [];
  const isEnough = (change: FactsChange): boolean => decideChanged(policy, { facts, change }, options).verdict === 'eligible';
  return [...requests(decision), ...goods(facts)].filter(isEnough);
};
