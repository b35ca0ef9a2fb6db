import { entryPoints } from '../../scripts/entry-points.js';

export const specifiers: readonly string[] = entryPoints().map(({ specifier }) => specifier);

const list = JSON.stringify(specifiers);

const importAll = `
const names = {};
for (const specifier of ${list}) names[specifier] = Object.keys(await import(specifier)).sort();
console.log(JSON.stringify(names));
`;

const requireAll = `
const names = {};
for (const specifier of ${list}) names[specifier] = Object.keys(require(specifier)).sort();
console.log(JSON.stringify(names));
`;

/** The classes must be one and the same through every entry, or \`instanceof\` fails in a consumer's catch block. */
const identity = `
try {
  createShopeeAdapter({});
} catch (error) {
  console.log(error instanceof ConfigurationError, ConfigurationError.isInstance(error));
}
`;

const jestTest = `
const specifiers = ${list};
const { ConfigurationError } = require('aftersale');
const { createShopeeAdapter } = require('aftersale/marketplaces/shopee');

test.each(specifiers)('%s can be required', (specifier) => {
  expect(Object.keys(require(specifier)).length).toBeGreaterThan(0);
});

test('settings are checked', () => {
  expect(() => createShopeeAdapter({})).toThrow(ConfigurationError);
});
`;

const numbered = (line: (specifier: string, name: string) => string): string =>
  specifiers.map((specifier, index) => line(specifier, `entry${String(index)}`)).join('\n');

/** What a consumer's own project contains; the types are named so that a declaration that resolves to \`any\` is an error. */
export const consumerSources: Readonly<Record<string, string>> = {
  'import-all.mjs': importAll,
  'require-all.cjs': requireAll,
  'identity.mjs': `import { ConfigurationError } from 'aftersale';\nimport { createShopeeAdapter } from 'aftersale/marketplaces/shopee';\n${identity}`,
  'identity.cjs': `const { ConfigurationError } = require('aftersale');\nconst { createShopeeAdapter } = require('aftersale/marketplaces/shopee');\n${identity}`,
  'jest/package.test.js': jestTest,
  'types/module.mts': numbered((specifier, name) => `import * as ${name} from '${specifier}';\n${notAny(name)}`),
  'types/commonjs.cts': numbered((specifier, name) => `import ${name} = require('${specifier}');\n${notAny(name)}`),
};

function notAny(name: string): string {
  return `export const ${name}Keys: 0 extends 1 & typeof ${name} ? never : readonly string[] = Object.keys(${name});`;
}

/** The compiler settings of the strictest consumers: declarations are checked, and no type package is there to lean on. */
export const compilerSettings = (resolution: { readonly module: string; readonly moduleResolution: string }): string =>
  JSON.stringify({
    compilerOptions: {
      ...resolution,
      target: 'ES2022',
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
      types: [],
    },
    files: resolution.moduleResolution === 'bundler' ? ['types/module.mts'] : ['types/module.mts', 'types/commonjs.cts'],
  });
