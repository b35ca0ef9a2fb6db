import { definitionOf, isReason, type Reason } from '../../../core/reason.js';
import { elsewhere } from '../space/universe.js';
import type { Box } from '../space/box.js';
import type { Space } from '../space/space.js';
import { wordsOf } from '../words/show-region.js';
import type { CarriedSites } from './carried-sites.js';

const wordsAlong = (space: Space, dimension: 'marketplace' | 'reason' | 'site', boxes: readonly Box[]): readonly string[] => {
  const [axis] = space.axesOf(dimension);
  return axis === undefined ? [] : wordsOf(axis, boxes);
};

/** The marketplaces of the boxes; empty when such goods may also be sold elsewhere. */
export const marketplacesOf = (space: Space, boxes: readonly Box[]): readonly string[] => {
  const words = wordsAlong(space, 'marketplace', boxes);
  return words.includes('none') || words.includes(elsewhere) ? [] : words;
};

const soldOnIn = (space: Space, box: Box, carried: CarriedSites): readonly string[] => {
  const sites = wordsAlong(space, 'site', [box]);
  return marketplacesOf(space, [box]).flatMap((marketplace) => {
    const known = carried.get(marketplace) ?? [];
    if (known.length === 0) return [marketplace];
    return known.filter((site) => sites.length === 0 || sites.includes(site)).map((site) => `${marketplace}:${site}`);
  });
};

/** The marketplaces of the boxes with those of their sites that are looked at, sorted; empty when such goods may also be sold elsewhere. */
export const soldOnOf = (space: Space, boxes: readonly Box[], carried: CarriedSites): readonly string[] =>
  marketplacesOf(space, boxes).length === 0 ? [] : [...new Set(boxes.flatMap((box) => soldOnIn(space, box, carried)))].sort();

/** Not in its own class is a reason of which somebody found later who was at fault. */
const isPlain = (pair: string): boolean => {
  const [reason = '', reasonClass] = pair.split('/');
  return isReason(reason) && definitionOf(reason).reasonClass === reasonClass;
};

/** The reasons of the boxes as buyers give them, sorted; empty when together they hold every reason. */
export const reasonsOf = (space: Space, boxes: readonly Box[]): readonly Reason[] => {
  const pairs = wordsAlong(space, 'reason', boxes);
  const told = pairs.some(isPlain) ? pairs.filter(isPlain) : pairs;
  return [...new Set(told.map((pair) => pair.slice(0, pair.indexOf('/'))))].filter(isReason).sort();
};
