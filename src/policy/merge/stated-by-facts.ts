import type { Citation } from '../decision.js';
import { whyNothingReturns } from '../facts/returnless.js';
import type { Scene } from '../facts/scene.js';
import type { PaidLeg } from './grant.js';
import type { Candidate } from './join.js';

const statement = (fact: string, payer: 'seller' | 'nobody' = 'seller'): Candidate<PaidLeg> => {
  const citation: Citation = { rule: fact, source: 'facts', validFrom: null, confidence: 'text' };
  return { value: { payer, cap: null }, because: [citation], layer: 'seller', right: `facts/${fact}` };
};

/**
 * Promises that stand in the facts themselves: the seller agreed to pay the way back, or the listing says returns are free. They
 * can only help the buyer; a listing that says the buyer pays is left to the rules. Where nothing travels back nobody pays for it.
 */
export const statedByFacts = (scene: Scene): readonly Candidate<PaidLeg>[] => {
  const { agreed, item } = scene.facts;
  const why = whyNothingReturns(scene);
  if (why !== null) return [statement(why, 'nobody')];
  const stated: Candidate<PaidLeg>[] = [];
  if (agreed?.returnPayer === 'seller') stated.push(statement('agreed.returnPayer'));
  if (item.hasFreeReturns === true) stated.push(statement('item.hasFreeReturns'));
  if (item.listedReturnPayer === 'seller') stated.push(statement('item.listedReturnPayer'));
  return stated;
};
