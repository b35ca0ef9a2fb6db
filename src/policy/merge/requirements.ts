import type { Requirement } from '../decision.js';
import type { Told } from '../facts/case-facts.js';
import type { Scene } from '../facts/scene.js';
import { conditionState } from '../rules/conditions.js';
import type { Rule } from '../rules/rule.js';
import type { RequirementTerm } from '../rules/terms.js';
import { valueOf } from './build-grant.js';

const disclosureState = (disclosure: string | undefined, { facts }: Scene): Requirement['state'] => {
  const told: Told | undefined = Object.entries(facts.disclosures ?? {}).find(([name]) => name === disclosure)?.[1];
  if (told === undefined) return 'required';
  return told === false ? 'missing' : 'met';
};

const stateOf = ({ isRequired, disclosure }: RequirementTerm, scene: Scene): Requirement['state'] =>
  isRequired ? disclosureState(disclosure, scene) : 'not-required';

/** Proof of purchase is the one condition the buyer must hand in, so it shows as a requirement too. */
const proofOfPurchase = (rules: readonly Rule[], scene: Scene): readonly Requirement[] => {
  const conditions = valueOf(rules, (terms) => terms.conditions);
  if (conditions?.value.includes('proof-of-purchase') !== true) return [];
  const state = conditionState('proof-of-purchase', scene) === 'met' ? 'met' : 'required';
  return [{ code: 'proof-of-purchase', state, because: conditions.because }];
};

/** What the applicable rules demand besides time and money. */
export const resolveRequirements = (rules: readonly Rule[], scene: Scene): readonly Requirement[] => {
  const codes = new Set(rules.flatMap(({ terms }) => (terms.requirements ?? []).map(({ code }) => code)));
  const stated = [...codes].flatMap((code): readonly Requirement[] => {
    const term = valueOf(rules, ({ requirements }) => requirements?.find((requirement) => requirement.code === code));
    return term === null ? [] : [{ code, state: stateOf(term.value, scene), because: term.because }];
  });
  return [...stated, ...proofOfPurchase(rules, scene)];
};
