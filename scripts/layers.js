/**
 * The house as data: which layer may import which, and which packages it may load.
 * The lint rule `house/layers` and test/house/layers.test.ts both read this table.
 */

/**
 * @typedef {object} Layer
 * @property {readonly string[]} imports layers whose modules it may load
 * @property {readonly string[]} [typeImports] layers of which it may use types only
 * @property {readonly string[]} packages packages it may load; `node:*` stands for every built-in
 * @property {boolean} [pure] no clock, no environment, no randomness, no network
 */

const everyLayer = ['core', 'transport', 'marketplaces', 'policy', 'triage', 'insights', 'responder', 'sandbox', 'testing'];

/** @type {Readonly<Record<string, Layer>>} */
export const layers = {
  core: { imports: [], packages: ['zod'], pure: true },
  transport: { imports: ['core'], packages: ['axios', 'https-proxy-agent', 'node:*', 'p-retry', 'zod'] },
  marketplaces: { imports: ['core', 'transport'], packages: ['@date-fns/tz', 'date-fns', 'node:*', 'saxes', 'zod'] },
  'marketplaces/memory': { imports: ['core'], packages: ['zod'] },
  policy: { imports: ['core'], packages: ['@date-fns/tz', 'date-fns', 'intl-messageformat'], pure: true },
  'policy/yaml.ts': { imports: ['core', 'policy'], packages: ['yaml'], pure: true },
  triage: { imports: ['core', 'policy'], packages: ['zod'], pure: true },
  insights: { imports: ['core', 'policy'], packages: ['zod'], pure: true },
  responder: { imports: ['core', 'policy', 'triage'], packages: ['node:*', 'zod'] },
  sandbox: { imports: [], typeImports: ['core'], packages: ['node:*'] },
  testing: { imports: ['core', 'policy'], packages: ['node:*', 'zod'] },
  cli: {
    imports: [...everyLayer, 'index.ts'],
    packages: [
      '@date-fns/tz',
      '@inquirer/prompts',
      'cli-progress',
      'cli-table3',
      'commander',
      'csv-parse',
      'date-fns',
      'node:*',
      'picocolors',
      'yaml',
      'zod',
    ],
  },
  'index.ts': { imports: everyLayer, packages: [] },
};

export const pureLayers = Object.keys(layers).filter((name) => layers[name]?.pure === true);

/**
 * The layer a source file belongs to: the most specific entry of the table.
 * @param {string} path relative to src, with forward slashes
 */
export function layerOf(path) {
  const candidates = Object.keys(layers).filter((name) => path === name || path.startsWith(`${name}/`));
  return candidates.sort((left, right) => right.length - left.length)[0];
}

/** A marketplace's folder is closed to its siblings, so the folder is the unit, not the layer. */
const unitOf = (path) =>
  path.startsWith('marketplaces/') ? path.split('/').slice(0, 2).join('/') : layerOf(path)?.split('/')[0];

const packageOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/**
 * Why an import breaks the house, or undefined when it is allowed.
 * @param {{ from: string, specifier: string, target: string | undefined, isTypeOnly: boolean }} edge
 *   `from` and `target` are relative to src; `target` is undefined for a package
 */
export function violationOf({ from, specifier, target, isTypeOnly }) {
  const name = layerOf(from);
  const layer = name === undefined ? undefined : layers[name];
  if (layer === undefined) return `src/${from} belongs to no layer: add it to scripts/layers.js`;
  return target === undefined ? packageViolation(name, layer, specifier) : moduleViolation({ from, target, layer, isTypeOnly });
}

function packageViolation(name, layer, specifier) {
  if (specifier === 'date-fns') return 'import date-fns by subpath: its index costs 200 ms';
  const wanted = specifier.startsWith('node:') ? 'node:*' : packageOf(specifier);
  return layer.packages.includes(wanted) ? undefined : `${name} may not load ${specifier}`;
}

function moduleViolation({ from, target, layer, isTypeOnly }) {
  if (target.startsWith('..')) return `src may not import from outside src`;
  if (unitOf(from) === unitOf(target)) return undefined;
  const targetLayer = target === 'index.ts' ? 'index.ts' : target.split('/')[0];
  if (layer.imports.includes(targetLayer)) return undefined;
  if (isTypeOnly && layer.typeImports?.includes(targetLayer)) return undefined;
  return `${layerOf(from)} may not import ${targetLayer}${layer.typeImports?.includes(targetLayer) ? ' at run time, only its types' : ''}`;
}
