import type { PolicyDocument } from '../../document/schema.js';
import type { DaySpan } from '../horizon.js';
import type { Budget } from '../space/budget.js';
import type { Setting } from '../space/representative.js';
import { findRegions, openComparison, type Comparison } from './find-regions.js';
import { mergeRegions, type FoundWay, type MergedRegion } from './merge-regions.js';
import { probe } from './probe.js';
import type { Side } from './side.js';

/** Every difference between what two sets of documents answer, before law is heard. */
export interface DocumentDifferences {
  readonly comparison: Comparison;
  readonly setting: Setting;
  readonly regions: readonly MergedRegion[];
}

const firstOf = <Value>(values: readonly (Value | undefined)[], otherwise: Value): Value =>
  values.find((value) => value !== undefined) ?? otherwise;

/** Both sides are asked about the same seller and in the same money: the newer document's. */
const settingOf = ({ own: { documents, seller } }: Side): Setting => ({
  currency: firstOf(
    documents.map(({ currency }: PolicyDocument) => currency),
    'EUR',
  ),
  seller: { country: seller.country ?? 'CN', timeZone: seller.timeZone ?? 'UTC' },
});

/** Where the documents say something else, and a case that is answered differently for it. What only reads differently is left out. */
export const findDifferences = (
  before: Side,
  after: Side,
  bounds: { readonly days: DaySpan; readonly budget: Budget },
): DocumentDifferences => {
  const comparison = openComparison(before, after, bounds);
  const setting = settingOf(after);
  const ways = findRegions(comparison).flatMap((region) =>
    probe({ comparison, region, setting }).map((way): FoundWay => ({ region, way })),
  );
  return { comparison, setting, regions: mergeRegions(ways, comparison.space) };
};
