import { builtinModules } from 'node:module';
import { readFileSync } from 'node:fs';
import { entryPoints } from './scripts/entry-points.js';

const { dependencies } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));

/** What our own code may weigh, per subpath: minified and compressed, dependencies left out. */
const ownCode = {
  '.': '20 kB',
  './policy': '30 kB',
  './policy/yaml': '6 kB',
  './policy/packs': '60 kB',
  './sandbox': '40 kB',
  './testing': '20 kB',
};
const eachMarketplace = '40 kB';

/** The policy engine also runs in browsers and at the edge, so there its dependencies count. */
const withDependencies = { './policy': '80 kB' };

const forNode = (options) => ({ ...options, platform: 'node', format: 'esm' });

export default entryPoints().flatMap(({ subpath, specifier, module }) => {
  const path = `dist/${module}.js`;
  const own = {
    name: specifier,
    path,
    limit: ownCode[subpath] ?? eachMarketplace,
    ignore: [...Object.keys(dependencies), ...builtinModules, 'node:*'],
    modifyEsbuildConfig: forNode,
  };
  if (withDependencies[subpath] === undefined) return [own];
  return [own, { ...own, name: `${specifier} with its dependencies`, limit: withDependencies[subpath], ignore: ['node:*'] }];
});
