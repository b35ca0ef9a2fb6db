import { defineConfig } from 'tsup';

const isTypesWanted = process.env['AFTERSALE_BUILD_TYPES'] !== 'no';

// p-retry is published as ESM only, so the CJS build has to carry it.
const esmOnlyPackages = ['p-retry', 'is-network-error'];

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/policy/index.ts',
    'src/policy/yaml.ts',
    'src/policy/packs/index.ts',
    'src/sandbox/index.ts',
    'src/testing/index.ts',
    'src/marketplaces/*/index.ts',
    'src/cli/main.ts',
  ],
  format: ['esm', 'cjs'],
  target: 'node20',
  platform: 'node',
  splitting: true,
  sourcemap: true,
  clean: true,
  dts: isTypesWanted,
  noExternal: esmOnlyPackages,
});
