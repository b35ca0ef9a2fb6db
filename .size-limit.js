import { builtinModules } from 'node:module';
import { readFileSync } from 'node:fs';
import { entryPoints } from './scripts/entry-points.js';

const { dependencies } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));

/** What our own code may weigh, per subpath: minified and compressed, dependencies left out. */
const budgets = {
  '.': '12 kB',
  './policy': '64.5 kB',
  './policy/yaml': '3 kB',
  './policy/packs': '34 kB',
  './policy/analysis': '72 kB',
  './sandbox': '74 kB',
  './testing': '13 kB',
  './triage': '24 kB',
  './marketplaces/amazon': '49 kB',
};
const eachMarketplace = '39 kB';

/** The policy entry as a bundler leaves it to who decides and explains nothing: without the words of two languages and their formatter. */
const withoutWords = {
  name: 'aftersale/policy without explanations',
  path: 'dist/policy/index.js',
  import: '{ compilePolicy, decide, deadlinesFrom, loadPacks, nearestEligible, toFacts, whatIf }',
  limit: '43 kB',
};

/** What is promised to weigh 40 kB one day: the engine, the law of the Union and the holidays of its states. */
const europeanUnion = {
  name: 'aftersale/policy with the EU pack and its calendars',
  path: 'bench/policy/european-union.ts',
  limit: '55.5 kB',
  gzip: true,
};

/** What is imported only when it is needed is not part of the entry. */
const withoutLazyParts = {
  name: 'without-lazy-parts',
  setup: (build) => {
    build.onResolve({ filter: /.*/ }, ({ kind, path }) => (kind === 'dynamic-import' ? { path, external: true } : undefined));
  },
};

const forNode = (options) => ({
  ...options,
  platform: 'node',
  format: 'esm',
  plugins: [...(options.plugins ?? []), withoutLazyParts],
});

const measured = entryPoints().map(({ subpath, specifier, module }) => ({
  name: specifier,
  path: `dist/${module}.js`,
  limit: budgets[subpath] ?? eachMarketplace,
}));

const outside = [...Object.keys(dependencies), ...builtinModules, 'node:*'];

export default [...measured, withoutWords, europeanUnion].map((entry) => ({
  ...entry,
  ignore: outside,
  modifyEsbuildConfig: forNode,
}));
