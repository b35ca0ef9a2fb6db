import { defineConfig, type Options } from 'tsup';

const library = [
  'src/index.ts',
  'src/policy/index.ts',
  'src/policy/yaml.ts',
  'src/policy/packs/index.ts',
  'src/policy/analysis/index.ts',
  'src/sandbox/index.ts',
  'src/testing/index.ts',
  'src/triage/index.ts',
  'src/marketplaces/*/index.ts',
];

// The words of explanations are a file of their own, so that a bundler leaves them out where nobody explains.
const apart = ['src/policy/explain/explain.ts'];

const shared: Options = {
  target: 'node20',
  platform: 'node',
  splitting: true,
  sourcemap: true,
  removeNodeProtocol: false,
  silent: true,
};

// The formatter of explanations is published as ESM only and is small: bundled, `require` works and nothing more is installed.
const bundled = [/^intl-messageformat/, /^@formatjs\//];

const esm: Options = { ...shared, entry: [...library, ...apart, 'src/cli/main.ts'], format: 'esm', noExternal: bundled };

// p-retry is published as ESM only, so the CJS build carries it. Its maps would name the folder of the machine that built them.
const cjs: Options = {
  ...shared,
  entry: [...library, ...apart],
  format: 'cjs',
  sourcemap: false,
  noExternal: [...bundled, 'p-retry', 'is-network-error'],
};

const types: Options = { ...shared, entry: library, format: ['esm', 'cjs'], dts: { only: true } };

/** `tsup --format esm` is the quick build of the demo: what the command line needs and nothing else. */
export default defineConfig((flags) => (flags.format === undefined ? [esm, cjs, types] : [esm]));
