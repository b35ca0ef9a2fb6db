import { allPacks } from '../../src/policy/packs/index.js';
import { checkPolicy, diffPolicies } from '../../src/policy/analysis/index.js';
import { compilePolicy, decide } from '../../src/policy/index.js';
import { analysisInput } from '../contract.js';
import { at, createCases, toldInFull } from '../policy/cases.js';
import { editedPolicy, shopPolicy } from '../policy/shop-policies.js';
import { processorTimeSince } from '../statistics.js';
import { answer, readInput } from './program.js';

/** One policy held against every floor, and against itself after some edits, beside bare decisions of the same policy. */

const { rules, decisions, rounds, withDiff } = readInput(analysisInput);
const document = shopPolicy(rules);
const horizon = { from: '2027-01-01', to: '2032-12-31' };
// Enough for any of the sizes: what is measured is the whole work.
const cellBudget = 20_000_000;
const cases = createCases(decisions).map(toldInFull);

const timeOf = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  return processorTimeSince(before);
};

const policy = compilePolicy([document], { packs: allPacks });
const decideAll = (): void => {
  for (const facts of cases) decide(policy, facts, at);
};

const options = { packs: allPacks, horizon, cellBudget };
const report = { cells: 0, findings: 0, differences: 0, isComplete: true };
const check = (): void => {
  const { cells, findings, isComplete } = checkPolicy([document], options);
  Object.assign(report, { cells, findings: findings.length, isComplete });
};
const edited = editedPolicy(document);
const diff = (): void => {
  const { differences, isComplete } = diffPolicies([document], [edited], options);
  Object.assign(report, { differences: differences.length, isComplete: report.isComplete && isComplete });
};

const series: { check: number[]; diff: number[]; decision: number[] } = { check: [], diff: [], decision: [] };
decideAll();
for (let round = 0; round < rounds; round += 1) {
  series.decision.push(timeOf(decideAll) / decisions);
  series.check.push(timeOf(check));
  if (withDiff) series.diff.push(timeOf(diff));
}
answer({ ...series, ...report });
process.exit(0);
