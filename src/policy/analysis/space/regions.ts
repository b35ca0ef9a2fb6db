import { bitsOf, compareBoxes, isBoxWithin, isCovered, replaceAt, sizeOfBox, type Box } from './box.js';

/** The axes along which the boxes differ at all. */
const differingAxes = (boxes: readonly Box[]): readonly number[] => {
  const [first] = boxes;
  return first === undefined ? [] : [...first.keys()].filter((axis) => boxes.some((box) => box[axis] !== first[axis]));
};

/** Joins boxes that differ on one axis only, axis by axis, until none do. Boxes that differ nowhere are one. */
const joinNeighbors = (boxes: readonly Box[]): readonly Box[] => {
  const [first] = boxes;
  if (first === undefined || first.length === 0) return boxes.slice(0, 1);
  let joined: readonly Box[] = boxes;
  for (let before = Infinity; joined.length < before;) {
    before = joined.length;
    for (const axis of first.keys()) joined = joinAlong(joined, axis);
  }
  return joined;
};

const joinAlong = (boxes: readonly Box[], axis: number): readonly Box[] => {
  const byOthers = new Map<string, Box>();
  for (const box of boxes) {
    const key = replaceAt(box, axis, 0n).join();
    const known = byOthers.get(key);
    byOthers.set(key, known === undefined ? box : replaceAt(box, axis, (known[axis] ?? 0n) | (box[axis] ?? 0n)));
  }
  return [...byOthers.values()];
};

/** Beyond this many boxes they are only joined, not widened: they still do not overlap, so none is superfluous. */
const mostToWiden = 60;

/** As wide as the box can be along each axis while every case of it is one of the cases. */
const widen = (box: Box, all: readonly Box[]): Box => {
  let wide = box;
  for (const axis of box.keys()) {
    const possible = all.reduce((mask, other) => mask | (other[axis] ?? 0n), 0n);
    if (possible === wide[axis]) continue;
    const whole = replaceAt(wide, axis, possible);
    if (isCovered(whole, all)) wide = whole;
    else wide = widenByClass(wide, { axis, possible, all });
  }
  return wide;
};

const mostClassesToTry = 24;

const widenByClass = (
  box: Box,
  { axis, possible, all }: { readonly axis: number; readonly possible: bigint; readonly all: readonly Box[] },
): Box => {
  const missing = bitsOf(possible & ~(box[axis] ?? 0n));
  if (missing.length > mostClassesToTry) return box;
  return missing.reduce<Box>((wide, bit) => {
    const one = replaceAt(wide, axis, 1n << BigInt(bit));
    return isCovered(one, all) ? replaceAt(wide, axis, (wide[axis] ?? 0n) | (1n << BigInt(bit))) : wide;
  }, box);
};

const dropSuperfluous = (boxes: readonly Box[]): readonly Box[] => {
  let kept = boxes.filter((box, index) => !boxes.some((other, place) => place < index && isBoxWithin(box, other)));
  for (const box of [...kept].sort((left, right) => sizeOfBox(left) - sizeOfBox(right) || compareBoxes(left, right))) {
    const others = kept.filter((other) => other !== box);
    if (isCovered(box, others)) kept = others;
  }
  return kept;
};

/** Boxes with only the axes along which they differ, and the way back. */
const compact = (boxes: readonly Box[]): { readonly small: readonly Box[]; readonly restore: (box: Box) => Box } => {
  const axes = differingAxes(boxes);
  const [first = []] = boxes;
  const places = new Map(axes.map((axis, place) => [axis, place]));
  return {
    small: boxes.map((box) => axes.map((axis) => box[axis] ?? 0n)),
    restore: (box) => first.map((mask, axis) => box[places.get(axis) ?? -1] ?? mask),
  };
};

/** Boxes that do not overlap, joined where they differ along one axis only. The same for the same boxes in any order. */
export const joinBoxes = (boxes: readonly Box[]): readonly Box[] => {
  if (boxes.length < 2) return boxes;
  const { small, restore } = compact([...boxes].sort(compareBoxes));
  return joinNeighbors(small).map(restore);
};

/**
 * The same cases as few wide boxes. Irredundant: leaving any of them out would lose a case. The same for the same cases in any order of
 * the boxes given; not always the fewest, which would be a search nobody could wait for.
 */
export const toRegions = (boxes: readonly Box[]): readonly Box[] => {
  const { small, restore } = compact([...boxes].sort(compareBoxes));
  const joined = joinNeighbors(small);
  const wide = joined.length > mostToWiden ? joined : dropSuperfluous(joined.map((box) => widen(box, joined)));
  return wide.map(restore).sort(compareBoxes);
};
