import type { DimensionName } from '../../guards/dimensions.js';
import { wordsIn } from './axis-words.js';
import type { Box } from './box.js';
import type { Space } from './space.js';
import { told } from './told-facts.js';
import { elsewhere } from './universe.js';

/** Where a case was sold: words of a box. */
export interface Sale {
  readonly marketplace: string;
  /** Absent = rules do not ask for the site. */
  readonly site?: string;
}

/** All words of the box in a dimension, the most ordinary first; `null` when nobody mentions it. */
const wordsOf = (space: Space, box: Box, name: DimensionName): readonly string[] | null => {
  const [axis] = space.axesOf(name);
  return axis === undefined ? null : wordsIn(axis, box);
};

/** A site belongs to a marketplace, and a sale outside of marketplaces has none. */
export const saleIn = (space: Space, box: Box): Sale | 'outside' | null => {
  const marketplaces = wordsOf(space, box, 'marketplace') ?? ['none', elsewhere];
  const sites = wordsOf(space, box, 'site');
  if (marketplaces.includes('none') && sites?.includes('none') !== false) return 'outside';
  const marketplace = marketplaces.find((word) => word !== 'none');
  const site = sites?.find((word) => word !== 'none');
  if (marketplace === undefined || (sites !== null && site === undefined)) return null;
  return { marketplace, ...told('site', site) };
};

/**
 * One way to sell on each marketplace of the box, at the site of the place where it has one; none where the case may be sold outside of
 * marketplaces.
 */
export const salesIn = (space: Space, box: Box, place: string | undefined): readonly Sale[] => {
  const marketplaces = wordsOf(space, box, 'marketplace') ?? [];
  if (saleIn(space, box) === 'outside') return [];
  const sites = wordsOf(space, box, 'site')?.filter((word) => word !== 'none');
  const site = sites?.find((word) => word === place?.slice(0, 2)) ?? sites?.[0];
  return marketplaces.filter((word) => word !== 'none').map((marketplace) => ({ marketplace, ...told('site', site) }));
};
