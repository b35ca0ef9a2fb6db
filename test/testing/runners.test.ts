import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { runProcess } from '../setup/run-process.js';

const root = path.resolve(import.meta.dirname, '../..');
const moduleAt = (file: string): string => JSON.stringify(pathToFileURL(path.join(root, file)).href);

/** The memory adapter's own suite, run by node:test; `operations` says what it is meant to have. */
const program = (operations: string): string => `
  import { describe, test } from 'node:test';
  import { operationNames } from ${moduleAt('src/core/operations.ts')};
  import { describeAdapter } from ${moduleAt('src/testing/index.ts')};
  import { createMemoryUnderTest } from ${moduleAt('test/marketplaces/memory/under-test.ts')};
  describeAdapter({
    runner: { describe, test },
    name: 'memory',
    operations: ${operations},
    fixtures: [],
    skip: { wire: 'none' },
    create: (context) => createMemoryUnderTest(context),
  });
`;

const runWithNode = (operations: string) =>
  runProcess(process.execPath, ['--test-reporter=tap', '--import', 'tsx', '--input-type=module', '-e', program(operations)], {
    cwd: root,
  });

describe('the kit under node:test', () => {
  it('passes and fails as it does here', async () => {
    const kept = await runWithNode('operationNames');
    expect(kept.status, kept.stderr).toBe(0);
    expect(kept.stdout).toMatch(/# pass [1-9]\d+\n# fail 0/);
    const broken = await runWithNode("operationNames.filter((name) => name !== 'track')");
    expect(broken.status).toBe(1);
    expect(broken.stdout).toMatch(/not ok \d+ - has exactly the operations it is meant to have/);
  }, 120_000);
});
