import type { Policy } from '../compile.js';
import type { RightKind } from '../decision.js';
import type { CaseFacts } from '../facts/case-facts.js';
import type { Reading, Scene } from '../facts/scene.js';
import { answerAll, hasUnknown } from '../guards/checks.js';
import { dimensionOf, isPresumed, readingOf } from '../guards/dimensions.js';
import type { IndexedRule } from '../rules/indexed-rule.js';
import { kindsAsked } from '../rules/reason-class.js';
import { baseScenes, type BaseScene } from './base-scenes.js';
import { findUnknownDimensions, type UnknownDimension } from './unknown-dimensions.js';

/** One way the unknown facts could be. */
export interface World {
  readonly scene: Scene;
  /** The rules that apply. */
  readonly applicable: readonly IndexedRule[];
  /** The rules that apply or that would if a presumption did not hold, and perhaps some more. */
  readonly candidates: readonly IndexedRule[];
  /** The value given to each unknown fact. */
  readonly choices: ReadonlyMap<string, string>;
}

export interface Worlds {
  readonly worlds: readonly World[];
  /** Facts left untried because there were too many ways; the answer is then for a person. */
  readonly untried: readonly string[];
}

const nothingUntried: readonly string[] = [];

/** Every way is decided in full, so their number is bounded. */
const mostWorlds = 192;

/** Rules about rights that the reason does not put in question decide nothing, and what they ask for need not be known. */
const isAsked = ({ rule }: IndexedRule, kinds: readonly RightKind[]): boolean => {
  for (const kind of rule.kinds) if (kinds.includes(kind)) return true;
  return false;
};

/** Looked up without the presumptions, so that a rule that only a presumption keeps out is found too: its fact is worth asking for. */
const candidatesFor = ({ index }: Policy, scene: Scene): readonly IndexedRule[] => {
  const kinds = kindsAsked(scene.reasonClass);
  const found = index.find((_name, dimension) => {
    if (dimension.shape === 'range' || isPresumed(dimension, scene)) return null;
    const reading = readingOf(dimension, scene);
    return typeof reading === 'number' ? null : reading;
  });
  return found.filter((rule) => isAsked(rule, kinds));
};

const isDisplaced = ({ unless }: IndexedRule, scene: Scene): boolean =>
  unless.some((checks) => answerAll(checks, scene) !== 'no');

const applicableIn = (candidates: readonly IndexedRule[], scene: Scene): readonly IndexedRule[] =>
  candidates.filter((rule) => answerAll(rule.checks, scene) === 'yes' && !isDisplaced(rule, scene));

/** The rules that apply; `null` when a fact that nobody told decides about one of them. */
const settledIn = (candidates: readonly IndexedRule[], scene: Scene): readonly IndexedRule[] | null => {
  const applicable: IndexedRule[] = [];
  for (const rule of candidates) {
    const answer = answerAll(rule.checks, scene);
    if (answer === 'no') continue;
    if (answer === 'maybe' || rule.unless.some((checks) => hasUnknown(checks, scene))) return null;
    if (!isDisplaced(rule, scene)) applicable.push(rule);
  }
  return applicable;
};

const assume = (base: BaseScene, { name, fact }: UnknownDimension, reading: Reading): BaseScene => {
  const readings: Scene['readings'] = [];
  const assumed = new Map([...base.scene.assumed, [name, reading]]);
  for (const [other, value] of assumed) readings[dimensionOf(other).slot] = value;
  return {
    scene: { ...base.scene, assumed, readings },
    choices: new Map([...base.choices, [fact, JSON.stringify(reading)]]),
  };
};

const multiply = (scenes: readonly BaseScene[], unknown: UnknownDimension): readonly BaseScene[] =>
  scenes.flatMap((scene) => unknown.readings.map((reading) => assume(scene, unknown, reading)));

const expand = (base: BaseScene, policy: Policy, allowance: number): Worlds => {
  const candidates = candidatesFor(policy, base.scene);
  const settled = settledIn(candidates, base.scene);
  if (settled !== null)
    return { worlds: [{ scene: base.scene, choices: base.choices, applicable: settled, candidates }], untried: nothingUntried };
  let scenes: readonly BaseScene[] = [base];
  const untried: string[] = [];
  const ordered = [...candidates].sort((left, right) => left.position - right.position);
  for (const unknown of findUnknownDimensions(ordered, base.scene)) {
    if (scenes.length * unknown.readings.length > allowance) untried.push(unknown.fact);
    else scenes = multiply(scenes, unknown);
  }
  const worlds = scenes.map(({ scene, choices }) => ({
    scene,
    choices,
    applicable: applicableIn(candidates, scene),
    candidates,
  }));
  return { worlds, untried };
};

/** All ways the unknown facts that matter could be. */
export const enumerateWorlds = (policy: Policy, facts: CaseFacts, at: string): Worlds => {
  const bases = baseScenes({ facts, policy, at });
  const [only] = bases;
  if (bases.length === 1 && only !== undefined) return expand(only, policy, mostWorlds);
  const expanded = bases.map((base) => expand(base, policy, Math.max(1, Math.floor(mostWorlds / bases.length))));
  return {
    worlds: expanded.flatMap(({ worlds }) => worlds),
    untried: [...new Set(expanded.flatMap(({ untried }) => untried))].sort(),
  };
};
