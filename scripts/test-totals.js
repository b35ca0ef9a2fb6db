// The closing line of a CI run, added up from the reports vitest itself wrote.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './entry-points.js';

const folder = path.join(root, '.cache/test-reports');
const reports = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ file, ...JSON.parse(readFileSync(path.join(folder, file), 'utf8')) }));

// The runs in other zones repeat the same tests: only what fails there is news.
const isRepetition = ({ file }) => file.startsWith('zone-');
const firstRuns = reports.filter((report) => !isRepetition(report));

/** A file that cannot be loaded has no tests that could fail, so it counts as one. */
const failures = (report) =>
  report.numFailedTests +
  report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;

const sum = (list, count) => list.reduce((total, report) => total + count(report), 0);

const passed = sum(firstRuns, (report) => report.numPassedTests);
const failed = sum(reports, failures);
const skipped = sum(firstRuns, (report) => report.numPendingTests + report.numTodoTests);
process.stdout.write(`tests: ${passed} passed, ${failed} failed, ${skipped} skipped\n`);
