import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { beside, type Finding } from '../finding.js';
import { packageFolder, root } from '../paths.js';
import { peers } from '../peers.js';
import type { Scale } from '../scale.js';

const group = 'Install size, with all dependencies';

const locked = z.object({
  dependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const lockfile = z.object({ packages: z.record(z.string(), locked) });
type Packages = z.infer<typeof lockfile>['packages'];

/** Where Node would find `name` from a package: its own `node_modules`, then those above it. */
const resolve = (packages: Packages, from: string, name: string): string | undefined => {
  for (let place = from; ; place = place.slice(0, Math.max(0, place.lastIndexOf('/node_modules/')))) {
    const candidate = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`;
    if (packages[candidate] !== undefined) return candidate;
    if (place === '') return undefined;
    if (!place.includes('/node_modules/')) place = '';
  }
};

/** Every package that installing these brings along, by its folder. */
export const closureOf = (packages: Packages, start: readonly string[]): ReadonlySet<string> => {
  const found = new Set<string>();
  const visit = (place: string): void => {
    if (found.has(place)) return;
    found.add(place);
    const { dependencies = {}, optionalDependencies = {} } = packages[place] ?? {};
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const next = resolve(packages, place, name);
      if (next !== undefined && existsSync(path.join(root, next))) visit(next);
    }
  };
  start.forEach(visit);
  return found;
};

/** The bytes of the files below a folder, packages nested in it left out: they are counted by themselves. */
const bytesBelow = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const place = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? sum : sum + bytesBelow(place);
    return sum + (entry.isFile() ? statSync(place).size : 0);
  }, 0);

/** What npm would publish: the build, and what `files` and npm's own rules add. */
const ownBytes = (): number => {
  const extras = ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md'].map((name) => path.join(root, name));
  const files = extras.filter(existsSync).reduce((sum, file) => sum + statSync(file).size, 0);
  return bytesBelow(path.join(packageFolder, 'dist')) + bytesBelow(path.join(root, 'examples/policies')) + files;
};

const inMegabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

/** Counted on the files installed here, which the lock file fixes. */
export const measureInstallSizes = (scale: Scale): readonly Finding[] => {
  const { packages } = lockfile.parse(JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')));
  const describe = (name: string, places: ReadonlySet<string>, own: number): Finding => {
    const bytes = [...places].reduce((sum, place) => sum + bytesBelow(path.join(root, place)), own);
    return beside(group, name, `${inMegabytes(bytes)} in ${String(places.size + (own > 0 ? 1 : 0))} packages`);
  };
  const direct = Object.keys(packages['']?.dependencies ?? {}).map((name) => `node_modules/${name}`);
  const own = ownBytes();
  const built = scale.name === 'full' ? 'types, CommonJS and source maps included' : 'quick build';
  return [
    beside(group, `aftersale alone (${built})`, inMegabytes(own)),
    describe('aftersale', closureOf(packages, direct), own),
    ...peers.map((name) => describe(name, closureOf(packages, [`node_modules/${name}`]), 0)),
  ];
};
