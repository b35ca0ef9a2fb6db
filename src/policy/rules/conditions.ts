import type { ConditionFacts } from '../facts/case-facts.js';
import type { Scene } from '../facts/scene.js';
import type { GoodsCondition } from './terms.js';

type Flag = Exclude<keyof ConditionFacts, 'valueLoss'>;

/** The fact that breaks each condition of the goods. Proof of purchase is no matter of the goods and has its own question. */
export const breakingFacts: Readonly<Record<Exclude<GoodsCondition, 'proof-of-purchase'>, Flag>> = {
  unused: 'isUsed',
  unwashed: 'isWashed',
  unopened: 'isUnsealed',
  complete: 'isIncomplete',
  'original-packaging': 'isOriginalPackagingMissing',
  undamaged: 'isDamagedByBuyer',
  'not-activated': 'isActivated',
  'not-handled-beyond-testing': 'isHandledBeyondTesting',
};

/** `presumed`: nobody said the goods are in order, but who invokes an exception must show it. */
export type ConditionState = 'met' | 'presumed' | 'broken' | 'unknown';

/** The order itself proves the purchase, wherever it is on record. */
const proofOfPurchase = ({ facts }: Scene): ConditionState =>
  facts.marketplace !== undefined || facts.order.placedAt !== undefined ? 'met' : 'unknown';

export const conditionState = (condition: GoodsCondition, scene: Scene): ConditionState => {
  if (condition === 'proof-of-purchase') return proofOfPurchase(scene);
  const fact = scene.facts.item.condition?.[breakingFacts[condition]];
  if (fact === undefined) return 'presumed';
  return fact ? 'broken' : 'met';
};
