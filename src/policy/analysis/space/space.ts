import type { Constraint } from '../../guards/constraint.js';
import { dimensionOf, type DimensionName } from '../../guards/dimensions.js';
import type { Guard } from '../../guards/guard.js';
import type { DaySpan } from '../horizon.js';
import { cutAxes, maskOf, type Axis } from './axis.js';
import type { Box } from './box.js';

/** One question about one axis: is the case in one of these classes? */
export interface Literal {
  readonly axis: number;
  readonly mask: bigint;
}

/** Any of the literals is enough. Only a list of traits or tags whose words other rules tell apart has more than one. */
type Clause = readonly Literal[];

/** Where a box stands to a guard: inside, outside, or cut by the literal. */
export type BoxStanding = 'inside' | 'outside' | Literal;

/** All cases that some rules can tell apart, cut into classes along the dimensions those rules mention. */
export interface Space {
  readonly axes: readonly Axis[];
  /** Every case. */
  readonly whole: Box;
  readonly days: DaySpan;
  readonly axesOf: (name: DimensionName) => readonly Axis[];
  readonly standingOf: (guard: Guard, box: Box) => BoxStanding;
  /** The axes the guard asks about: along the others no box stands differently to it. */
  readonly axesAsked: (guard: Guard) => ReadonlySet<number>;
  /** The smallest box around the parts of the box in which any of the guards may hold; `null` when there is none. */
  readonly around: (guards: readonly Guard[], box: Box) => Box | null;
  /** The part of the box in which the dimension has one of the words; `null` when there is none. */
  readonly cutTo: (box: Box, name: DimensionName, words: readonly string[]) => Box | null;
}

const toClause = (axes: readonly Axis[], constraint: Constraint): Clause =>
  axes.map((axis) => ({ axis: axis.index, mask: maskOf(axis, constraint) })).filter(({ mask }) => mask !== 0n);

const standingToClause = (clause: Clause, box: Box): BoxStanding => {
  let cutting: Literal | null = null;
  for (const literal of clause) {
    const own = box[literal.axis] ?? 0n;
    const inside = own & literal.mask;
    if (inside === own) return 'inside';
    if (inside !== 0n) cutting ??= literal;
  }
  return cutting ?? 'outside';
};

/** A guard as the space asks it. */
interface Asked {
  readonly clauses: readonly Clause[];
  readonly axes: ReadonlySet<number>;
}

const standingToAll = (clauses: readonly Clause[], box: Box): BoxStanding => {
  let cutting: Literal | null = null;
  for (const clause of clauses) {
    const standing = standingToClause(clause, box);
    if (standing === 'outside') return standing;
    if (standing !== 'inside') cutting ??= standing;
  }
  return cutting ?? 'inside';
};

/** The part of the box that meets every clause of a single axis: all of what a guard allows, and perhaps more. */
const clipTo = (clauses: readonly Clause[], box: Box): Box | null => {
  const part = [...box];
  for (const clause of clauses) {
    const [literal] = clause;
    if (literal === undefined) return null;
    if (clause.length === 1) part[literal.axis] = (part[literal.axis] ?? 0n) & literal.mask;
  }
  return part.includes(0n) ? null : part;
};

const unite = (left: Box | null, right: Box | null): Box | null =>
  left === null || right === null ? (left ?? right) : left.map((mask, axis) => mask | (right[axis] ?? 0n));

const noAxes: readonly Axis[] = [];

const groupAxes = (axes: readonly Axis[]): ReadonlyMap<DimensionName, readonly Axis[]> => {
  const groups = new Map<DimensionName, Axis[]>();
  for (const axis of axes) groups.set(axis.dimension, [...(groups.get(axis.dimension) ?? []), axis]);
  return groups;
};

/**
 * The space of the cases that some guards tell apart. Only dimensions they mention vary; days are those of the horizon. Boxes of it are
 * compared with guards bit by bit, so that a policy of a thousand rules can be looked at as a whole.
 *
 * `apart`: dimensions of which each mentioned word is a class of its own, even where no rule tells it from others.
 */
export const createSpace = (
  guards: readonly Guard[],
  days: DaySpan,
  { apart = [] }: { readonly apart?: readonly DimensionName[] } = {},
): Space => {
  const axes = cutAxes(guards, { days, isApart: (name) => apart.includes(name) });
  const groups = groupAxes(axes);
  const axesOf = (name: DimensionName): readonly Axis[] => groups.get(name) ?? noAxes;
  const compiled = new WeakMap<Guard, Asked>();
  const ask = (guard: Guard): Asked => {
    const known = compiled.get(guard);
    if (known !== undefined) return known;
    const clauses = [...guard].map(([name, constraint]) => toClause(axesOf(name), constraint));
    const asked = { clauses, axes: new Set(clauses.flatMap((clause) => clause.map(({ axis }) => axis))) };
    compiled.set(guard, asked);
    return asked;
  };
  return {
    axes,
    whole: axes.map(({ whole }) => whole),
    days,
    axesOf,
    standingOf: (guard, box) => standingToAll(ask(guard).clauses, box),
    axesAsked: (guard) => ask(guard).axes,
    around: (guards, box) => guards.reduce<Box | null>((found, guard) => unite(found, clipTo(ask(guard).clauses, box)), null),
    cutTo: (box, name, words) => {
      const [axis] = axesOf(name);
      if (axis === undefined || dimensionOf(name).shape === 'many') return box;
      const mask = (box[axis.index] ?? 0n) & maskOf(axis, { kind: 'words', words: new Set(words) });
      return mask === 0n ? null : box.map((own, index) => (index === axis.index ? mask : own));
    },
  };
};
