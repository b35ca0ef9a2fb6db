import { affectedParts, type AffectedPart, type MissingFact } from '../decision.js';

/** Parts of the answer as bits of a number: facts by the dozen are met on the way to the few that are missing. */
export type PartBits = number;

const bitOf = (part: AffectedPart): PartBits => 1 << affectedParts.indexOf(part);
export const bitsOf = (parts: readonly AffectedPart[]): PartBits => parts.reduce((bits, part) => bits | bitOf(part), 0);

interface Entry {
  affects: PartBits;
  readonly presumed: string | null;
}

/** The facts worth asking for, with what they change. */
export type Found = Map<string, Entry>;

export const addBits = (found: Found, fact: string, { affects, presumed }: Entry): void => {
  if (affects === 0) return;
  const known = found.get(fact);
  if (known === undefined) found.set(fact, { affects, presumed });
  else known.affects |= affects;
};

export const add = (
  found: Found,
  fact: string,
  { affects, presumed }: { readonly affects: readonly AffectedPart[]; readonly presumed: string | null },
): void => addBits(found, fact, { affects: bitsOf(affects), presumed });

/** Every list of parts there is, by its bits. */
const partsOfBits: readonly (readonly AffectedPart[])[] = Array.from({ length: 1 << affectedParts.length }, (_, bits) =>
  Object.freeze(affectedParts.filter((part) => (bits & bitOf(part)) !== 0)),
);

const nothing: readonly MissingFact[] = Object.freeze([]);

/** In the order of their names. */
export const inOrder = (found: Found): readonly MissingFact[] =>
  found.size === 0
    ? nothing
    : [...found]
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([fact, { affects, presumed }]) => ({
          fact,
          affects: partsOfBits[affects] ?? [],
          presumed,
        }));
