import { backtestResult } from '../contract.js';
import { compareTo, type Finding } from '../finding.js';
import { runProgram } from '../program.js';
import { tell } from '../progress.js';
import type { Scale } from '../scale.js';
import { medianOf, medianRatio } from '../statistics.js';

const group = 'Backtest: past cases from a file, decided again and added up';
const inMegabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
const each = (values: readonly number[]): string => `${medianOf(values).toFixed(2)} µs`;

/** A backtest against bare decisions over the same facts in memory, and its heap against ten times as many rows. */
export const measureBacktest = async ({ backtestRows, decidedCases }: Scale): Promise<readonly Finding[]> => {
  tell('backtesting');
  const input = { rows: backtestRows, distinct: decidedCases, rounds: 5 };
  const call = { name: 'backtest', input, schema: backtestResult, nodeOptions: ['--expose-gc'] };
  const { ours, theirs, heapInBytes } = await runProgram(call);
  const [small = Number.NaN, large = Number.NaN] = heapInBytes;
  return [
    compareTo({
      group,
      what: 'read, checked, decided and counted, against deciding alone',
      ratio: medianRatio(ours, theirs),
      atMost: 4,
      measured: `${each(ours)} a row, ${each(theirs)} a decision`,
    }),
    compareTo({
      group,
      what: `heap after ${String(backtestRows)} rows against a tenth of them`,
      ratio: large / small,
      atMost: 1.1,
      measured: `${inMegabytes(large)} against ${inMegabytes(small)}`,
    }),
  ];
};
