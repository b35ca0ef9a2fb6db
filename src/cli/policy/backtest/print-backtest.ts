import { reporterNamed, type ReporterName } from '../../reporters/reporters.js';
import type { Paper } from '../../terminal.js';
import { toReport } from './backtest-report.js';
import { renderBacktest } from './render-backtest.js';
import type { BacktestRun } from './run-backtest.js';

/** Tables for people; JSON carries the totals as data. The other printers know findings only, and get the rows that could not be used. */
export const printBacktest = (run: BacktestRun, name: ReporterName, paper: Paper): string => {
  const printed = reporterNamed(name, paper.colors)(toReport(run));
  return name === 'pretty' ? `${renderBacktest(run.result, paper)}\n\n${printed}` : printed;
};
