import type { Reading } from '../facts/scene.js';

/** What one dimension of a guard allows: some words, or a closed interval of whole numbers. */
export type Constraint =
  | { readonly kind: 'words'; readonly words: ReadonlySet<string> }
  | { readonly kind: 'range'; readonly from: number; readonly to: number };

/**
 * How a dimension holds words. `one`: a case has exactly one. `many`: a case may have several, any of them is enough, so two
 * different lists always overlap. `place`: codes nest, `US-CA` lies in `US`.
 */
export type Shape = 'one' | 'many' | 'place' | 'range';

export type Answer = 'yes' | 'no' | 'maybe';

const countryOf = (place: string): string => place.slice(0, 2);

/** A place inside another on the list says nothing more: `US, US-CA` is `US`. */
export const simplifyPlaces = (places: Iterable<string>): ReadonlySet<string> => {
  const all = new Set(places);
  return new Set([...all].filter((place) => place.length === 2 || !all.has(countryOf(place))));
};

export const words = (...allowed: readonly string[]): Constraint => ({ kind: 'words', words: new Set(allowed) });

/** Whether the case satisfies the constraint; `maybe` while the fact is unknown. */
export const satisfies = (constraint: Constraint, reading: Reading, shape: Shape): Answer => {
  if (reading === null) return 'maybe';
  if (constraint.kind === 'range') {
    return typeof reading === 'number' && reading >= constraint.from && reading <= constraint.to ? 'yes' : 'no';
  }
  if (typeof reading === 'number') return 'no';
  for (const word of reading) if (constraint.words.has(word)) return 'yes';
  if (shape !== 'place' || reading.length !== 1) return 'no';
  const [country = ''] = reading;
  return [...constraint.words].some((word) => word.startsWith(`${country}-`)) ? 'maybe' : 'no';
};

const isWordIn = (word: string, allowed: ReadonlySet<string>, shape: Shape): boolean =>
  allowed.has(word) || (shape === 'place' && allowed.has(countryOf(word)));

/** Whether everything the left allows, the right allows too. */
export const isWithin = (left: Constraint, right: Constraint, shape: Shape): boolean => {
  if (left.kind === 'range') return right.kind === 'range' && left.from >= right.from && left.to <= right.to;
  return right.kind === 'words' && [...left.words].every((word) => isWordIn(word, right.words, shape));
};

/**
 * What both allow, `null` when nothing. Lists of `many` that overlap only in part have no answer as a list, as a case may hold a
 * word of each that the other lacks: `null` too, unless one of them lies in the other.
 */
export const intersect = (left: Constraint, right: Constraint, shape: Shape): Constraint | null => {
  if (left.kind === 'range' || right.kind === 'range') {
    if (left.kind !== 'range' || right.kind !== 'range') return null;
    const [from, to] = [Math.max(left.from, right.from), Math.min(left.to, right.to)];
    return from <= to ? { kind: 'range', from, to } : null;
  }
  if (shape === 'many') return isWithin(left, right, shape) ? left : isWithin(right, left, shape) ? right : null;
  const common = new Set([
    ...[...left.words].filter((word) => isWordIn(word, right.words, shape)),
    ...[...right.words].filter((word) => isWordIn(word, left.words, shape)),
  ]);
  return common.size === 0 ? null : { kind: 'words', words: shape === 'place' ? simplifyPlaces(common) : common };
};
