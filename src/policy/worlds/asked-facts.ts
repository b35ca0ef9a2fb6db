import { affectedParts, type AffectedPart, type MissingFact } from '../decision.js';
import { sorted } from '../sorted.js';

/** Parts of the answer as bits of a number: facts by the dozen are met on the way to the few that are missing. */
export type PartBits = number;

const bitOf = (part: AffectedPart): PartBits => 1 << affectedParts.indexOf(part);
export const bitsOf = (parts: readonly AffectedPart[]): PartBits => {
  let bits = 0;
  for (const part of parts) bits |= bitOf(part);
  return bits;
};

interface Entry {
  readonly fact: string;
  affects: PartBits;
  presumed: string | null;
}

/** The facts worth asking for, with what they change. A handful, so that looking through them is the quickest. */
export type Found = Entry[];

export const addBits = (found: Found, fact: string, { affects, presumed }: Omit<Entry, 'fact'>): void => {
  if (affects === 0) return;
  for (const known of found) {
    if (known.fact !== fact) continue;
    known.affects |= affects;
    // What leaves the answer open was not presumed, whatever else hangs on a presumption of it.
    if (presumed === null) known.presumed = null;
    return;
  }
  found.push({ fact, affects, presumed });
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

const byName = (left: Entry, right: Entry): number => (left.fact < right.fact ? -1 : 1);

/** In the order of their names. */
export const inOrder = (found: Found): readonly MissingFact[] =>
  found.length === 0
    ? nothing
    : sorted(found, byName).map(({ fact, affects, presumed }) => ({ fact, affects: partsOfBits[affects] ?? [], presumed }));
