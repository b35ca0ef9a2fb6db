import { compilePolicy, type Policy } from '../compile.js';
import { PolicyDocumentError } from '../document/errors.js';
import type { Pack } from '../packs/types.js';
import { ambiguityFindings } from './ambiguous.js';
import { findingSeverities, type AnalysisFinding, type Horizon, type PolicyAnalysis } from './finding.js';
import { findFloorHits, floorSpace } from './floors/floors.js';
import { checkOptions, requireDocuments } from './check-options.js';
import { findGaps } from './gaps.js';
import { findCalendarEnds } from './calendars.js';
import { findImpossibleDeadlines } from './deadlines.js';
import { longestTransitInDays } from './days/limits.js';
import { findMoneyFaults } from './money.js';
import { findMonotonicityFaults } from './monotonicity.js';
import { findNeedlessRules } from './needless.js';
import { readHorizon, toDays } from './horizon.js';
import { carriedSites } from './report/carried-sites.js';
import { toFindings } from './report/to-findings.js';
import { createBudget, type Budget } from './space/budget.js';
import { createSubject } from './subject.js';

/** Which floors a policy is held against. */
export type FloorLayer = 'law' | 'marketplace';

/** What a policy is held against, and over which days. It is checked: another key or kind of value is an `InvalidInputError`. */
export interface CheckOptions {
  /** Law and marketplace rules to hold the policy against, and the calendars that count its business days. */
  readonly packs: readonly Pack[];
  /** The days looked at. Default of either end: that of the years that the calendars of the packs carry. */
  readonly horizon?: Partial<Horizon>;
  /** How many boxes of like cases may be looked at before the report says `analysis-incomplete`. Default 400,000. */
  readonly cellBudget?: number;
  /**
   * Law is asked for buyers of these places only: ISO 3166 countries, or subdivisions such as `US-CA`. Default: of every place the packs
   * are for. Marketplaces are asked for every buyer of their sites.
   */
  readonly countries?: readonly string[];
  /** Default: both. */
  readonly against?: readonly FloorLayer[];
}

const usualBudget = 400_000;
const layers: readonly FloorLayer[] = ['law', 'marketplace'];

const sortKey = ({ document, rule, code, severity, region, message }: AnalysisFinding): string =>
  JSON.stringify([document, rule ?? '', findingSeverities.indexOf(severity), code, region, message]);

const sorted = (findings: readonly AnalysisFinding[]): readonly AnalysisFinding[] =>
  findings
    .map((finding) => ({ finding, key: sortKey(finding) }))
    .sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0))
    .map(({ finding }) => finding);

const incomplete = (budget: Budget): readonly AnalysisFinding[] =>
  budget.isEnded()
    ? [
        {
          code: 'analysis-incomplete',
          severity: 'error',
          document: '',
          rule: null,
          countries: [],
          region: 'cases not looked at',
          message: `The budget of ${String(budget.spent())} cells ended before every case was looked at: raise it, or check fewer rules or floors at once.`,
          witness: null,
        },
      ]
    : [];

const analyze = (policy: Policy, documents: readonly unknown[], options: CheckOptions): PolicyAnalysis => {
  const horizon = readHorizon(options.packs, options.horizon);
  const budget = createBudget(options.cellBudget ?? usualBudget);
  const subject = createSubject(policy, documents, { days: toDays(horizon), budget });
  const { documentOf, space } = subject;
  const against = new Set<string>(options.against ?? layers);
  const floors = policy.sources.filter(({ layer }) => against.has(layer));
  const wide = floorSpace(subject, floors);
  const ownHits = [
    ...findGaps(subject),
    ...findMonotonicityFaults(subject),
    ...findMoneyFaults(subject),
    ...findImpossibleDeadlines(subject),
  ];
  const own = toFindings(ownHits, { space, documentOf });
  const beneath = toFindings(findFloorHits(subject, wide, { sources: floors, countries: options.countries ?? null }), {
    space: wide,
    documentOf,
    sites: carriedSites(floors),
  });
  const plain = [...findNeedlessRules(subject), ...findCalendarEnds(policy, subject.rules, horizon), ...incomplete(budget)];
  return {
    findings: sorted([...own.findings, ...beneath.findings, ...plain]),
    horizon,
    cells: budget.spent(),
    isComplete: !budget.isEnded(),
    notes: notesOn(own.unconfirmed + beneath.unconfirmed),
  };
};

const assumptions: readonly string[] = [
  'The buyer is a consumer who was told everything the law wants told.',
  `Parcels travel at most ${String(longestTransitInDays)} days.`,
  'Figures of law or marketplaces that could not be confirmed demand nothing.',
];

const notesOn = (unconfirmed: number): readonly string[] =>
  unconfirmed === 0
    ? assumptions
    : [...assumptions, `${String(unconfirmed)} regions were left out, as no case of them could be confirmed by a decision.`];

/**
 * Looks for what is wrong with a policy before a buyer does: gaps, rules that never decide, terms below what law or a marketplace
 * demands, deadlines nobody can keep. Pure; the documents are those of `compilePolicy`.
 *
 * Every finding has a witness that `decide` confirms. What is promised about completeness stands in docs/concepts/analysis.md.
 *
 * @throws PolicyDocumentError when a document breaks the grammar. Rules that contradict each other are a finding.
 * @throws InvalidInputError when there is no document or an option is not one; `issues` name each, such as `horizon.from`.
 */
export const checkPolicy = (documents: readonly unknown[], options: CheckOptions): PolicyAnalysis => {
  requireDocuments('checkPolicy', documents);
  checkOptions('checkPolicy', options);
  let policy: Policy;
  try {
    policy = compilePolicy(documents, { packs: options.packs });
  } catch (error) {
    if (!PolicyDocumentError.isInstance(error)) throw error;
    const horizon = readHorizon(options.packs, options.horizon);
    return { findings: ambiguityFindings(documents, error), horizon, cells: 0, isComplete: false, notes: [] };
  }
  return analyze(policy, documents, options);
};
