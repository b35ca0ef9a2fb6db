import { compareBoxes, intersectBoxes, isBoxWithin, type Box } from '../space/box.js';
import { toRegions } from '../space/regions.js';
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
  /** All of them; `region` is the part in which a case was found. */
  readonly box: Box;
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

/** Terms hold while a case may be asked at all: their days say something only where both windows are as long everywhere. */
const daysIn = (members: readonly FoundWay[]): Interval | null => {
  const [first] = members;
  if (first === undefined) return null;
  const { from, to } = first.way;
  const isAlike = members.every(({ way }) => way.from === from && way.to === to);
  return isAlike && !(from <= 0 && to === Infinity) ? { from, to } : null;
};

const mergeGroup = (members: readonly FoundWay[]): readonly MergedRegion[] =>
  toRegions(members.map(({ region }) => region.box)).flatMap((box): readonly MergedRegion[] => {
    const inside = members.filter(({ region }) => isBoxWithin(region.box, box));
    const touching = inside.length > 0 ? inside : members.filter(({ region }) => intersectBoxes(region.box, box) !== null);
    const [first] = [...touching].sort((left, right) => compareBoxes(left.region.box, right.region.box));
    return first === undefined ? [] : [{ ...first, box, days: daysIn(touching) }];
  });

/** Regions that differ only in how long their windows are, as one. */
export const mergeRegions = (found: readonly FoundWay[]): readonly MergedRegion[] => {
  const groups = new Map<string, FoundWay[]>();
  for (const each of found) {
    const group = groups.get(keyOf(each));
    if (group === undefined) groups.set(keyOf(each), [each]);
    else group.push(each);
  }
  return [...groups.values()].flatMap(mergeGroup);
};
