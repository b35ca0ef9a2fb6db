import type { AnalysisFinding } from '../../../policy/analysis/index.js';
import {
  decide,
  explanationOf,
  type Because,
  type CaseFacts,
  type Explanation,
  type Policy,
  type ReturnDecision,
} from '../../../policy/index.js';
import type { AtlasCell, Standing } from './atlas.js';
import type { Cited } from './cited.js';
import type { ColumnPlan } from './columns.js';
import { faultsOf } from './faults.js';
import { ordinaryCase, type Place } from './ordinary-case.js';
import { windowText, type WindowText } from './window-text.js';

/** A finding with its place in the atlas. */
export interface PlacedFinding {
  readonly finding: AnalysisFinding;
  readonly place: number;
  readonly isWaived: boolean;
  /** In which parts its own case is below what others demand. */
  readonly faults: readonly string[];
}

/** What cells are read with; everything they say twice is kept once. */
export interface CellReader {
  readonly policy: Policy;
  readonly at: string;
  readonly cited: Cited;
  readonly findingsOn: (column: ColumnPlan, place: Place) => readonly PlacedFinding[];
  readonly explain: (explanation: Explanation) => number;
  readonly cite: (because: Because) => readonly number[];
}

const isFloor = ({ finding }: PlacedFinding): boolean => finding.code === 'floor' && finding.severity === 'error';

/** A remedy left out is a warning of the analysis, and no broken floor. */
const heavyFaults = (decision: ReturnDecision): readonly string[] =>
  faultsOf(decision).filter((fault) => !fault.startsWith('remedies '));

const isCitedIn = ({ finding: { rule } }: PlacedFinding, { rights }: ReturnDecision): boolean =>
  rights.some((right) => right.layer === 'seller' && right.because.some((citation) => citation.rule === rule));

/** The findings about this very case: those with its fault, by the rules that decide it where a finding names one of them. */
const aboutThis = (decision: ReturnDecision, floors: readonly PlacedFinding[]): readonly PlacedFinding[] => {
  const faults = new Set(heavyFaults(decision));
  const same = floors.filter((each) => each.faults.some((fault) => faults.has(fault)));
  const cited = same.filter((each) => isCitedIn(each, decision));
  return cited.length > 0 ? cited : same;
};

const standingOf = (decision: ReturnDecision, here: readonly PlacedFinding[], found: readonly PlacedFinding[]): Standing => {
  // Without a finding the fault stands all the same: the analysis may have ended before this case.
  const isBelow = here.length === 0 ? heavyFaults(decision).length > 0 : here.some(({ isWaived }) => !isWaived);
  if (isBelow) return 'below';
  const floors = found.filter(isFloor);
  if (floors.some(({ isWaived }) => !isWaived)) return 'partly';
  if (floors.length > 0) return 'waived';
  return found.length > 0 ? 'noted' : 'kept';
};

const payerOf = ({ verdict, rights, pays }: ReturnDecision, { reasonClass }: ColumnPlan): string | null => {
  if (verdict === 'ineligible' || rights.length === 0 || pays.return === 'nobody') return null;
  return reasonClass === 'non-delivery' ? null : pays.return;
};

const citedBy = ({ recommended, rights, window }: ReturnDecision): Because => [
  ...rights.filter(({ id }) => id === recommended).flatMap(({ because }) => because),
  ...(window?.because ?? []),
  ...rights.filter(({ id }) => id !== recommended).flatMap(({ because }) => because),
];

const windowOf = (decision: ReturnDecision, facts: CaseFacts, cited: Cited): WindowText => {
  const { verdict, rights, window } = decision;
  if (rights.length === 0 || verdict === 'ineligible') return { short: '–', words: 'no return' };
  if (window === null && verdict === 'needs-review') return { short: '?', words: 'not known' };
  return windowText(window, { facts, cited });
};

/** Decides the ordinary case of a country and a reason, and says it in a cell. */
export const readCell = (reader: CellReader, column: ColumnPlan, place: Place): AtlasCell => {
  const { policy, at, cited } = reader;
  const facts = ordinaryCase(policy, column, { at, place });
  const decision = decide(policy, facts, { at });
  const found = reader.findingsOn(column, place);
  const here = aboutThis(decision, found.filter(isFloor));
  const { short, words } = windowOf(decision, facts, cited);
  return {
    verdict: decision.verdict,
    window: short,
    windowInWords: words,
    payer: payerOf(decision, column),
    standing: standingOf(decision, here, found),
    here: here.map((each) => each.place),
    nearby: found.filter((each) => !here.includes(each)).map((each) => each.place),
    sources: reader.cite(citedBy(decision)),
    explanation: reader.explain(explanationOf(decision, { locale: 'en', requestedAt: at })),
  };
};
