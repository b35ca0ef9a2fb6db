import { MarketplaceError } from '../../../core/errors/marketplace-error.js';
import { createBacktest, type Backtest, type BacktestSettings } from '../../../policy/backtest/backtest.js';
import type { BacktestResult } from '../../../policy/backtest/result.js';
import { UsageError } from '../../exit-code.js';
import type { Finding } from '../../reporters/report.js';
import type { Terminal } from '../../terminal.js';
import { noCase } from '../no-case.js';
import type { CaseRow, CaseSource, RowBatch } from './case-row.js';

/** What came out, and what could not be read. */
export interface BacktestRun {
  readonly source: string;
  readonly result: BacktestResult;
  /** The first rows that could not be used, each with its line. */
  readonly findings: readonly Finding[];
  /** All of them, counted. */
  readonly wrongRows: number;
}

/** A file of the wrong kind is wrong on every line: nobody reads a million times that it is. */
const mostFindings = 100;
const steps = 100;

const wrongFact = (path: string): string =>
  path === '' ? 'not the facts of a case' : `${path}: no such fact, or a value that makes no sense`;

interface Failures {
  readonly findings: Finding[];
  count: number;
}

const report = (failures: Failures, found: Omit<Finding, 'code' | 'severity'>): void => {
  failures.count += 1;
  if (failures.count <= mostFindings) failures.findings.push({ code: 'wrong-row', severity: 'error', ...found });
};

const placeOf = ({ name }: CaseSource, { line }: CaseRow): Finding['place'] =>
  line === undefined ? { file: name } : { file: name, line };

const addRow = (backtest: Backtest, row: CaseRow, { source, failures }: { source: CaseSource; failures: Failures }): void => {
  if (row.kind === 'wrong') {
    report(failures, { message: row.message, place: placeOf(source, row), subject: row.name });
    return;
  }
  const invalid = backtest.add(row.past);
  if (invalid !== null) report(failures, { message: wrongFact(invalid), place: placeOf(source, row), subject: row.past.name });
};

/** Tells how far reading has come: in hundredths, or in cases when nobody knows how many there are. */
const follow = (step: () => void): ((batch: RowBatch) => void) => {
  let told = 0;
  return ({ rows, done }) => {
    const reached = done === null ? told + rows.length : Math.floor(done * steps);
    for (; told < reached; told += 1) step();
  };
};

/** A run that looked at nothing proves nothing, and must not pass. */
const requireSome = ({ cases }: BacktestResult, { count }: Failures, { name, whenEmpty }: CaseSource): void => {
  if (cases + count === 0) throw new UsageError(`${name}: ${noCase}; ${whenEmpty}`);
};

const addAll = async (backtest: Backtest, source: CaseSource, step: () => void): Promise<Failures> => {
  const failures: Failures = { findings: [], count: 0 };
  const tell = follow(step);
  for await (const batch of source.batches()) {
    for (const row of batch.rows) addRow(backtest, row, { source, failures });
    tell(batch);
  }
  return failures;
};

/** Decides all cases of the source. A row that cannot be used is named and left out; the others are counted. */
export const runBacktest = async (
  source: CaseSource,
  settings: BacktestSettings,
  terminal: Pick<Terminal, 'progress'>,
): Promise<BacktestRun> => {
  const backtest = createBacktest(settings);
  const { step, end } = source.isSized ? terminal.progress('deciding', steps) : terminal.progress('cases decided', null);
  try {
    const failures = await addAll(backtest, source, step);
    const result = backtest.result();
    requireSome(result, failures, source);
    return { source: source.name, result, findings: failures.findings, wrongRows: failures.count };
  } catch (error) {
    // Sums that no number holds are a question of what was asked for.
    if (MarketplaceError.isInstance(error) && error.code === 'invalid-input') throw new UsageError(error.message);
    throw error;
  } finally {
    end();
  }
};
