import type { CaseFacts } from './case-facts.js';
import { chronologyProblem } from './chronology.js';
import { factsShape } from './facts-shape.js';

export type ReadFacts = { readonly facts: CaseFacts } | { readonly invalid: string };

const deepest = 12;

/** A copy of plain data without nulls: a JSON null says the same as an absent key. Cyclic or bottomless data is cut, and so refused later. */
const withoutNulls = (value: unknown, depth: number): unknown => {
  if (typeof value !== 'object' || value === null || depth > deepest) return value;
  if (Array.isArray(value)) return value.map((entry: unknown) => withoutNulls(entry, depth + 1));
  const copy: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(value)) {
    if (entry !== null && entry !== undefined)
      Object.defineProperty(copy, key, { value: withoutNulls(entry, depth + 1), enumerable: true });
  }
  return copy;
};

const isFacts = (value: unknown): value is CaseFacts => factsShape.problem(value, '') === null;

/** Facts that need no copy, which is how they mostly come. */
const isPlainFacts = (value: unknown): value is CaseFacts => factsShape.fit(value) === 'plain';

/** Whether a subdivision lies in another country than the one beside it. */
const isElsewhere = (subdivision: string | undefined, country: string | undefined): boolean =>
  subdivision !== undefined && country !== undefined && !subdivision.startsWith(country);

const placeProblem = ({ buyer, seller }: CaseFacts): string | null => {
  if (isElsewhere(buyer.subdivision, buyer.country)) return 'buyer.subdivision';
  return isElsewhere(seller?.subdivision, seller?.country) ? 'seller.subdivision' : null;
};

/** More than was ordered, or an amount no number can hold exactly. */
const quantityProblem = ({ item }: CaseFacts): string | null => {
  const isTooMany = item.quantityOrdered !== undefined && item.quantity > item.quantityOrdered;
  return isTooMany || !Number.isSafeInteger(item.price.minor * item.quantity) ? 'item.quantity' : null;
};

const checkSense = (facts: CaseFacts): ReadFacts => {
  const invalid = placeProblem(facts) ?? quantityProblem(facts) ?? chronologyProblem(facts);
  return invalid === null ? { facts } : { invalid };
};

/** Checks facts from anywhere. Returns the path of the first thing wrong (`''` for the whole) instead of throwing. */
export const readFacts = (input: unknown): ReadFacts => {
  if (isPlainFacts(input)) return checkSense(input);
  const value = withoutNulls(input, 0);
  return isFacts(value) ? checkSense(value) : { invalid: factsShape.problem(value, '') ?? '' };
};
