// Everything CI does, in its order; stops at the first step that fails. --quick is what each commit deserves.
import { spawnSync } from 'node:child_process';
import { root } from './entry-points.js';

/** @type {readonly { name: string, command: string, isQuick?: boolean, run?: string }[]} */
const steps = [
  { name: 'format', command: 'prettier --check . --log-level warn', isQuick: true },
  { name: 'lint', command: 'eslint . --max-warnings 0', isQuick: true },
  { name: 'types', command: 'tsc --noEmit -p tsconfig.json', isQuick: true },
  { name: 'types without a host', command: 'node scripts/check-pure-types.js', isQuick: true },
  { name: 'tests in three zones', command: 'node scripts/test-zones.js --coverage' },
  { name: 'type tests', command: 'vitest run --project types', run: 'types' },
  { name: 'pages in a browser', command: 'vitest run --project browser', run: 'browser' },
  { name: 'build and pack', command: 'node scripts/pack.js' },
  { name: 'unused files and exports', command: 'knip' },
  { name: 'publint', command: 'publint .cache/package/aftersale.tgz --strict' },
  { name: 'are the types wrong', command: 'node scripts/attw.js' },
  { name: 'size', command: 'size-limit' },
  { name: 'API report', command: 'node scripts/api-report.js' },
  { name: 'packed package', command: 'vitest run --project package', run: 'package' },
];
const quickTests = { name: 'tests', command: 'vitest run --project unit' };

const isQuickRun = process.argv.includes('--quick');
const chosen = isQuickRun ? [...steps.filter(({ isQuick }) => isQuick), quickTests] : steps;

const timings = [];
for (const { name, command, run } of chosen) {
  process.stdout.write(`\n▸ ${name}\n`);
  const startedAt = performance.now();
  const environment = {
    ...process.env,
    PATH: `${root}/node_modules/.bin${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`,
  };
  if (run !== undefined) environment.AFTERSALE_TEST_RUN = run;
  const { status } = spawnSync(command, { cwd: root, shell: true, stdio: ['ignore', 'inherit', 'inherit'], env: environment });
  timings.push(`${((performance.now() - startedAt) / 1000).toFixed(1).padStart(7)} s  ${name}`);
  if (status !== 0) {
    process.stderr.write(`\n✗ ${name} failed: ${command}\n`);
    process.exit(status ?? 1);
  }
}
process.stdout.write(`\n${timings.join('\n')}\n✓ every check passed\n`);
