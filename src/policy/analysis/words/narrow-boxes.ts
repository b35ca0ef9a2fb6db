import type { Axis } from '../space/axis.js';
import { compareBoxes, sizeOfBox, subtractBox, type Box } from '../space/box.js';

interface Telling {
  readonly axes: readonly Axis[];
  /** How long the words for a box are. */
  readonly lengthOf: (box: Box) => number;
}

/** More boxes than these are not told one by one. */
const mostToNarrow = 12;

/** The box around the cases that no other box holds, as far as the box has conditions at all: a new condition would only be more to read. */
const withoutShared = (box: Box, others: readonly Box[], axes: readonly Axis[]): Box => {
  const own = others.reduce<readonly Box[]>((pieces, other) => pieces.flatMap((piece) => subtractBox(piece, other)), [box]);
  if (own.length === 0) return box;
  const conditions = new Set(axes.flatMap(({ index, whole }) => (box[index] === whole ? [] : [index])));
  return box.map((mask, index) => (conditions.has(index) ? own.reduce((all, piece) => all | (piece[index] ?? 0n), 0n) : mask));
};

/**
 * The same cases in boxes that say less twice: `DE or FR and toys, or DE` becomes `FR and toys, or DE`. Narrow boxes give way to wide ones,
 * and only where that makes their words shorter.
 */
export const narrowBoxes = (boxes: readonly Box[], { axes, lengthOf }: Telling): readonly Box[] => {
  if (boxes.length < 2 || boxes.length > mostToNarrow) return boxes;
  const order = [...boxes.keys()].sort((left, right) => {
    const [first = [], second = []] = [boxes[left], boxes[right]];
    return sizeOfBox(first) - sizeOfBox(second) || compareBoxes(first, second);
  });
  const narrowed = [...boxes];
  for (const place of order) {
    const box = narrowed[place] ?? [];
    const narrow = withoutShared(
      box,
      narrowed.filter((_, other) => other !== place),
      axes,
    );
    if (lengthOf(narrow) < lengthOf(box)) narrowed[place] = narrow;
  }
  return narrowed;
};
