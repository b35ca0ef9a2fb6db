import { reporterNamed, type ReporterName } from '../../reporters/reporters.js';
import type { Colors } from '../../terminal.js';
import { toReport } from './backtest-report.js';
import { renderBacktest } from './render-backtest.js';
import type { BacktestRun } from './run-backtest.js';

/** Tables for people; JSON carries the totals as data. The other printers know findings only, and get the rows that could not be used. */
export const printBacktest = (run: BacktestRun, name: ReporterName, colors: Colors): string => {
  const printed = reporterNamed(name, colors)(toReport(run));
  return name === 'pretty' ? `${renderBacktest(run.result, colors)}\n\n${printed}` : printed;
};
