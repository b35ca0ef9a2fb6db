import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createJsonlSource } from '../../src/cli/policy/backtest/jsonl-source.js';
import { runBacktest } from '../../src/cli/policy/backtest/run-backtest.js';
import { compilePolicy, decide, type CaseFacts } from '../../src/policy/index.js';
import { backtestInput } from '../contract.js';
import { at, createCases } from '../policy/cases.js';
import { twelveRules } from '../policy/twelve-rules.js';
import { processorTimeSince } from '../statistics.js';
import { answer, readInput } from './program.js';

/** A backtest of a file against bare decisions over facts in memory: the same cases, the same policy, round by round. */

const { rows, distinct, rounds } = readInput(backtestInput);
const cases = createCases(distinct);
const policy = compilePolicy([twelveRules]);
const folder = mkdtempSync(path.join(tmpdir(), 'aftersale-backtest-'));

const writeCases = async (name: string, count: number): Promise<string> => {
  const file = path.join(folder, name);
  const stream = createWriteStream(file);
  const lines = cases.map((facts) => `${JSON.stringify(facts)}\n`);
  for (let written = 0; written < count; written += lines.length)
    if (!stream.write(lines.slice(0, count - written).join(''))) await once(stream, 'drain');
  stream.end();
  await once(stream, 'finish');
  return file;
};

const silent = { progress: () => ({ step: () => undefined, end: () => undefined }) };

/** Microseconds of processor for each row. */
const timeBacktest = async (file: string, count: number): Promise<number> => {
  const before = process.cpuUsage();
  const { result, wrongRows } = await runBacktest(createJsonlSource(file, { at: at.at }), { policy }, silent);
  if (result.cases !== count || wrongRows > 0) throw new Error('the backtest did not decide every case');
  return processorTimeSince(before) / count;
};

const timeBare = (facts: readonly CaseFacts[], count: number): number => {
  const before = process.cpuUsage();
  for (let done = 0; done < count; done += facts.length) for (const found of facts) decide(policy, found, at);
  return processorTimeSince(before) / count;
};

const residentAfter = async (file: string, count: number): Promise<number> => {
  await timeBacktest(file, count);
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

const [small, large] = [await writeCases('small.jsonl', rows / 10), await writeCases('large.jsonl', rows)];
timeBare(cases, rows);
const heapInBytes = [await residentAfter(small, rows / 10), await residentAfter(large, rows)];
const series: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
for (let round = 0; round < rounds; round += 1) {
  series.theirs.push(timeBare(cases, rows));
  series.ours.push(await timeBacktest(large, rows));
}
rmSync(folder, { recursive: true });
answer({ ...series, heapInBytes });
process.exit(0);
