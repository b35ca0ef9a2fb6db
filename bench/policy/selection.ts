import type { CaseFacts, Policy } from '../../src/policy/index.js';
import type { Scene } from '../../src/policy/facts/scene.js';
import type { IndexedRule } from '../../src/policy/rules/indexed-rule.js';
import { situationOf } from '../../src/policy/worlds/situation.js';
import { candidatesFor, enumerateWorlds } from '../../src/policy/worlds/worlds.js';
import { at } from './cases.js';

/** A case as ours takes it once its facts are read, as `prepare` makes it for the peers. */
export const prepareScene = (policy: Policy, facts: CaseFacts): Scene => {
  const [world] = enumerateWorlds(policy, facts, at.at).worlds;
  if (world === undefined) throw new Error('a case cannot be read');
  return world.scene;
};

/** The rules that apply, and nothing else of a decision. */
export const selectRules = (policy: Policy, scene: Scene): readonly IndexedRule[] =>
  situationOf(candidatesFor(policy, scene), scene).applicable;
