import { diffPolicies, type DiffOptions } from '../../../policy/analysis/index.js';
import { formatProblem } from '../../../policy/index.js';
import { UsageError } from '../../exit-code.js';
import type { Report } from '../../reporters/report.js';
import { openDocuments, type OpenDocument } from '../check/open-documents.js';
import { toReport, type FailOn } from './diff-report.js';

export interface DiffSettings extends DiffOptions {
  readonly failOn: FailOn;
}

/** What is wrong with the documents of one side, all at once. */
const openSide = (pattern: string): readonly OpenDocument[] => {
  const { documents, problems } = openDocuments([pattern]);
  if (problems.length > 0) throw new UsageError(problems.map(formatProblem).join('\n'));
  return documents;
};

/** Compares what two policies mean, whatever their words. Each side is a file, or a pattern for several documents of one seller. */
export const diffFiles = (old: string, recent: string, { failOn, ...options }: DiffSettings): Report => {
  const [before, after] = [openSide(old), openSide(recent)];
  const diff = diffPolicies(
    before.map(({ origin }) => origin),
    after.map(({ origin }) => origin),
    options,
  );
  return toReport(diff, { before, after }, failOn);
};
