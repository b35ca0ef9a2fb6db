// attw does not expand the wildcard of `./marketplaces/*`, so every subpath is named to it.
// The node16 profile leaves out node10 resolution, which knows no `exports`; the floor is Node 20.19.
import { spawnSync } from 'node:child_process';
import { entryPoints, root } from './entry-points.js';

const subpaths = entryPoints().map(({ subpath }) => subpath);
const { status } = spawnSync(
  'npx',
  [
    'attw',
    '.cache/package/aftersale.tgz',
    '--profile',
    'node16',
    '--format',
    'ascii',
    '--no-emoji',
    '--entrypoints',
    ...subpaths,
  ],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' },
);
process.exit(status ?? 1);
