import { formatCivilDay } from '../calendar/civil-day.js';
import { isWithin } from './constraint.js';
import { dimensionOf, type DimensionName } from './dimensions.js';
import type { Guard } from './guard.js';
import { cutOut, cutTo, witnessOf, type Region } from './region.js';

/** Cutting boxes out of boxes can multiply pieces; a policy that needs more than this is refused rather than passed unseen. */
const mostPieces = 5000;

/** A case as words, one per dimension that matters. */
export type Witness = ReadonlyMap<DimensionName, string>;

const dayDimensions: readonly DimensionName[] = ['placed', 'contract', 'delivered', 'requested'];

const show = (name: DimensionName, value: string): string => {
  if (name === 'reason') return value.slice(0, value.indexOf('/'));
  if (dayDimensions.includes(name)) return `${name} ${formatCivilDay(Number(value))}`;
  if (name.startsWith('price:')) return `price ${value} ${name.slice('price:'.length)} (minor units)`;
  return dimensionOf(name).shape === 'one' && (value === 'true' || value === 'false') ? `${name} ${value}` : value;
};

/** Leaves out what both boxes say alike: it does not tell their cases apart. */
const toWitness = (region: Region, left: Guard, right: Guard): Witness =>
  new Map(
    [...region]
      .filter(([name]) => !isSaidAlike(name, left, right))
      .map(([name, slice]): [DimensionName, string] => [name, witnessOf(name, slice) ?? '']),
  );

const isSaidAlike = (name: DimensionName, left: Guard, right: Guard): boolean => {
  const [first, second] = [left.get(name), right.get(name)];
  if (first === undefined || second === undefined) return false;
  const { shape } = dimensionOf(name);
  return isWithin(first, second, shape) && isWithin(second, first, shape);
};

const order: readonly string[] = ['country', 'category', 'traits', 'tags', 'reason'];

/** `PL, electronics`: the dimensions people think in first. */
export const showWitness = (witness: Witness): string => {
  const rank = (name: string): number => (order.indexOf(name) + order.length + 1) % (order.length + 1);
  const sorted = [...witness].sort(([left], [right]) => rank(left) - rank(right) || (left < right ? -1 : 1));
  return sorted.map(([name, value]) => show(name, value)).join(', ');
};

/** A case both boxes hold and none of the covers does; `null` when there is none. */
export const findUncovered = (left: Guard, right: Guard, covers: readonly Guard[]): Witness | null => {
  const first = cutTo(new Map(), left);
  const both = first === null ? null : cutTo(first, right);
  let pieces: readonly Region[] = both === null ? [] : [both];
  for (const cover of covers) {
    if (pieces.length === 0 || pieces.length > mostPieces) break;
    pieces = pieces.flatMap((piece) => cutOut(piece, cover));
  }
  const [remaining] = pieces;
  return remaining === undefined ? null : toWitness(remaining, left, right);
};
