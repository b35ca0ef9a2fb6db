import type { Box } from '../space/box.js';
import type { Leaf } from '../space/explore.js';
import { joinBoxes } from '../space/regions.js';

interface Joining<Value> {
  /** Leaves with the same key say the same. */
  readonly keyOf: (value: Value) => string;
  /** Axes along which a case may turn out differently all the same. */
  readonly decisive: readonly number[];
}

/** Leaves that say the same and differ only in what decides nothing more, as wide boxes: what follows is worked out once for all of them. */
export const joinLeaves = <Value>(
  leaves: readonly Leaf<Value>[],
  { keyOf, decisive }: Joining<Value>,
): readonly Leaf<Value>[] => {
  const groups = new Map<string, { readonly value: Value; readonly boxes: Box[] }>();
  for (const { box, value } of leaves) {
    const key = `${keyOf(value)} ${decisive.map((axis) => box[axis]).join()}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { value, boxes: [box] });
    else group.boxes.push(box);
  }
  return [...groups.values()].flatMap(({ value, boxes }) => joinBoxes(boxes).map((box) => ({ box, value })));
};
