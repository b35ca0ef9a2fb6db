import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProcess } from '../setup/run-process.js';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'examples');
const examples = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.ts')) : [];

describe.skipIf(examples.length === 0)('examples', () => {
  it.each(examples)('%s runs to its end', { timeout: 120_000 }, async (example) => {
    const { status, stderr } = await runProcess(process.execPath, ['--import', 'tsx', path.join(folder, example)], {
      cwd: root,
      env: { ...process.env, TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.json'), NO_COLOR: '1' },
    });
    expect(stderr).not.toMatch(/Error/);
    expect(status).toBe(0);
  });
});
