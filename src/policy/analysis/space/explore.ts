import { words } from '../../guards/constraint.js';
import type { DimensionName } from '../../guards/dimensions.js';
import type { Guard } from '../../guards/guard.js';
import type { Budget } from './budget.js';
import { replaceAt, type Box } from './box.js';
import type { BoxStanding, Literal, Space } from './space.js';

/** What has a box, and perhaps boxes cut out of it. */
export interface Guarded {
  readonly guard: Guard;
  readonly unless?: readonly Guard[];
}

/** Cases that are alike in everything that was asked so far. */
export interface Cell<Item> {
  readonly box: Box;
  /** The items that hold for some case of the cell, in the order given. */
  readonly items: readonly Item[];
  /** Whether the item holds, for every case of the cell alike: asking is what cuts cells. */
  readonly holds: (item: Item) => boolean;
  /** Whether it is known to hold already; asks nothing. */
  readonly isCertain: (item: Item) => boolean;
  /** Whether the dimension is one of the words, for every case of the cell alike. */
  readonly has: (name: DimensionName, words: readonly string[]) => boolean;
  /** The same cell with only some classes of one axis. What is asked there cuts this cell along the other axes. */
  readonly restrict: (axis: number, mask: bigint) => Cell<Item>;
}

/** A box with what was settled for it. */
export interface Leaf<Value> {
  readonly box: Box;
  readonly value: Value;
}

export interface Exploration<Item, Value> {
  readonly space: Space;
  /** Where to begin; the leaves add up to it. */
  readonly start: Box;
  readonly items: readonly Item[];
  readonly budget: Budget;
  /**
   * Says what is so in a cell. An answer given while a question could not be answered alike for the whole cell is thrown away: the cell
   * is cut by that question and each piece settled for itself. So ask first what makes other questions needless.
   */
  readonly settle: (cell: Cell<Item>) => Value;
  /** Stops after a leaf with such a value; the leaves then do not add up to the start. */
  readonly isEnough?: (value: Value) => boolean;
}

const standingOf = ({ guard, unless = [] }: Guarded, space: Space, box: Box): BoxStanding => {
  const standing = space.standingOf(guard, box);
  if (standing !== 'inside') return standing;
  for (const exception of unless) {
    const apart = space.standingOf(exception, box);
    if (apart === 'inside') return 'outside';
    if (apart !== 'outside') return apart;
  }
  return 'inside';
};

/** The question that cut a cell, if any. */
interface Cut {
  literal: Literal | null;
}

/** Where an item stands to a box, and the axes it asks about: along the others nothing changes. */
interface Stance {
  readonly standing: BoxStanding;
  readonly axes: ReadonlySet<number>;
}

/** The items that hold for some case of a box, with where each stands. */
type Standings<Item> = ReadonlyMap<Item, Stance>;

interface Making<Item> {
  readonly space: Space;
  readonly box: Box;
  readonly standings: Standings<Item>;
  readonly cut: Cut;
}

const axesAsked = ({ guard, unless = [] }: Guarded, space: Space): ReadonlySet<number> =>
  unless.length === 0 ? space.axesAsked(guard) : new Set([guard, ...unless].flatMap((each) => [...space.axesAsked(each)]));

const stand = <Item extends Guarded>(space: Space, box: Box, items: readonly Item[]): Standings<Item> => {
  const standings = new Map<Item, Stance>();
  for (const item of items) {
    const standing = standingOf(item, space, box);
    if (standing !== 'outside') standings.set(item, { standing, axes: axesAsked(item, space) });
  }
  return standings;
};

/** The same for a box that is narrower along one axis: only items that ask about it are asked again. */
const standWithin = <Item extends Guarded>(
  { space, standings }: Pick<Making<Item>, 'space' | 'standings'>,
  box: Box,
  axis: number,
): Standings<Item> => {
  const narrower = new Map<Item, Stance>();
  for (const [item, stance] of standings) {
    if (!stance.axes.has(axis)) {
      narrower.set(item, stance);
      continue;
    }
    const standing = standingOf(item, space, box);
    if (standing !== 'outside') narrower.set(item, { standing, axes: stance.axes });
  }
  return narrower;
};

const answer = (standing: BoxStanding, cut: Cut): boolean => {
  if (typeof standing === 'object') cut.literal ??= standing;
  return standing === 'inside';
};

const guards = new Map<string, Guard>();

/** The box of a word or two. Kept, as the same few are asked of every cell. */
const guardFor = (name: DimensionName, allowed: readonly string[]): Guard => {
  const key = `${name} ${allowed.join()}`;
  const known = guards.get(key);
  if (known !== undefined) return known;
  const made: Guard = new Map([[name, words(...allowed)]]);
  guards.set(key, made);
  return made;
};

const makeCell = <Item extends Guarded>({ space, box, standings, cut }: Making<Item>): Cell<Item> => {
  const standingTo = (item: Item): BoxStanding => standings.get(item)?.standing ?? 'outside';
  return {
    box,
    items: [...standings.keys()],
    holds: (item) => answer(standingTo(item), cut),
    isCertain: (item) => standingTo(item) === 'inside',
    has: (name, allowed) => space.axesOf(name).length > 0 && answer(space.standingOf(guardFor(name, allowed), box), cut),
    restrict: (axis, mask) => {
      const narrower = replaceAt(box, axis, (box[axis] ?? 0n) & mask);
      return makeCell({ space, box: narrower, standings: standWithin({ space, standings }, narrower, axis), cut });
    },
  };
};

interface Open<Item> {
  readonly box: Box;
  readonly standings: Standings<Item>;
}

/** The two pieces of a box, the part inside of the literal last. */
const split = <Item extends Guarded>(
  space: Space,
  { box, standings }: Open<Item>,
  { axis, mask }: Literal,
): readonly Open<Item>[] => {
  const own = box[axis] ?? 0n;
  return [own & ~mask, own & mask].map((part) => {
    const piece = replaceAt(box, axis, part);
    return { box: piece, standings: standWithin({ space, standings }, piece, axis) };
  });
};

/**
 * Cuts a box into cells only as far as the questions asked of each cell need it: a tree of questions instead of the product of all
 * dimensions. Leaves do not overlap and add up to the start, unless the budget ended first.
 */
export const explore = <Item extends Guarded, Value>({
  space,
  start,
  items,
  budget,
  settle,
  isEnough,
}: Exploration<Item, Value>): readonly Leaf<Value>[] => {
  const leaves: Leaf<Value>[] = [];
  const open: Open<Item>[] = [{ box: start, standings: stand(space, start, items) }];
  for (let next = open.pop(); next !== undefined && budget.spend(); next = open.pop()) {
    const cut: Cut = { literal: null };
    const value = settle(makeCell({ space, cut, ...next }));
    if (cut.literal === null) {
      leaves.push({ box: next.box, value });
      if (isEnough?.(value) === true) break;
      continue;
    }
    open.push(...split(space, next, cut.literal));
  }
  return leaves;
};
