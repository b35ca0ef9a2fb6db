import { createBudget } from '../space/budget.js';
import { checkOptions, requireDocuments } from '../check-options.js';
import { readHorizon, toDays } from '../horizon.js';
import { countriesIn } from '../words/show-region.js';
import { showUnion } from '../words/show-union.js';
import { showDayNumbers } from '../words/show-value.js';
import type { Prober } from './attempts.js';
import { findDifferences } from './find-differences.js';
import { holdAgainstLaw, lawPlaces } from './in-force.js';
import type { MergedRegion } from './merge-regions.js';
import { differenceParts, type BuyerEffect, type DiffOptions, type PolicyDiff, type PolicyDifference } from './policy-diff.js';
import { openSide, type Side } from './side.js';

const usualBudget = 400_000;

const toDifference = (
  asked: Pick<Prober, 'comparison' | 'setting'>,
  merged: MergedRegion,
  governed: readonly string[],
): Difference => {
  const { comparison } = asked;
  const { region, way, boxes, parts, days } = merged;
  const when = days === null ? null : showDayNumbers(days.from, days.to);
  const words = showUnion(comparison.space, [{ when, boxes }]);
  const { witness, hiddenIn, isEffective } = holdAgainstLaw(asked, parts, governed);
  const found: PolicyDifference = {
    part: region.part,
    countries: countriesIn(comparison.space, boxes[0] ?? []),
    region: words === 'every case' ? '' : words,
    buyer: way.buyer,
    seller: way.seller,
    before: { says: region.before.says, rules: region.before.rules },
    after: { says: region.after.says, rules: region.after.rules },
    hiddenIn,
    witness,
  };
  return { isEffective, found };
};

interface Difference {
  readonly isEffective: boolean;
  readonly found: PolicyDifference;
}

const badness: readonly BuyerEffect[] = ['worse', 'mixed', 'better', 'same'];

const compareDifferences = (left: PolicyDifference, right: PolicyDifference): number =>
  badness.indexOf(left.buyer) - badness.indexOf(right.buyer) ||
  differenceParts.indexOf(left.part) - differenceParts.indexOf(right.part) ||
  (left.region < right.region ? -1 : left.region > right.region ? 1 : 0) ||
  (left.witness.at < right.witness.at ? -1 : 1);

const sellerNote = (before: Side, after: Side): readonly string[] => {
  const [old, recent] = [before.own.seller, after.own.seller];
  return old.country === recent.country && old.timeZone === recent.timeZone
    ? []
    : ['The documents place the seller differently; cases were compared as if the seller were where the newer one says.'];
};

/**
 * What two policies answer differently: which cases, in which direction, each with a case that `decide` confirms. The documents are
 * those of `compilePolicy`; their order and their words do not matter, only what they mean. Pure.
 *
 * Regions are those of the documents: every case for which they would answer differently by themselves is in one. What law and
 * marketplaces then make of it is tried country by country for ordinary goods and said in `hiddenIn`.
 *
 * @throws PolicyDocumentError when a document breaks the grammar or its rules contradict each other.
 * @throws InvalidInputError when neither side has a document or an option is not one; `issues` name each, such as `horizon.from`.
 */
export const diffPolicies = (before: readonly unknown[], after: readonly unknown[], options: DiffOptions): PolicyDiff => {
  requireDocuments('diffPolicies', before, after);
  checkOptions('diffPolicies', options);
  const { packs, cellBudget = usualBudget } = options;
  const horizon = readHorizon(packs, options.horizon);
  const budget = createBudget(cellBudget);
  const sides = [openSide(before, packs), openSide(after, packs)] as const;
  const { comparison, setting, regions } = findDifferences(...sides, { days: toDays(horizon), budget });
  const governed = lawPlaces(packs);
  const found = regions.map((merged) => toDifference({ comparison, setting }, merged, governed));
  const listed = found.map((each) => each.found).sort(compareDifferences);
  const effective = new Set(found.filter(({ isEffective }) => isEffective).map((each) => each.found));
  return {
    differences: listed.filter((each) => effective.has(each)),
    hidden: listed.filter((each) => !effective.has(each)),
    horizon,
    cells: budget.spent(),
    isComplete: !budget.isEnded(),
    notes: sellerNote(...sides),
  };
};
