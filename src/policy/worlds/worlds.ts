import type { Policy } from '../compile.js';
import type { CaseFacts } from '../facts/case-facts.js';
import type { Reading, Scene } from '../facts/scene.js';
import { dimensionOf, isPresumed, readingOf } from '../guards/dimensions.js';
import { baseScenes, type BaseScene } from './base-scenes.js';
import { candidatesAmong, type Candidates } from './candidates.js';
import { situationOf, type Situation } from './situation.js';
import { findUnknownDimensions, type UnknownDimension } from './unknown-dimensions.js';

/** One way the unknown facts could be. */
export interface World {
  readonly scene: Scene;
  /** The scene before anything was assumed: worlds of one origin differ in what was assumed and in nothing else. */
  readonly origin: Scene;
  readonly situation: Situation;
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
export const candidatesFor = ({ index }: Policy, scene: Scene): Candidates => {
  const found = index.find((_name, dimension) => {
    if (dimension.shape === 'range' || isPresumed(dimension, scene)) return null;
    const reading = readingOf(dimension, scene);
    return typeof reading === 'number' ? null : reading;
  });
  return candidatesAmong(found, scene.reasonClass);
};

const assume = (base: BaseScene, { name, fact }: UnknownDimension, reading: Reading): BaseScene => {
  const readings = [...base.scene.readings];
  readings[dimensionOf(name).slot] = reading;
  return {
    scene: { ...base.scene, assumed: new Map([...base.scene.assumed, [name, reading]]), readings },
    choices: new Map([...base.choices, [fact, JSON.stringify(reading)]]),
  };
};

const multiply = (scenes: readonly BaseScene[], unknown: UnknownDimension): readonly BaseScene[] =>
  scenes.flatMap((scene) => unknown.readings.map((reading) => assume(scene, unknown, reading)));

const expand = ({ scene, choices }: BaseScene, policy: Policy, allowance: number): Worlds => {
  const candidates = candidatesFor(policy, scene);
  const situation = situationOf(candidates, scene);
  if (!situation.isOpen) return { worlds: [{ scene, origin: scene, choices, situation }], untried: nothingUntried };
  let scenes: readonly BaseScene[] = [{ scene, choices }];
  const untried: string[] = [];
  for (const unknown of findUnknownDimensions(candidates, scene)) {
    if (scenes.length * unknown.readings.length > allowance) untried.push(unknown.fact);
    else scenes = multiply(scenes, unknown);
  }
  const worlds = scenes.map((base): World => ({ origin: scene, situation: situationOf(candidates, base.scene), ...base }));
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
