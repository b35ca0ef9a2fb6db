import { countOf, countWaived, hasFailed, type Report } from './report.js';

/** For programs: the report itself with its totals, one document. */
export const reportAsJson = ({ overview: _, ...report }: Report): string =>
  JSON.stringify(
    {
      ...report,
      passed: !hasFailed(report),
      totals: {
        subjects: report.subjects.length,
        errors: countOf(report, 'error'),
        warnings: countOf(report, 'warning'),
        notes: countOf(report, 'note'),
        waived: countWaived(report),
      },
    },
    null,
    2,
  );
