import type { PolicyDocument, PolicyWaiver } from '../document/schema.js';
import { checkOptions } from './check-options.js';
import type { AnalysisFinding } from './finding.js';

/** A finding that the documents accept, with the waivers that cover it. */
export interface WaivedFinding {
  readonly finding: AnalysisFinding;
  readonly waivers: readonly [PolicyWaiver, ...PolicyWaiver[]];
}

/** Something wrong with a waiver itself. */
export interface WaiverFinding {
  /** `waiver-expired`: its last day has passed. `waiver-unused`: nothing was found that it could accept. */
  readonly code: 'waiver-expired' | 'waiver-unused';
  readonly severity: 'error' | 'warning';
  /** The id of the document, and the place of the waiver in its `waive`. */
  readonly document: string;
  readonly index: number;
  /** The place of the document in the list that was given: two documents may have one id, for other days. */
  readonly documentIndex: number;
  readonly message: string;
}

/**
 * Findings by whether the documents accept them, and what is wrong with the waivers themselves. A check fails on errors in `open`
 * and in `aboutWaivers`.
 */
export interface WaiversApplied {
  /** Findings that nobody has accepted. */
  readonly open: readonly AnalysisFinding[];
  readonly waived: readonly WaivedFinding[];
  readonly aboutWaivers: readonly WaiverFinding[];
}

/** On which day waivers are read, and whether the findings are all there are. */
export interface WaiverSettings {
  /** The day on which the waivers are read, `2026-11-22`. */
  readonly at: string;
  /** `false` = not everything was looked at, so a waiver without a finding proves nothing. */
  readonly isComplete: boolean;
}

interface Placed {
  readonly waiver: PolicyWaiver;
  readonly document: string;
  readonly documentIndex: number;
  readonly index: number;
}

const countriesOf = ({ country }: PolicyWaiver): readonly string[] | null =>
  country === undefined ? null : typeof country === 'string' ? [country] : country;

const isAbout = ({ waiver, document }: Placed, { code, rule, document: found }: AnalysisFinding): boolean =>
  waiver.finding === code && (found === document || found === '') && (waiver.rule === undefined || waiver.rule === rule);

/** `US` covers `US-CA`. */
const covers = (waiver: PolicyWaiver, place: string): boolean => {
  const countries = countriesOf(waiver);
  return countries === null || countries.includes(place) || countries.includes(place.slice(0, 2));
};

const touches = (waiver: PolicyWaiver, { countries }: AnalysisFinding): boolean =>
  countriesOf(waiver) === null || countries.some((place) => covers(waiver, place));

const isCovered = ({ countries }: AnalysisFinding, waivers: readonly PolicyWaiver[]): boolean =>
  countries.length === 0
    ? waivers.some((waiver) => countriesOf(waiver) === null)
    : countries.every((place) => waivers.some((waiver) => covers(waiver, place)));

/** What a waiver that covers only some countries leaves open stays one finding: its text says what is accepted of it. */
const withRemark = (finding: AnalysisFinding, waivers: readonly PolicyWaiver[]): AnalysisFinding => {
  const accepted = finding.countries.filter((place) => waivers.some((waiver) => covers(waiver, place)));
  if (accepted.length === 0) return finding;
  return { ...finding, message: `${finding.message} Waived for ${accepted.join(', ')} only.` };
};

const nameOf = (waiver: PolicyWaiver): string => {
  const countries = countriesOf(waiver);
  const ofRule = waiver.rule === undefined ? '' : ` of rule '${waiver.rule}'`;
  return `'${waiver.finding}'${ofRule}${countries === null ? '' : ` in ${countries.join(', ')}`}`;
};

const expired = ({ waiver, document, documentIndex, index }: Placed): WaiverFinding => ({
  code: 'waiver-expired',
  severity: 'error',
  document,
  documentIndex,
  index,
  message: `The waiver of ${nameOf(waiver)} ended on ${waiver.until ?? ''}; its reason was: ${waiver.reason}`,
});

const unused = ({ waiver, document, documentIndex, index }: Placed): WaiverFinding => ({
  code: 'waiver-unused',
  severity: 'warning',
  document,
  documentIndex,
  index,
  message: `The waiver of ${nameOf(waiver)} accepts nothing that was found; take it out, or see whether its words are right.`,
});

/**
 * Divides findings into those the documents accept and those they do not. A finding is waived when valid waivers cover all its
 * countries; a waiver holds through its last day. Pure: the day is an argument.
 *
 * @throws InvalidInputError when `at` is no calendar day or `isComplete` is missing; `issues` name the place.
 */
export const applyWaivers = (
  findings: readonly AnalysisFinding[],
  documents: readonly Pick<PolicyDocument, 'id' | 'waive'>[],
  settings: WaiverSettings,
): WaiversApplied => {
  checkOptions('applyWaivers', settings);
  const { at, isComplete } = settings;
  const placed = documents.flatMap(({ id, waive = [] }, documentIndex) =>
    waive.map((waiver, index): Placed => ({ waiver, document: id, documentIndex, index })),
  );
  const isOver = ({ waiver: { until } }: Placed): boolean => until !== undefined && until < at;
  const valid = placed.filter((one) => !isOver(one));
  const [open, waived]: [AnalysisFinding[], WaivedFinding[]] = [[], []];
  const used = new Set<Placed>();
  for (const finding of findings) {
    const about = valid.filter((one) => isAbout(one, finding) && touches(one.waiver, finding));
    for (const one of about) used.add(one);
    const waivers = about.map(({ waiver }) => waiver);
    const [first, ...others] = waivers;
    if (first !== undefined && isCovered(finding, waivers)) waived.push({ finding, waivers: [first, ...others] });
    else open.push(withRemark(finding, waivers));
  }
  const idle = isComplete ? valid.filter((one) => !used.has(one)) : [];
  return { open, waived, aboutWaivers: [...placed.filter(isOver).map(expired), ...idle.map(unused)] };
};
