import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProcess } from '../setup/run-process.js';

const root = path.resolve(import.meta.dirname, '../..');
const environment = { ...process.env, TSX_TSCONFIG_PATH: path.join(root, 'tsconfig.json'), NO_COLOR: '1' };

describe('a pipe that nobody reads any more', () => {
  it('changes nothing in how the command ends, also where it was to read the errors', async () => {
    const line = `{ "${process.execPath}" --import tsx src/cli/main.ts policy chekc; echo "ended $?" >&3; } 3>&2 2>&1 >/dev/null | true`;
    const { stderr } = await runProcess('sh', ['-c', line], { cwd: root, env: environment });
    expect(stderr).toBe('ended 2\n');
  });
});
