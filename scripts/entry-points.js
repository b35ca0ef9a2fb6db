import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');

/** The folders under src/marketplaces: a new one is found here and named nowhere else. */
export const marketplaces = () =>
  readdirSync(path.join(root, 'src/marketplaces'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(root, 'src/marketplaces', entry.name, 'index.ts')))
    .map((entry) => entry.name)
    .sort();

/**
 * Every subpath a consumer can import, read from the `exports` of package.json with its wildcard expanded.
 * @returns {{ subpath: string, specifier: string, module: string }[]} `module` is relative to src and dist, without extension
 */
export function entryPoints() {
  const { name, exports } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return Object.entries(exports)
    .filter(([, target]) => typeof target === 'object')
    .flatMap(([subpath, target]) => {
      const module = target.import.default.replace('./dist/', '').replace(/\.js$/, '');
      if (!subpath.includes('*')) return [{ subpath, module }];
      return marketplaces().map((folder) => ({ subpath: subpath.replace('*', folder), module: module.replace('*', folder) }));
    })
    .map((entry) => ({ ...entry, specifier: path.posix.join(name, entry.subpath) }));
}

export const reportName = ({ subpath }) => (subpath === '.' ? 'index' : subpath.slice(2).replaceAll('/', '-'));
