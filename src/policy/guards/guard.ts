import { intersect, isWithin, type Constraint } from './constraint.js';
import { dimensionOf, type DimensionName } from './dimensions.js';

/**
 * When a rule applies: a box, one constraint per dimension it mentions, all of which must hold. There is no negation and no
 * expression language, so containment and overlap of two guards can be decided exactly.
 */
export type Guard = ReadonlyMap<DimensionName, Constraint>;

/** Whether every case of the inner box lies in the outer one. */
export const isGuardWithin = (inner: Guard, outer: Guard): boolean => {
  for (const [name, allowed] of outer) {
    const narrower = inner.get(name);
    if (narrower === undefined || !isWithin(narrower, allowed, dimensionOf(name).shape)) return false;
  }
  return true;
};

export const isSameGuard = (left: Guard, right: Guard): boolean => isGuardWithin(left, right) && isGuardWithin(right, left);

/** The box of a rule inside another; `null` when no case can satisfy both. Lists of `many` must be narrowed by one of the two. */
export const intersectGuards = (left: Guard, right: Guard): Guard | null => {
  const box = new Map(left);
  for (const [name, constraint] of right) {
    const own = box.get(name);
    const common = own === undefined ? constraint : intersect(own, constraint, dimensionOf(name).shape);
    if (common === null) return null;
    box.set(name, common);
  }
  return box;
};

const sizeOf = (constraint: Constraint): number => {
  if (constraint.kind === 'range') return constraint.to - constraint.from;
  let size = 0;
  for (const word of constraint.words) size += word.length === 2 ? 1000 : 1;
  return size;
};

/** Open ends of ranges are finite so that extents can be compared exactly. */
export const openRange = { days: { from: -(2 ** 30), to: 2 ** 30 }, minor: { from: 0, to: 2 ** 50 } } as const;

/**
 * Orders guards so that a box inside another always comes first: more dimensions first, then the smaller extent. This needs no
 * comparison of pairs, so it stays cheap for ten thousand rules.
 */
export const compareSpecificity = (left: Guard, right: Guard): number => {
  if (left.size !== right.size) return right.size - left.size;
  const extent = (guard: Guard): number => [...guard.values()].reduce((sum, constraint) => sum + sizeOf(constraint), 0);
  const [leftExtent, rightExtent] = [extent(left), extent(right)];
  return leftExtent < rightExtent ? -1 : leftExtent > rightExtent ? 1 : 0;
};
