import type { Axis } from './axis.js';
import { bitsOf, type Box } from './box.js';

const known = new WeakMap<Axis, Map<bigint, readonly string[]>>();

const readWords = ({ classes }: Axis, mask: bigint): readonly string[] =>
  bitsOf(mask).flatMap((bit) => {
    const each = classes[bit];
    return each?.kind === 'words' ? each.words : [];
  });

/** All words of a box along an axis, the most ordinary first. Kept, as box after box has the same. */
export const wordsIn = (axis: Axis, box: Box): readonly string[] => {
  const mask = box[axis.index] ?? 0n;
  const byMask = known.get(axis) ?? new Map<bigint, readonly string[]>();
  known.set(axis, byMask);
  const words = byMask.get(mask) ?? readWords(axis, mask);
  byMask.set(mask, words);
  return words;
};
