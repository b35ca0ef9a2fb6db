import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const source = (path: string): string => fileURLToPath(new URL(`./src/${path}`, import.meta.url));

/** `aftersale/...` in tests and examples means the sources, never a build that may be stale. */
const selfReference = [
  { find: /^aftersale$/, replacement: source('index.ts') },
  { find: /^aftersale\/policy\/yaml$/, replacement: source('policy/yaml.ts') },
  { find: /^aftersale\/marketplaces\/(.+)$/, replacement: source('marketplaces/$1/index.ts') },
  { find: /^aftersale\/(policy\/packs|policy\/analysis|policy|sandbox|testing|triage)$/, replacement: source('$1/index.ts') },
];

const run = process.env['AFTERSALE_TEST_RUN'] ?? 'unit';

/** CI adds up its closing line from these reports, one per kind of run. */
const report: [string, Record<string, unknown>] = ['json', { outputFile: `.cache/test-reports/${run}.json` }];

export default defineConfig({
  resolve: { alias: selfReference },
  test: {
    environment: 'node',
    // Most of a file's time is its imports, and one core would be left idle.
    maxWorkers: '100%',
    // A slow machine is not a fault of the code: no test measures time.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: process.env['CI'] === undefined ? ['default'] : ['default', report],
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: {
        'src/core/**/*.ts': { lines: 95 },
        'src/policy/**/*.ts': { lines: 95 },
      },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/package/**', 'test/browser/**'],
          setupFiles: ['test/setup/no-network.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'types',
          include: [],
          typecheck: { enabled: true, only: true, include: ['test/**/*.test-d.ts'], tsconfig: './tsconfig.json' },
        },
      },
      {
        extends: true,
        test: { name: 'browser', include: ['test/browser/**/*.test.ts'], setupFiles: ['test/setup/no-network.ts'] },
      },
      {
        extends: true,
        test: { name: 'package', include: ['test/package/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 300_000 },
      },
    ],
  },
});
