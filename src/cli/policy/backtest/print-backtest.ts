import { reportAsJson } from '../../reporters/json.js';
import { reporterNamed, type ReporterName } from '../../reporters/reporters.js';
import type { Colors } from '../../terminal.js';
import { toReport } from './backtest-report.js';
import { renderBacktest } from './render-backtest.js';
import type { BacktestRun } from './run-backtest.js';

const asJson = (run: BacktestRun): string => {
  const report: unknown = JSON.parse(reportAsJson(toReport(run)));
  return JSON.stringify(
    { ...(typeof report === 'object' ? report : {}), wrongRows: run.wrongRows, backtest: run.result },
    null,
    2,
  );
};

/** Totals are for people and programs; the other printers know findings only, and get the rows that could not be used. */
export const printBacktest = (run: BacktestRun, name: ReporterName, colors: Colors): string => {
  if (name === 'json') return asJson(run);
  const printed = reporterNamed(name, colors)(toReport(run));
  return name === 'pretty' ? `${renderBacktest(run.result, colors)}\n\n${printed}` : printed;
};
