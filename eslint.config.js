import tseslint from 'typescript-eslint';
import { layerImports } from './scripts/lint/layer-imports.js';
import { pureLayers } from './scripts/layers.js';

const pureFiles = pureLayers.map((name) => (name.endsWith('.ts') ? `src/${name}` : `src/${name}/**/*.ts`));

const plainSyntax = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name: a default export is renamed at every import.' },
  { selector: 'ExportAllDeclaration', message: 'List the names: `export *` hides what the surface is.' },
];

const strictSyntax = [
  {
    selector: "TSAsExpression:not([typeAnnotation.typeName.name='const'])",
    message: 'Parse or narrow instead of casting; a brand constructor may disable this line with its reason.',
  },
  { selector: 'TSTypeAssertion', message: 'Parse or narrow instead of casting.' },
  {
    selector: ":function > Identifier[typeAnnotation.typeAnnotation.type='TSBooleanKeyword']",
    message: 'A boolean argument cannot be read at the call: take a named option or write two functions.',
  },
];

/** What reads the machine's zone gives another answer on another machine, in every layer. */
const zoneSyntax = [
  {
    selector:
      'CallExpression > MemberExpression.callee > Identifier.property[name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)$/]',
    message: "This reads the machine's time zone: use the UTC form or a named zone.",
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length>1]",
    message: "This reads the machine's time zone: use Date.UTC.",
  },
  {
    selector: 'CallExpression > MemberExpression.callee > Identifier.property[name=/^toLocale(Date|Time)?String$/]',
    message: "This reads the machine's locale and zone: use Intl with both named.",
  },
];

const puritySyntax = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'A pure layer takes the time as an argument.' },
  { selector: "CallExpression[callee.name='Date']", message: 'A pure layer takes the time as an argument.' },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'A pure layer takes the time (or a Clock) as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'A pure layer takes randomness as an argument.',
  },
];

const impureGlobals = [
  'process',
  'console',
  'fetch',
  'performance',
  'crypto',
  'globalThis',
  'navigator',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'require',
];

export default tseslint.config(
  { ignores: ['dist/**', 'coverage/**', '.cache/**', 'api/**', 'scripts/types/**', '**/fixtures/**/*.{js,cjs,mjs}'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      'no-restricted-syntax': ['error', ...plainSyntax],
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    plugins: { house: { rules: { layers: layerImports } } },
    rules: {
      'house/layers': 'error',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      'max-lines': ['error', { max: 250, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: false, skipComments: false, IIFEs: true }],
      '@typescript-eslint/max-params': ['error', { max: 3 }],
      'no-restricted-syntax': ['error', ...plainSyntax, ...strictSyntax, ...zoneSyntax],
    },
  },
  {
    files: pureFiles,
    rules: {
      'no-restricted-syntax': ['error', ...plainSyntax, ...strictSyntax, ...zoneSyntax, ...puritySyntax],
      'no-restricted-globals': [
        'error',
        ...impureGlobals.map((name) => ({ name, message: 'A pure layer takes what it needs as arguments.' })),
      ],
    },
  },
  { files: ['src/core/brand.ts'], rules: { 'no-restricted-syntax': ['error', ...plainSyntax, ...zoneSyntax, ...puritySyntax] } },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['*.config.ts', 'eslint.config.js', '.size-limit.js'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/explicit-module-boundary-types': 'off', '@typescript-eslint/no-require-imports': 'off' },
  },
);
