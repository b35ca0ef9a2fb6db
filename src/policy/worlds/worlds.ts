import type { Policy } from '../compile.js';
import type { CaseFacts } from '../facts/case-facts.js';
import type { Reading, Scene } from '../facts/scene.js';
import { dimensionOf, isPresumed, readingOf } from '../guards/dimensions.js';
import type { IndexedRule } from '../rules/indexed-rule.js';
import { baseScenes, type BaseScene } from './base-scenes.js';
import { answerAt, answersIn, candidatesAmong, type Answers, type Candidate, type Candidates } from './candidates.js';
import { findUnknownDimensions, type UnknownDimension } from './unknown-dimensions.js';

/** One way the unknown facts could be. */
export interface World {
  readonly scene: Scene;
  /** The rules that apply. */
  readonly applicable: readonly IndexedRule[];
  /** The rules that apply or that would if a presumption did not hold, and perhaps some more. */
  readonly candidates: Candidates;
  readonly answers: Answers;
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

/** Looked up without the presumptions, so that a rule that only a presumption keeps out is found too: its fact is worth asking for. */
const candidatesFor = ({ index }: Policy, scene: Scene): Candidates => {
  const found = index.find((_name, dimension) => {
    if (dimension.shape === 'range' || isPresumed(dimension, scene)) return null;
    const reading = readingOf(dimension, scene);
    return typeof reading === 'number' ? null : reading;
  });
  return candidatesAmong(found, scene.reasonClass);
};

const isDisplaced = ({ unless }: Candidate, answers: Answers): boolean => {
  for (const places of unless) if (answerAt(places, answers) !== 'no') return true;
  return false;
};

const applicableIn = ({ list }: Candidates, answers: Answers): readonly IndexedRule[] =>
  list
    .filter((candidate) => answerAt(candidate.asks, answers) === 'yes' && !isDisplaced(candidate, answers))
    .map(({ rule }) => rule);

const hasUnknown = ({ unless }: Candidate, answers: Answers): boolean =>
  unless.some((places) => places.some((place) => answers[place] === 'maybe'));

/** The rules that apply; `null` when a fact that nobody told decides about one of them. */
const settledIn = ({ list }: Candidates, answers: Answers): readonly IndexedRule[] | null => {
  const applicable: IndexedRule[] = [];
  for (const candidate of list) {
    const answer = answerAt(candidate.asks, answers);
    if (answer === 'no') continue;
    if (answer === 'maybe' || hasUnknown(candidate, answers)) return null;
    if (!isDisplaced(candidate, answers)) applicable.push(candidate.rule);
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

const expand = ({ scene, choices }: BaseScene, policy: Policy, allowance: number): Worlds => {
  const candidates = candidatesFor(policy, scene);
  const answers = answersIn(candidates, scene);
  const settled = settledIn(candidates, answers);
  if (settled !== null)
    return { worlds: [{ scene, choices, applicable: settled, candidates, answers }], untried: nothingUntried };
  let scenes: readonly BaseScene[] = [{ scene, choices }];
  const untried: string[] = [];
  for (const unknown of findUnknownDimensions(candidates, scene)) {
    if (scenes.length * unknown.readings.length > allowance) untried.push(unknown.fact);
    else scenes = multiply(scenes, unknown);
  }
  const worlds = scenes.map((base): World => {
    const assumed = answersIn(candidates, base.scene);
    return { ...base, applicable: applicableIn(candidates, assumed), candidates, answers: assumed };
  });
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
