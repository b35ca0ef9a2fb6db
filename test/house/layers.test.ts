import { describe, expect, it } from 'vitest';
import { layerOf, violationOf } from '../../scripts/layers.js';
import { importsOf, packagesLoadedBy, sourceFiles } from './source-files.js';

describe('the layers of src', () => {
  it('gives every file a layer', () => {
    const homeless = sourceFiles.map((file) => file.path).filter((path) => layerOf(path) === undefined);
    expect(homeless).toEqual([]);
  });

  it('follows only the arrows of the house', () => {
    const violations = sourceFiles.flatMap(importsOf).flatMap((edge) => {
      const violation = violationOf(edge);
      return violation === undefined ? [] : [`${edge.from} → ${edge.specifier}: ${violation}`];
    });
    expect(violations).toEqual([]);
  });

  it('points every relative import at a file that exists', () => {
    const paths = new Set(sourceFiles.map((file) => file.path));
    const dangling = sourceFiles
      .flatMap(importsOf)
      .filter(({ target }) => target !== undefined && target.endsWith('.ts') && !paths.has(target))
      .map(({ from, specifier }) => `${from} → ${specifier}`);
    expect(dangling).toEqual([]);
  });

  it.each(['policy/index.ts', 'policy/packs/index.ts'])('keeps network, YAML and Node out of %s', (entry) => {
    const foreign = [...packagesLoadedBy(entry)].filter(
      (name) => !/^(zod|date-fns|@date-fns\/tz|intl-messageformat)(\/|$)/.test(name),
    );
    expect(sourceFiles.some((file) => file.path === entry)).toBe(true);
    expect(foreign).toEqual([]);
  });
});

describe('the table of layers', () => {
  const edge = { specifier: '../x.js', isTypeOnly: false };

  it.each([
    ['core/case.ts', 'transport/send.ts'],
    ['transport/send.ts', 'marketplaces/shopee/index.ts'],
    ['marketplaces/shopee/adapter.ts', 'policy/decide.ts'],
    ['marketplaces/shopee/adapter.ts', 'marketplaces/memory/index.ts'],
    ['marketplaces/memory/adapter.ts', 'transport/send.ts'],
    ['policy/decide.ts', 'transport/send.ts'],
    ['sandbox/index.ts', 'core/money.ts'],
    ['sandbox/index.ts', 'marketplaces/shopee/wire.ts'],
    ['testing/index.ts', 'marketplaces/memory/index.ts'],
  ])('forbids %s to import %s', (from, target) => {
    expect(violationOf({ ...edge, from, target })).toBeTypeOf('string');
  });

  it.each([
    ['core/case.ts', 'core/money.ts'],
    ['marketplaces/shopee/adapter.ts', 'transport/send.ts'],
    ['marketplaces/memory/adapter.ts', 'core/case.ts'],
    ['policy/yaml.ts', 'policy/document/parse.ts'],
    ['cli/main.ts', 'sandbox/index.ts'],
  ])('allows %s to import %s', (from, target) => {
    expect(violationOf({ ...edge, from, target })).toBeUndefined();
  });

  it('lets the sandbox use types of core', () => {
    expect(violationOf({ ...edge, from: 'sandbox/index.ts', target: 'core/money.ts', isTypeOnly: true })).toBeUndefined();
  });

  it.each([
    ['core/case.ts', 'axios'],
    ['core/case.ts', 'node:fs'],
    ['marketplaces/shopee/adapter.ts', 'axios'],
    ['policy/decide.ts', 'yaml'],
    ['policy/calendar/day.ts', 'date-fns'],
    ['sandbox/index.ts', 'zod'],
  ])('forbids %s to load %s', (from, specifier) => {
    expect(violationOf({ from, specifier, target: undefined, isTypeOnly: false })).toBeTypeOf('string');
  });
});
