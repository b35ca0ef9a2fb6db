import { applyWaivers, checkPolicy, type CheckOptions } from '../../../policy/analysis/index.js';
import { exitCode, type ExitCode } from '../../exit-code.js';
import { hasFailed, type Report } from '../../reporters/report.js';
import { openDocuments, type OpenDocument } from './open-documents.js';
import { toProblemReport, toReport } from './to-report.js';

export interface CheckSettings extends CheckOptions {
  /** The day on which waivers are read, `2026-11-22`. */
  readonly at: string;
  /** Each file is a policy of its own; otherwise all files are the documents of one seller. */
  readonly isSeparate: boolean;
}

const checkTogether = (documents: readonly OpenDocument[], { at, ...options }: Omit<CheckSettings, 'isSeparate'>): Report => {
  const analysis = checkPolicy(
    documents.map(({ origin }) => origin),
    options,
  );
  const { isComplete } = analysis;
  const waivers = applyWaivers(
    analysis.findings,
    documents.map(({ document }) => document),
    { at, isComplete },
  );
  return toReport(documents, analysis, waivers);
};

const joined = (reports: readonly Report[], notes: readonly string[]): Report => ({
  command: 'policy check',
  subjects: reports.flatMap(({ subjects }) => subjects),
  findings: reports.flatMap(({ findings }) => findings),
  waived: reports.flatMap(({ waived }) => waived ?? []),
  notes: [...new Set([...reports.flatMap((report) => report.notes), ...notes])],
  overview: reports.flatMap(({ overview }) => overview ?? []),
});

/** Checks policies before a buyer does, and says how a pipeline should end. */
export const checkFiles = (
  files: readonly string[],
  settings: CheckSettings,
): { readonly report: Report; readonly code: ExitCode } => {
  const opened = openDocuments(files);
  if (opened.problems.length > 0) return { report: toProblemReport(opened), code: exitCode.badInput };
  const { documents, leftOut } = opened;
  const { isSeparate, ...together } = settings;
  const groups = isSeparate ? documents.map((document) => [document]) : [documents];
  const notes = leftOut.map((file) => `Left out ${file}: cases, not a policy.`);
  const report = joined(
    groups.map((group) => checkTogether(group, together)),
    notes,
  );
  return { report, code: hasFailed(report) ? exitCode.failed : exitCode.passed };
};
