import { counted } from '../../counted.js';
import type { Report } from '../../reporters/report.js';
import type { BacktestRun } from './run-backtest.js';

/** What was counted, in sentences: also what a printer of findings alone says. */
const notesOf = ({ result, findings, wrongRows }: BacktestRun): readonly string[] => {
  const { changes, cases } = result;
  const unnamed = wrongRows - findings.length;
  return [
    changes === null
      ? `${counted(cases, 'case')} decided`
      : `${String(changes.cases)} of ${counted(cases, 'case')} answered otherwise than before`,
    ...(unnamed === 0 ? [] : [`${counted(unnamed, 'more row')} could not be used, not named here`]),
  ];
};

/** The run as every reporter prints it: the cases are one subject, and the rows that cannot be used its findings. */
export const toReport = (run: BacktestRun): Report => {
  const subject = { name: run.source, place: { file: run.source } };
  return {
    command: 'policy backtest',
    subjects: [subject],
    findings: run.findings.map(({ subject: row, ...finding }) => ({
      ...finding,
      subject: run.source,
      message: finding.place.line === undefined && row !== undefined ? `${row}: ${finding.message}` : finding.message,
    })),
    notes: notesOf(run),
    result: { ...run.result, wrongRows: run.wrongRows },
  };
};
