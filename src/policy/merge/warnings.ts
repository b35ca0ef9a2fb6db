import { definitionOf } from '../../core/reason.js';
import type { Policy } from '../compile.js';
import type { DecisionDeadline, Pays, Refund, ReturnDecision, RightDecision } from '../decision.js';
import type { CaseFacts } from '../facts/case-facts.js';
import type { Scene } from '../facts/scene.js';
import type { CalendarGap } from '../rules/calendar-gaps.js';
import { addGapsInDeadlines } from './deadlines.js';
import type { Grant } from './grant.js';
import { partWarnings } from './part-warnings.js';
import { platformDisagreements } from './platform-disagreement.js';

type Warning = ReturnDecision['warnings'][number];

/** Whether the law and marketplace rules of this case are loaded, so that finding no right means there is none. */
export const isPackKnown = ({ coverage }: Policy, facts: CaseFacts): boolean =>
  coverage.hasLaw(facts) && coverage.hasMarketplace(facts);

interface Seen {
  readonly policy: Policy;
  readonly scene: Scene;
  readonly heard: readonly { readonly grant: Grant }[];
  /** Of the family whose terms the decision has. */
  readonly family: readonly { readonly grant: Grant }[];
  readonly deadlines: readonly DecisionDeadline[];
  readonly pays: Pays;
  readonly refund: Refund;
  readonly recommended: RightDecision | null;
}

export const isAboutDeadline = (code: string): boolean => code.startsWith('deadline-');

/** Beside a stated deadline only a statute's own is kept running, so a computed row for the same duty on another time is the law's. */
const isStatuteApart = (row: DecisionDeadline, deadlines: readonly DecisionDeadline[]): boolean =>
  row.source === 'policy' &&
  row.by !== null &&
  deadlines.some(
    ({ source, duty, party, by }) => source === 'marketplace' && duty === row.duty && party === row.party && by !== row.by,
  );

const noWarnings: readonly Warning[] = Object.freeze([]);

const isRemarkable = ({ source, certainty }: DecisionDeadline): boolean => source === 'marketplace' || certainty === 'estimated';

export const deadlineWarnings = (deadlines: readonly DecisionDeadline[]): readonly Warning[] => {
  if (!deadlines.some(isRemarkable)) return noWarnings;
  const differs = deadlines
    .filter((row) => row.differsFrom !== null || isStatuteApart(row, deadlines))
    .map(({ duty, right }) => ({ code: `deadline-differs:${duty}`, right }));
  const estimated = deadlines.filter(({ certainty, by }) => certainty === 'estimated' && by !== null);
  return [...differs, ...estimated.map(({ duty, right }) => ({ code: `deadline-estimated:${duty}`, right }))];
};

export const isEstimate = ({ certainty, source }: DecisionDeadline): boolean => source === 'policy' && certainty === 'estimated';

/** Holidays nobody has announced yet, or that no calendar tells, where days were counted with them. */
const calendarWarnings = ({ heard, deadlines }: Seen): readonly Warning[] => {
  const found = new Set<CalendarGap>();
  const isCounted = deadlines.some(isEstimate);
  for (const { grant } of heard) {
    if (grant.window?.closes.kind === 'ends') grant.window.closes.gaps?.forEach((gap) => found.add(gap));
    if (isCounted) addGapsInDeadlines(found, grant);
  }
  return found.size === 0 ? noWarnings : [...found].sort().map((code) => ({ code, right: null }));
};

/** What a reader should know besides the answer. */
export const warningsFor = (seen: Seen): readonly Warning[] => {
  const { policy, scene, deadlines, recommended } = seen;
  const { facts } = scene;
  const found: Warning[] = [];
  if (!policy.coverage.hasLaw(facts)) found.push({ code: 'law-not-loaded', right: null });
  if (!policy.coverage.hasMarketplace(facts)) found.push({ code: 'marketplace-rules-not-loaded', right: null });
  for (const other of definitionOf(facts.reason).mayAlsoBe) found.push({ code: `reason-may-also-be:${other}`, right: null });
  const wanted = facts.remedy;
  const isOffered = wanted === undefined || recommended === null || recommended.remedies.some(({ remedy }) => remedy === wanted);
  if (!isOffered) found.push({ code: 'remedy-not-offered', right: recommended.id });
  for (const code of platformDisagreements(seen)) found.push({ code, right: null });
  found.push(...partWarnings(seen.refund, seen.family, scene), ...deadlineWarnings(deadlines), ...calendarWarnings(seen));
  return found;
};
