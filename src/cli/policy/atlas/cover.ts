import type { AnalysisFinding } from '../../../policy/analysis/index.js';
import type { ColumnPlan } from './columns.js';
import type { Place } from './ordinary-case.js';

const isIn = ({ countries }: AnalysisFinding, { country }: Place): boolean =>
  countries.length === 0 || countries.some((each) => each.slice(0, 2) === country);

/** What a marketplace demands concerns cases that are sold there; on a marketplace alone, those of any of its sites. */
const isSoldThere = ({ soldOn = [] }: AnalysisFinding, place: Place): boolean => {
  if (soldOn.length === 0) return true;
  const [marketplace = ''] = place.soldOn?.split(':') ?? [];
  return soldOn.some((each) => each === place.soldOn || each === marketplace || each.split(':')[0] === place.soldOn);
};

const isForReason = ({ reasons = [] }: AnalysisFinding, column: ColumnPlan): boolean =>
  reasons.length === 0 || reasons.some((reason) => column.reasons.includes(reason));

/** Whether a finding about some case has cases of the cell in its region, whatever the goods. */
export const covers = (finding: AnalysisFinding, column: ColumnPlan, place: Place): boolean =>
  finding.witness !== null && isIn(finding, place) && isSoldThere(finding, place) && isForReason(finding, column);
