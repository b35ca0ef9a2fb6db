// Compiles each pure layer without Node's and the browser's types: `process`, `fetch` and `setTimeout` are unknown names there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './entry-points.js';
import { pureLayers } from './layers.js';

const failed = pureLayers
  .filter((layer) => !layer.endsWith('.ts') && existsSync(path.join(root, 'src', layer)))
  .filter((layer) => {
    const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
    const { status } = spawnSync(process.execPath, [compiler, '-p', `src/${layer}/tsconfig.json`], {
      cwd: root,
      stdio: 'inherit',
    });
    return status !== 0;
  });
process.exit(failed.length === 0 ? 0 : 1);
