import type { Citation } from '../decision.js';
import { isReturnless } from '../facts/returnless.js';
import type { Scene } from '../facts/scene.js';
import type { PaidLeg } from './grant.js';
import type { Candidate } from './join.js';

const statement = (fact: string, payer: 'seller' | 'nobody' = 'seller'): Candidate<PaidLeg> => {
  const citation: Citation = { rule: fact, source: 'facts', validFrom: null, confidence: 'text' };
  return { value: { payer, cap: null }, because: [citation], layer: 'seller', right: `facts/${fact}` };
};

const nothing: readonly Candidate<PaidLeg>[] = [];

/** Goods the buyer keeps travel nowhere. */
const withoutReturn = ({ agreed }: Scene['facts']): readonly Candidate<PaidLeg>[] => [
  statement(agreed?.keepsGoods === true ? 'agreed.keepsGoods' : 'platformStates.isReturnless', 'nobody'),
];

/**
 * Promises that stand in the facts themselves: the seller agreed to pay the way back, or the listing says returns are free. They
 * can only help the buyer; a listing that says the buyer pays is left to the rules.
 */
export const statedByFacts = ({ facts }: Scene): readonly Candidate<PaidLeg>[] => {
  const { agreed, item } = facts;
  if (isReturnless(facts)) return withoutReturn(facts);
  if (agreed?.returnPayer === undefined && item.hasFreeReturns === undefined && item.listedReturnPayer === undefined)
    return nothing;
  return [
    ...(facts.agreed?.returnPayer === 'seller' ? [statement('agreed.returnPayer')] : []),
    ...(facts.item.hasFreeReturns === true ? [statement('item.hasFreeReturns')] : []),
    ...(facts.item.listedReturnPayer === 'seller' ? [statement('item.listedReturnPayer')] : []),
  ];
};
