import { compareBoxes, isCovered, type Box } from './box.js';
import { toRegions } from './regions.js';

/** Some axes with the boxes along them: cases that differ there only. */
export interface Factor {
  readonly axes: readonly number[];
  /** Boxes of the whole space, of which only the masks on these axes count. */
  readonly boxes: readonly Box[];
}

/** The axes along which the boxes are not all the same. */
const differingAxes = (boxes: readonly Box[]): readonly number[] => {
  const [first] = boxes;
  return first === undefined ? [] : [...first.keys()].filter((axis) => boxes.some((box) => box[axis] !== first[axis]));
};

const restrictTo = (box: Box, axes: ReadonlySet<number>): Box => box.map((mask, axis) => (axes.has(axis) ? mask : 1n));

const distinct = (boxes: readonly Box[]): readonly Box[] => [...new Map(boxes.map((box) => [box.join(), box])).values()];

const project = (boxes: readonly Box[], axes: readonly number[]): readonly Box[] => {
  const kept = new Set(axes);
  return distinct(boxes.map((box) => restrictTo(box, kept)));
};

const combine = (left: Box, right: Box, axes: ReadonlySet<number>): Box =>
  left.map((mask, axis) => (axes.has(axis) ? mask : (right[axis] ?? 0n)));

/** Whether the choice along some axes says nothing about the others: every combination is a case of the boxes. */
const isFree = (boxes: readonly Box[], chosen: readonly number[]): boolean => {
  const own = new Set(chosen);
  const wanted = distinct(boxes.flatMap((left) => boxes.map((right) => combine(left, right, own))));
  return wanted.every((box) => isCovered(box, boxes));
};

const mostTogether = 2;

const subsets = (axes: readonly number[], size: number): readonly (readonly number[])[] => {
  if (size === 0) return [[]];
  return axes.flatMap((axis, place) => subsets(axes.slice(place + 1), size - 1).map((rest) => [axis, ...rest]));
};

/** Beyond this many boxes or axes a union is told as it is. */
const mostToSplit = { boxes: 16, axes: 10 } as const;

const splitOff = (boxes: readonly Box[], axes: readonly number[]): readonly number[] => {
  for (let size = 1; size <= mostTogether && size < axes.length; size += 1) {
    const found = subsets(axes, size).find((chosen) => isFree(boxes, chosen));
    if (found !== undefined) return found;
  }
  return axes;
};

const splitAll = (boxes: readonly Box[]): readonly Factor[] => {
  const factors: Factor[] = [];
  let left = boxes;
  for (let axes = differingAxes(left); axes.length > 0; axes = differingAxes(left)) {
    const isLarge = left.length > mostToSplit.boxes || axes.length > mostToSplit.axes;
    const chosen = isLarge ? axes : splitOff(left, axes);
    factors.push({ axes: chosen, boxes: [...toRegions(project(left, chosen))].sort(compareBoxes) });
    left = project(
      left,
      axes.filter((axis) => !chosen.includes(axis)),
    );
  }
  return factors;
};

/**
 * A union of boxes as a product of smaller unions, as people say it: not `A and B, or A and C, or D and B, or D and C` but `A or D; B or C`.
 * Axes along which the boxes are the same are in no factor.
 */
export const toFactors = (boxes: readonly Box[]): readonly Factor[] => {
  // A space has many axes, and boxes differ along a few.
  const differing = differingAxes(boxes);
  const places = new Map(differing.map((axis, place) => [axis, place]));
  const [first = []] = boxes;
  const restore = (small: Box): Box => first.map((_, axis) => small[places.get(axis) ?? -1] ?? 1n);
  return splitAll(boxes.map((box) => differing.map((axis) => box[axis] ?? 0n))).map((factor) => ({
    axes: factor.axes.map((place) => differing[place] ?? 0),
    boxes: factor.boxes.map(restore),
  }));
};
