import { bitsOf, type Box } from '../space/box.js';
import type { Space } from '../space/space.js';

/** The countries and subdivisions of a box; empty when no rule asks for the country, so that any will do. */
export const placesIn = (space: Space, box: Box): readonly string[] => {
  const [axis] = space.axesOf('country');
  if (axis === undefined) return [];
  return bitsOf(box[axis.index] ?? 0n)
    .flatMap((bit) => {
      const each = axis.classes[bit];
      return each?.kind === 'words' ? each.words : [];
    })
    .sort();
};
