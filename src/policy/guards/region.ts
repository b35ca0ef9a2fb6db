import { categories, traits } from '../facts/goods.js';
import type { Constraint, Shape } from './constraint.js';
import { dimensionOf, type DimensionName } from './dimensions.js';
import type { Guard } from './guard.js';
import { allReasonPairs } from './reason-words.js';

/** What is left of one dimension after cutting boxes out: words required (any of each list), words refused, or an interval. */
interface Slice {
  readonly anyOf: readonly ReadonlySet<string>[];
  readonly noneOf: ReadonlySet<string>;
  readonly from: number;
  readonly to: number;
}

/** A box with pieces cut out along its dimensions. */
export type Region = ReadonlyMap<DimensionName, Slice>;

const whole: Slice = { anyOf: [], noneOf: new Set(), from: -Infinity, to: Infinity };

const isRefused = (word: string, { noneOf }: Slice, shape: Shape): boolean =>
  noneOf.has(word) || (shape === 'place' && noneOf.has(word.slice(0, 2)));

const closedWords = (name: DimensionName): readonly string[] | null => {
  if (name === 'reason') return allReasonPairs;
  if (name === 'category') return categories;
  if (name === 'soldAs') return ['new', 'refurbished', 'used'];
  if (name === 'traits') return traits;
  return name.startsWith('condition.') || name.startsWith('is') || name.startsWith('disclosures.') ? ['false', 'true'] : null;
};

const anyOther = 'any other';

/** A word of one dimension that the slice still allows, `null` when none is left. */
const wordIn = (name: DimensionName, slice: Slice): string | null => {
  const { shape } = dimensionOf(name);
  const isAllowed = (word: string): boolean =>
    !isRefused(word, slice, shape) &&
    slice.anyOf.every((list) => list.has(word) || (shape === 'place' && list.has(word.slice(0, 2))));
  const candidates = [
    ...slice.anyOf.flatMap((list) => [...list]),
    ...(slice.anyOf.length === 0 ? (closedWords(name) ?? [anyOther]) : []),
  ];
  return candidates.find(isAllowed) ?? null;
};

/** Of a dimension with several words at once, one word for each list that must be met. */
const wordsIn = (slice: Slice): string | null => {
  const chosen = slice.anyOf.map((list) => [...list].find((word) => !slice.noneOf.has(word)));
  return chosen.includes(undefined) ? null : [...new Set(chosen)].join(' and ') || 'none';
};

/** A value of the dimension inside the slice, as text; `null` when it is empty. */
export const witnessOf = (name: DimensionName, slice: Slice): string | null => {
  const { shape } = dimensionOf(name);
  if (shape === 'many') return wordsIn(slice);
  if (shape !== 'range') return wordIn(name, slice);
  if (slice.from > slice.to) return null;
  return String(Number.isFinite(slice.from) ? slice.from : Number.isFinite(slice.to) ? slice.to : 0);
};

const within = (slice: Slice, constraint: Constraint): Slice =>
  constraint.kind === 'range'
    ? { ...slice, from: Math.max(slice.from, constraint.from), to: Math.min(slice.to, constraint.to) }
    : { ...slice, anyOf: [...slice.anyOf, constraint.words] };

const outside = (slice: Slice, constraint: Constraint): readonly Slice[] =>
  constraint.kind === 'range'
    ? [
        { ...slice, to: Math.min(slice.to, constraint.from - 1) },
        { ...slice, from: Math.max(slice.from, constraint.to + 1) },
      ]
    : [{ ...slice, noneOf: new Set([...slice.noneOf, ...constraint.words]) }];

const put = (region: Region, name: DimensionName, slice: Slice): Region | null =>
  witnessOf(name, slice) === null ? null : new Map(region).set(name, slice);

/** The part of the region inside the box, `null` when empty. */
export const cutTo = (region: Region, box: Guard): Region | null => {
  let left: Region | null = region;
  for (const [name, constraint] of box) {
    left = left === null ? null : put(left, name, within(left.get(name) ?? whole, constraint));
  }
  return left;
};

/** The parts of the region outside of the box, none of them overlapping. */
export const cutOut = (region: Region, box: Guard): readonly Region[] => {
  const pieces: Region[] = [];
  let inside: Region | null = region;
  for (const [name, constraint] of box) {
    if (inside === null) break;
    const slice: Slice = inside.get(name) ?? whole;
    for (const rest of outside(slice, constraint)) {
      const piece = put(inside, name, rest);
      if (piece !== null) pieces.push(piece);
    }
    inside = put(inside, name, within(slice, constraint));
  }
  return pieces;
};
