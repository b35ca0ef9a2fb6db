import { definitionOf } from '../../../core/reason.js';
import type { AnalysisFinding } from '../../../policy/analysis/index.js';
import { decide, type CaseFacts, type Policy, type ReturnDecision } from '../../../policy/index.js';
import type { ColumnPlan } from './columns.js';
import { faultsLike } from './faults.js';
import { soldAt, type Place } from './ordinary-case.js';

/** Says which findings hold for a cell. */
export interface Cover {
  readonly covers: (finding: AnalysisFinding, column: ColumnPlan, place: Place) => boolean;
}

const isIn = ({ countries }: AnalysisFinding, { country }: Place): boolean =>
  countries.length === 0 || countries.some((each) => each.slice(0, 2) === country);

/** What a marketplace demands concerns cases that are sold there. */
const isSoldThere = ({ marketplace }: CaseFacts, { soldOn }: Place): boolean =>
  marketplace === undefined || soldOn?.split(':')[0] === marketplace;

const ownAnswers = ({ rights }: ReturnDecision): string =>
  JSON.stringify(rights.filter(({ layer }) => layer === 'seller').map(({ verdict, because }) => ({ verdict, because })));

/** Whether two decisions have the same fault: of a floor, in the same part against the same source; of others, by the same rules. */
const isAlike = (finding: AnalysisFinding, left: ReturnDecision, right: ReturnDecision): boolean => {
  if (finding.code !== 'floor') return ownAnswers(left) === ownAnswers(right);
  const faults = new Set(faultsLike(finding, left));
  return faultsLike(finding, right).some((fault) => faults.has(fault));
};

/**
 * A finding names its region in words and shows one case of it. Regions are products, so the case with another reason tells whether that
 * reason belongs to it, in whatever country; and the countries are listed.
 */
export const createCover = (policy: Policy): Cover => {
  const known = new Map<string, boolean>();
  const isSameFor = (
    finding: AnalysisFinding,
    facts: CaseFacts,
    change: Pick<CaseFacts, 'reason' | 'marketplace' | 'site'>,
  ): boolean => {
    const [before, after] = [facts, { ...facts, ...change }].map((each) => decide(policy, each, { at: each.requestedAt ?? '' }));
    return before !== undefined && after !== undefined && isAlike(finding, before, after);
  };
  const covers = (finding: AnalysisFinding, { reason, reasons, reasonClass }: ColumnPlan, place: Place): boolean => {
    const facts = finding.witness?.facts;
    if (facts === undefined || !isIn(finding, place) || !isSoldThere(facts, place)) return false;
    if (definitionOf(facts.reason).reasonClass !== reasonClass) return false;
    const sale = facts.marketplace === undefined ? {} : soldAt(place.soldOn);
    const isSameSite = facts.site === undefined || facts.site === (sale.site ?? facts.site);
    if (reasons.includes(facts.reason) && isSameSite) return true;
    const change = { reason: reasons.includes(facts.reason) ? facts.reason : reason, ...sale };
    const key = JSON.stringify([finding.document, finding.rule, finding.message, change]);
    const answer = known.get(key) ?? isSameFor(finding, facts, change);
    known.set(key, answer);
    return answer;
  };
  return { covers };
};
