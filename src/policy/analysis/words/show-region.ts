import { dimensionOf, type DimensionName } from '../../guards/dimensions.js';
import type { Axis } from '../space/axis.js';
import { bitsOf, type Box } from '../space/box.js';
import type { Space } from '../space/space.js';
import { intervalsOf } from '../space/timeline.js';
import { elsewhere } from '../space/universe.js';
import { showCountries } from './country-groups.js';
import { showSites } from './show-sites.js';
import { showInterval, showReasons, showWords } from './show-value.js';

/** A space in which all cases that are told of are sold on one marketplace, with its sites. */
export interface NamedSpace extends Space {
  /** Those whose rules were looked at. Absent = sites are told one by one. */
  readonly sites?: readonly string[];
}

const wordsIn = ({ classes }: Axis, mask: bigint): readonly string[] =>
  bitsOf(mask).flatMap((bit) => {
    const each = classes[bit];
    return each?.kind === 'words' ? each.words : [];
  });

const wordsOfAxes = new WeakMap<Axis, readonly string[]>();

/** Every word of an axis. Kept, as every region is told by what it leaves out. */
const allWords = (axis: Axis): readonly string[] => {
  const known = wordsOfAxes.get(axis) ?? wordsIn(axis, axis.whole);
  wordsOfAxes.set(axis, known);
  return known;
};

/** What people think in first. */
const order: readonly string[] = ['country', 'marketplace', 'site', 'programme', 'reason', 'category', 'traits', 'tags'];

const rankOf = ({ dimension }: Axis): number => {
  const rank = order.indexOf(dimension);
  return rank === -1 ? order.length : rank;
};

/** What every analysis takes for granted need not be said of each region. */
export const isTakenForGranted = ({ dimension, classes }: Axis, mask: bigint): boolean => {
  const isOrdinary = mask === 1n && classes.length > 0;
  return isOrdinary && (dimension.startsWith('disclosures.') || dimension === 'isConsumer' || dimension === 'channel');
};

const showOneWord = (axis: Axis, mask: bigint, { sites = [] }: NamedSpace): string => {
  const { dimension } = axis;
  const words = wordsIn(axis, mask);
  if (dimension === 'country') return showCountries(words, allWords(axis));
  if (dimension === 'reason') return showReasons(words);
  const inside = new Set(words);
  const left = allWords(axis).filter((word) => !inside.has(word));
  const isOpen = dimension === 'marketplace' && left.includes(elsewhere);
  const isMost = left.length < words.length && left.length > 0 && allWords(axis).length > 2 && !isOpen;
  if (dimension === 'site' && !isMost && !words.includes('none')) return showSites(words, sites);
  return isMost ? `not ${showWords(dimension, left)}` : showWords(dimension, words);
};

const showRange = (axis: Axis, space: Space, box: Box): string => {
  const { dimension, classes } = axis;
  const [first, last] = [classes[0], classes.at(-1)];
  return intervalsOf(space, box, dimension)
    .map(({ from, to }) =>
      showInterval(
        dimension,
        first?.kind === 'range' && first.from === from ? null : from,
        last?.kind === 'range' && last.to === to ? null : to,
      ),
    )
    .join(' or ');
};

const mostAbsent = 3;

/** Of what goods can have several of: what they have, and what they have not while that is few words. */
const showMany = (axes: readonly Axis[], box: Box): readonly string[] => {
  const [first] = axes;
  if (first === undefined) return [];
  const noun = first.dimension === 'traits' ? ' goods' : '';
  const label = first.dimension === 'tags' ? 'tagged ' : '';
  const having = axes.filter((axis) => box[axis.index] === 2n).map((axis) => label + allWords(axis).join(' or ') + noun);
  const absent = axes.filter((axis) => box[axis.index] === 1n).flatMap(allWords);
  // One more is told as soon as counted.
  const told = absent.length > mostAbsent + 1 ? absent.slice(0, mostAbsent) : absent;
  const rest = absent.length > told.length ? ` or ${String(absent.length - told.length)} more kinds` : '';
  return absent.length === 0 ? having : [...having, `not ${label}${told.join(', ')}${rest}`];
};

const byDimension = (axes: readonly Axis[]): readonly (readonly Axis[])[] => {
  const groups = new Map<DimensionName, Axis[]>();
  for (const axis of axes) groups.set(axis.dimension, [...(groups.get(axis.dimension) ?? []), axis]);
  return [...groups.values()];
};

/** A box in words along some axes only. Empty where it holds every case along them. */
export const showAxes = (space: NamedSpace, box: Box, axes: readonly Axis[]): readonly string[] => {
  const telling = axes.filter((axis) => (box[axis.index] ?? 0n) !== axis.whole);
  const sorted = [...telling].sort((left, right) => rankOf(left) - rankOf(right) || left.index - right.index);
  return byDimension(sorted).flatMap((alike) => {
    const [first] = alike;
    if (first === undefined) return [];
    const { shape } = dimensionOf(first.dimension);
    if (shape === 'many') return showMany(alike, box);
    return shape === 'range' ? [showRange(first, space, box)] : [showOneWord(first, box[first.index] ?? 0n, space)];
  });
};

/** A box in the words a merchant would use: `all EU countries, opened goods`. Empty for every case. */
export const showRegion = (space: Space, box: Box): readonly string[] =>
  showAxes(
    space,
    box,
    space.axes.filter((axis) => !isTakenForGranted(axis, box[axis.index] ?? 0n)),
  );

/** The words of any of the boxes; empty when together they hold all of them. */
export const wordsOf = (axis: Axis, boxes: readonly Box[]): readonly string[] => {
  const mask = boxes.reduce((all, box) => all | (box[axis.index] ?? 0n), 0n);
  return mask === axis.whole ? [] : wordsIn(axis, mask);
};

/** The countries of a box, sorted; empty when it holds every country. */
export const countriesIn = (space: Space, box: Box): readonly string[] => countriesOf(space, [box]);

/** The countries of any of the boxes, sorted; empty when together they hold every country. */
export const countriesOf = (space: Space, boxes: readonly Box[]): readonly string[] => {
  const [axis] = space.axesOf('country');
  if (axis === undefined) return [];
  return [...wordsOf(axis, boxes)].sort();
};
