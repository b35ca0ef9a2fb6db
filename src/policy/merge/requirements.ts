import type { Requirement } from '../decision.js';
import type { Told } from '../facts/case-facts.js';
import type { Scene } from '../facts/scene.js';
import { conditionState } from '../rules/conditions.js';
import type { RequirementTerm } from '../rules/terms.js';
import type { Settled } from './settled.js';

const disclosureState = (disclosure: string | undefined, { facts }: Scene): Requirement['state'] => {
  const told: Told | undefined = Object.entries(facts.disclosures ?? {}).find(([name]) => name === disclosure)?.[1];
  if (told === undefined) return 'required';
  return told === false ? 'missing' : 'met';
};

const stateOf = ({ isRequired, disclosure }: RequirementTerm, scene: Scene): Requirement['state'] =>
  isRequired ? disclosureState(disclosure, scene) : 'not-required';

/** Proof of purchase is the one condition the buyer must hand in, so it shows as a requirement too. */
const proofOfPurchase = ({ conditions }: Settled, scene: Scene): readonly Requirement[] => {
  if (conditions?.value.includes('proof-of-purchase') !== true) return [];
  const state = conditionState('proof-of-purchase', scene) === 'met' ? 'met' : 'required';
  return [{ code: 'proof-of-purchase', state, because: conditions.because }];
};

/** What the applicable rules demand besides time and money. */
export const resolveRequirements = (settled: Settled, scene: Scene): readonly Requirement[] => [
  ...settled.requirements.map(({ value, because }) => ({ code: value.code, state: stateOf(value, scene), because })),
  ...proofOfPurchase(settled, scene),
];
