import type { IndexedRule, Policy } from '../compile.js';
import type { CaseFacts } from '../facts/case-facts.js';
import type { Reading, Scene } from '../facts/scene.js';
import { dimensionOf, readDimension } from '../guards/dimensions.js';
import { baseScenes, type BaseScene } from './base-scenes.js';
import { findUnknownDimensions, type UnknownDimension } from './unknown-dimensions.js';

/** One way the unknown facts could be, with the rules that may apply then. */
export interface World {
  readonly scene: Scene;
  readonly candidates: readonly IndexedRule[];
  /** The value given to each unknown fact. */
  readonly choices: ReadonlyMap<string, string>;
}

export interface Worlds {
  readonly worlds: readonly World[];
  /** Facts left untried because there were too many ways; the answer is then for a person. */
  readonly untried: readonly string[];
}

/** Every way is decided in full, so their number is bounded. */
const mostWorlds = 192;

const candidatesFor = ({ index }: Policy, scene: Scene): readonly IndexedRule[] =>
  [
    ...index.find((name) => {
      const reading = readDimension(name, scene);
      return reading === null || typeof reading === 'number' || dimensionOf(name).shape === 'range' ? null : reading;
    }),
  ].sort((left, right) => left.position - right.position);

const assume = (base: World, { name, fact }: UnknownDimension, reading: Reading): World => ({
  ...base,
  scene: { ...base.scene, assumed: new Map([...base.scene.assumed, [name, reading]]), readings: new Map() },
  choices: new Map([...base.choices, [fact, JSON.stringify(reading)]]),
});

const multiply = (worlds: readonly World[], unknown: UnknownDimension): readonly World[] =>
  worlds.flatMap((world) => unknown.readings.map((reading) => assume(world, unknown, reading)));

const expand = (base: BaseScene, policy: Policy, allowance: number): Worlds => {
  const candidates = candidatesFor(policy, base.scene);
  let worlds: readonly World[] = [{ ...base, candidates }];
  const untried: string[] = [];
  for (const unknown of findUnknownDimensions(candidates, base.scene)) {
    if (worlds.length * unknown.readings.length > allowance) untried.push(unknown.fact);
    else worlds = multiply(worlds, unknown);
  }
  return { worlds, untried };
};

/** All ways the unknown facts that matter could be. */
export const enumerateWorlds = (policy: Policy, facts: CaseFacts, at: string): Worlds => {
  const bases = baseScenes({ facts, policy, at });
  const expanded = bases.map((base) => expand(base, policy, Math.max(1, Math.floor(mostWorlds / bases.length))));
  return {
    worlds: expanded.flatMap(({ worlds }) => worlds),
    untried: [...new Set(expanded.flatMap(({ untried }) => untried))].sort(),
  };
};
