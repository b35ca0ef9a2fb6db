// The closing line of a CI run, added up from the reports vitest itself wrote; a test run in several zones counts once.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './entry-points.js';

const runs = ['unit', 'types', 'package'];
const reports = runs
  .map((run) => path.join(root, `.cache/test-reports/${run}.json`))
  .filter((file) => existsSync(file))
  .map((file) => JSON.parse(readFileSync(file, 'utf8')));

const sum = (field) => reports.reduce((total, report) => total + report[field], 0);
const skipped = sum('numPendingTests') + sum('numTodoTests');
process.stdout.write(`tests: ${sum('numPassedTests')} passed, ${sum('numFailedTests')} failed, ${skipped} skipped\n`);
