import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProcess } from '../setup/run-process.js';

const root = path.resolve(import.meta.dirname, '../..');
const environment = { ...process.env, TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.json'), NO_COLOR: '1' };

describe('a pipe that nobody reads any more', () => {
  it.each([
    ['standard output', 'policy schema', '{ %; echo "ended $?" >&3; } 3>&2 2>&3 | true', 0],
    ['standard error', 'policy chekc', '{ %; echo "ended $?" >&3; } 3>&2 2>&1 >/dev/null | true', 2],
  ])('of %s changes nothing in how %s ends', async (_what, argv, line, code) => {
    // Its reader is gone long before the command has started.
    const command = `"${process.execPath}" --import tsx src/cli/main.ts ${argv}`;
    const { stderr } = await runProcess('sh', ['-c', line.replace('%', command)], { cwd: root, env: environment });
    expect(stderr).toBe(`ended ${code}\n`);
  });
});
