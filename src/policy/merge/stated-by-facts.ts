import type { Citation } from '../decision.js';
import { whyNothingReturns } from '../facts/returnless.js';
import type { Scene } from '../facts/scene.js';
import type { PaidLeg } from './grant.js';
import type { Candidate } from './join.js';

const statement = (fact: string, payer: 'seller' | 'nobody' = 'seller'): Candidate<PaidLeg> => {
  const citation: Citation = { rule: fact, source: 'facts', validFrom: null, confidence: 'text' };
  return { value: { payer, cap: null }, because: [citation], layer: 'seller', right: `facts/${fact}` };
};

type Statements = readonly Candidate<PaidLeg>[];

const nothing: Statements = [];

/** The same few statements come up in case after case, so that each list of them is one: what stands beside rules is remembered by it. */
const lists = new Map<string, Statements>();

const listOf = (facts: readonly string[], payer: 'seller' | 'nobody'): Statements => {
  const key = facts.join();
  const list = lists.get(key) ?? facts.map((fact) => statement(fact, payer));
  lists.set(key, list);
  return list;
};

/**
 * Promises that stand in the facts themselves: the seller agreed to pay the way back, or the listing says returns are free. They
 * can only help the buyer; a listing that says the buyer pays is left to the rules. Where nothing travels back nobody pays for it.
 * The same statements are the same list.
 */
export const statedByFacts = (scene: Scene): Statements => {
  const { agreed, item } = scene.facts;
  const why = whyNothingReturns(scene);
  if (why !== null) return listOf([why], 'nobody');
  const stated: string[] = [];
  if (agreed?.returnPayer === 'seller') stated.push('agreed.returnPayer');
  if (item.hasFreeReturns === true) stated.push('item.hasFreeReturns');
  if (item.listedReturnPayer === 'seller') stated.push('item.listedReturnPayer');
  return stated.length === 0 ? nothing : listOf(stated, 'seller');
};
