import { areOverlapping, compareBoxes, isBoxWithin, type Box } from '../space/box.js';
import { toRegions } from '../space/regions.js';
import type { Space } from '../space/space.js';
import type { Interval } from '../space/timeline.js';
import type { DocumentRegion } from './find-regions.js';
import type { Way } from './probe.js';

/** A way in which the cases of a region are answered differently. */
export interface FoundWay {
  readonly region: DocumentRegion;
  readonly way: Way;
}

/** Cases that are answered differently in one way, for one reason, however long their windows are. */
export interface MergedRegion extends FoundWay {
  /** All of them, in the same countries; `region` is a part in which a case was found. */
  readonly boxes: readonly Box[];
  /** Of each box a part in which a case was found, that of `region` first. */
  readonly parts: readonly [FoundWay, ...FoundWay[]];
  /** Days after the delivery; `null` when they are not alike throughout, or on every day. */
  readonly days: Interval | null;
}

const daysKey = ({ region, way }: FoundWay): string => (region.part === 'verdict' ? `${String(way.from)} ${String(way.to)}` : '');

const keyOf = (found: FoundWay): string => {
  const { region, way } = found;
  const { before, after } = way.first;
  const verdicts = region.part === 'verdict' ? [before.verdict, after.verdict] : [];
  const sides = [region.before, region.after].map(({ says, rules }) => [says, rules]);
  return JSON.stringify([region.part, sides, way.buyer, way.seller, verdicts, daysKey(found)]);
};

/** Terms hold while a case may be asked at all: their days say something only where both windows are as long everywhere and always. */
const daysIn = (members: readonly FoundWay[]): Interval | null => {
  const [first] = members;
  if (first === undefined) return null;
  const { from, to } = first.way;
  const isTold = ({ region: { part, windows } }: FoundWay): boolean =>
    part === 'verdict' || windows.every(({ isAlikeEveryDay }) => isAlikeEveryDay);
  const isAlike = members.every((member) => isTold(member) && member.way.from === from && member.way.to === to);
  return isAlike && !(from <= 0 && to === Infinity) ? { from, to } : null;
};

interface Part {
  readonly box: Box;
  readonly members: readonly FoundWay[];
}

const partsOf = (members: readonly FoundWay[]): readonly Part[] =>
  toRegions(members.map(({ region }) => region.box)).map((box) => {
    const inside = members.filter(({ region }) => isBoxWithin(region.box, box));
    const touching = inside.length > 0 ? inside : members.filter(({ region }) => areOverlapping(region.box, box));
    return { box, members: [...touching].sort((left, right) => compareBoxes(left.region.box, right.region.box)) };
  });

const groupBy = <Item>(items: readonly Item[], key: (item: Item) => string): readonly (readonly Item[])[] => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
};

/** What law makes of a difference is said country by country, so that boxes of other countries stay apart. */
const mergeGroup = (members: readonly FoundWay[], countries: (box: Box) => bigint): readonly MergedRegion[] => {
  const keyed = partsOf(members).map((part) => ({ ...part, days: daysIn(part.members) }));
  return groupBy(keyed, ({ box, days }) => JSON.stringify([String(countries(box)), days])).flatMap((group) => {
    const [first, ...others] = group.flatMap(({ members: [found] }) => found ?? []);
    const [part] = group;
    if (part === undefined || first === undefined) return [];
    return [{ ...first, boxes: group.map(({ box }) => box), parts: [first, ...others], days: part.days }];
  });
};

/** Regions that differ only in how long their windows are, or in the kinds of goods, as one. */
export const mergeRegions = (found: readonly FoundWay[], space: Space): readonly MergedRegion[] => {
  const [axis] = space.axesOf('country');
  const countries = (box: Box): bigint => (axis === undefined ? 0n : (box[axis.index] ?? 0n));
  return groupBy(found, keyOf).flatMap((members) => mergeGroup(members, countries));
};
