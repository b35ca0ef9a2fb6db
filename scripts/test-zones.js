// The unit tests under three zones: west and east of Greenwich, with and without daylight saving.
import { spawnSync } from 'node:child_process';
import { root } from './entry-points.js';

const zones = ['UTC', 'America/New_York', 'Asia/Singapore'];
const isCoverageWanted = process.argv.includes('--coverage');

for (const [index, zone] of zones.entries()) {
  process.stdout.write(`\nunit tests with TZ=${zone}\n`);
  const flags = isCoverageWanted && index === 0 ? ['--coverage'] : [];
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'unit', ...flags], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, TZ: zone, AFTERSALE_TEST_RUN: `zone-${zone.replace('/', '-')}` },
    shell: process.platform === 'win32',
  });
  if (status !== 0) process.exit(status ?? 1);
}
