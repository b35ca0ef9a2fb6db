import { findingSeverities } from '../../../policy/analysis/finding.js';
import type { AnalysisFinding, WaiversApplied } from '../../../policy/analysis/index.js';
import { showSource } from '../../../policy/analysis/words/show-case.js';
import type { Because } from '../../../policy/index.js';
import { waiverText } from '../../reporters/report.js';
import { acceptanceOf } from '../check/acceptance.js';
import { showWitness } from '../check/show-witness.js';
import type { AtlasFinding } from './atlas.js';

/** A finding of the analysis, and how it stands in the atlas. */
export interface FoundFinding {
  readonly finding: AnalysisFinding;
  readonly shown: AtlasFinding;
  readonly isWaived: boolean;
}

type Cite = (because: Because) => readonly number[];

const toFinding = (finding: AnalysisFinding, waiver: string | null, cite: Cite): FoundFinding => {
  const { code, severity, rule, region, message, witness, alsoShownBy = [] } = finding;
  return {
    finding,
    isWaived: waiver !== null,
    shown: {
      code,
      severity,
      rule,
      region,
      message,
      witness: witness === null ? null : showWitness(witness, message),
      others: alsoShownBy.map((other) => `${showSource(other.because)}: ${showWitness(other, message)}`),
      sources: witness === null ? [] : cite([...witness.because, ...alsoShownBy.flatMap(({ because }) => because)]),
      waiver,
    },
  };
};

const waiverOf = ({ finding, waivers }: WaiversApplied['waived'][number]): string => {
  return waiverText({ finding: { ...finding, place: { file: '' }, witness: '' }, ...acceptanceOf(waivers) });
};

const rank = ({ shown, isWaived }: FoundFinding): number =>
  findingSeverities.indexOf(shown.severity) + (isWaived ? findingSeverities.length : 0);

/** Every finding, the worst first and those that are waived last. */
export const toFindings = ({ open, waived, aboutWaivers }: WaiversApplied, cite: Cite): readonly FoundFinding[] => {
  const about = aboutWaivers.map(({ code, severity, message, document }): FoundFinding => ({
    finding: { code: 'floor', severity, document, rule: null, countries: [], region: '', message, witness: null },
    isWaived: false,
    shown: { code, severity, rule: null, region: '', message, witness: null, others: [], sources: [], waiver: null },
  }));
  return [
    ...open.map((finding) => toFinding(finding, null, cite)),
    ...waived.map((one) => toFinding(one.finding, waiverOf(one), cite)),
    ...about,
  ].sort((left, right) => rank(left) - rank(right));
};
