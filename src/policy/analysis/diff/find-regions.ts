import type { Rule } from '../../rules/rule.js';
import { speaksOf, wantedForVerdict } from '../reading/held.js';
import { conditionGuards } from '../reading/standing.js';
import type { Budget } from '../space/budget.js';
import { compareBoxes, type Box } from '../space/box.js';
import { explore, type Cell } from '../space/explore.js';
import { toRegions } from '../space/regions.js';
import { createSpace, type Space } from '../space/space.js';
import type { DaySpan } from '../horizon.js';
import { differenceParts, type DifferencePart } from './policy-diff.js';
import { readTerms, readVerdict, standingOf, tellApart, wantedOf, type PartReading, type WindowReading } from './read-part.js';
import { changedRules, type Side } from './side.js';

/** Two sides and the cases their rules tell apart. */
export interface Comparison {
  readonly before: Side;
  readonly after: Side;
  readonly space: Space;
  readonly budget: Budget;
}

/** Cases for which the documents do not say the same, and what they say. */
export interface DocumentRegion {
  readonly part: DifferencePart;
  readonly box: Box;
  readonly before: PartReading;
  readonly after: PartReading;
  /** The windows in which the part can show. */
  readonly windows: readonly [before: WindowReading, after: WindowReading];
}

type Differing = Omit<DocumentRegion, 'part' | 'box'>;

export const openComparison = (before: Side, after: Side, { days, budget }: { days: DaySpan; budget: Budget }): Comparison => {
  const rules = [...before.source.rules, ...after.source.rules];
  return { before, after, space: createSpace([...rules.map(({ guard }) => guard), ...conditionGuards(rules)], days), budget };
};

const isAboutVerdict = (rule: Rule): boolean =>
  rule.terms.exclude !== undefined || rule.terms.review !== undefined || speaksOf(rule, wantedForVerdict);

const compareVerdicts = (cell: Cell<Rule>, { before, after }: Comparison): Differing | null => {
  const old = readVerdict(cell, before.source, standingOf(cell, before.source));
  const recent = readVerdict(cell, after.source, standingOf(cell, after.source));
  return old.key === recent.key ? null : { before: old, after: recent, windows: [old, recent] };
};

const compareTerms = (
  cell: Cell<Rule>,
  part: Exclude<DifferencePart, 'verdict'>,
  { before, after }: Comparison,
): Differing | null => {
  const want = wantedOf(part, [...before.source.rules, ...after.source.rules]);
  const old = readTerms(cell, before.source, { part, want });
  const recent = readTerms(cell, after.source, { part, want });
  if (old.key === recent.key) return null;
  const standings = [standingOf(cell, before.source), standingOf(cell, after.source)] as const;
  if (standings.some(({ kind }) => kind === 'excluded' || kind === 'silent')) return null;
  const windows = [readVerdict(cell, before.source, standings[0]), readVerdict(cell, after.source, standings[1])] as const;
  return { before: tellApart(old, recent), after: tellApart(recent, old), windows };
};

const keyOf = ({ before, after, windows }: Differing): string =>
  JSON.stringify([before.key, after.key, windows.map(({ key }) => key), before.rules, after.rules]);

const regionsOf = (part: DifferencePart, comparison: Comparison): readonly DocumentRegion[] => {
  const { before, after, space, budget } = comparison;
  const rules = [...before.source.rules, ...after.source.rules];
  const changed = changedRules(before.source.rules, after.source.rules);
  const isAbout = part === 'verdict' ? isAboutVerdict : (rule: Rule) => speaksOf(rule, wantedOf(part, rules));
  const relevant = changed.filter(isAbout);
  if (relevant.length === 0) return [];
  const leaves = explore({
    space,
    start: space.whole,
    items: rules,
    budget,
    settle: (cell) => {
      // Where only rules hold that both sides have, nothing more need be asked.
      if (!relevant.some(cell.holds)) return null;
      return part === 'verdict' ? compareVerdicts(cell, comparison) : compareTerms(cell, part, comparison);
    },
  });
  const groups = new Map<string, { readonly value: Differing; readonly boxes: Box[] }>();
  for (const { box, value } of leaves) {
    if (value === null) continue;
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), { value, boxes: [box] });
    else group.boxes.push(box);
  }
  return [...groups.values()]
    .flatMap(({ value, boxes }) => toRegions(boxes).map((box): DocumentRegion => ({ part, box, ...value })))
    .sort((left, right) => compareBoxes(left.box, right.box));
};

/** Every case for which the documents do not say the same, part by part, as boxes. */
export const findRegions = (comparison: Comparison): readonly DocumentRegion[] =>
  differenceParts.flatMap((part) => regionsOf(part, comparison));
