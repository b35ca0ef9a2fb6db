import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compilerSettings, consumerSources, specifiers } from './consumer-sources.js';
import { installConsumer, installNode, removeFolders, root, run, withoutPackages, write } from './consumer.js';

let consumer = '';

beforeAll(async () => {
  consumer = await installConsumer();
  write(consumer, consumerSources);
});

afterAll(removeFolders);

const otherMajors = [20, 22, 24].filter((major) => !process.version.startsWith(`v${String(major)}.`));
const runtimes = [
  { name: `this Node (${process.version})`, find: () => ({ binary: process.execPath }) },
  ...otherMajors.map((major) => ({ name: `Node ${String(major)}`, find: () => installNode(major) })),
];

describe.each(runtimes)('the packed package on $name', ({ name, find }) => {
  let node = '';
  let reason = '';

  beforeAll(async () => {
    const found = await find();
    if ('binary' in found) node = found.binary;
    else reason = found.reason;
  });

  const onNode = (title: string, test: () => Promise<void>): void => {
    it(title, async ({ skip }) => {
      if (node === '') process.stderr.write(`SKIPPED on ${name}: the node package could not be installed. ${reason}\n`);
      skip(node === '', 'the node package could not be installed');
      await test();
    });
  };

  onNode('gives the same names to import and to require', async () => {
    const imported = await run(consumer, node, ['import-all.mjs']);
    const required = await run(consumer, node, ['require-all.cjs']);
    expect(imported.status, imported.output).toBe(0);
    expect(required.status, required.output).toBe(0);
    const names: Record<string, readonly string[]> = JSON.parse(imported.stdout);
    expect(Object.keys(names)).toEqual(specifiers);
    expect(Object.values(names).every((list) => list.length > 0)).toBe(true);
    expect(JSON.parse(required.stdout)).toEqual(names);
  });

  onNode('has one class per error across its entries', async () => {
    for (const file of ['identity.mjs', 'identity.cjs']) {
      const { stdout, output } = await run(consumer, node, [file]);
      expect(stdout, output).toBe('true true\n');
    }
  });

  onNode('works in a CommonJS test of Jest', async () => {
    const jest = path.join(root, 'node_modules/jest/bin/jest.js');
    const { status, output } = await run(consumer, node, [
      jest,
      '--rootDir',
      path.join(consumer, 'jest'),
      '--config',
      '{"transform":{}}',
    ]);
    expect(status, output).toBe(0);
    expect(output).toContain(`${String(specifiers.length + 1)} passed`);
  });

  onNode('has a command line', async () => {
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    const { stdout, output } = await run(consumer, node, ['node_modules/aftersale/dist/cli/main.js', '--version']);
    expect(stdout.trim(), output).toBe(version);
  });
});

describe('the packed package', () => {
  it('loads the policy engine where axios, p-retry and yaml are not installed', async () => {
    const bare = withoutPackages(consumer, ['axios', 'p-retry', 'yaml']);
    write(bare, {
      'import.mjs': "await import('aftersale/policy');\nawait import('aftersale/policy/packs');\n",
      'require.cjs': "require('aftersale/policy');\nrequire('aftersale/policy/packs');\n",
      'yaml.mjs': "await import('aftersale/policy/yaml');\n",
    });
    expect(await run(bare, process.execPath, ['import.mjs'])).toMatchObject({ status: 0 });
    expect(await run(bare, process.execPath, ['require.cjs'])).toMatchObject({ status: 0 });
    expect((await run(bare, process.execPath, ['yaml.mjs'])).output).toContain("Cannot find package 'yaml'");
  });

  it.each([
    { module: 'node16', moduleResolution: 'node16' },
    { module: 'nodenext', moduleResolution: 'nodenext' },
    { module: 'esnext', moduleResolution: 'bundler' },
  ])('type-checks under $moduleResolution without a type package', async (resolution) => {
    const config = `tsconfig.${resolution.moduleResolution}.json`;
    write(consumer, { [config]: compilerSettings(resolution) });
    const { status, output } = await run(consumer, process.execPath, [
      path.join(root, 'node_modules/typescript/bin/tsc'),
      '-p',
      config,
    ]);
    expect(output).toBe('');
    expect(status).toBe(0);
  });
});
