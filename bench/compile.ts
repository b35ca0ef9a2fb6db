import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'tsup';
import { compiledPrograms, packageFolder, root, workFolder } from './paths.js';
import type { Scale } from './scale.js';

/** Builds the package as it is published, apart from `dist`, so that a bench neither needs nor disturbs the last build. */
const compilePackage = ({ name }: Scale): Promise<void> =>
  build({
    silent: true,
    outDir: path.join(packageFolder, 'dist'),
    // Types and CommonJS only matter for the size on disk.
    ...(name === 'quick' ? { format: 'esm' } : {}),
  });

/** Compiled as the package is: a loader that translates on the fly would be measured as well. */
const compilePrograms = (): Promise<void> =>
  build({
    config: false,
    silent: true,
    entry: readdirSync(path.join(root, 'bench/programs'))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `bench/programs/${name}`),
    format: 'esm',
    target: 'node20',
    platform: 'node',
    splitting: true,
    sourcemap: true,
    removeNodeProtocol: false,
    // Native, or CommonJS: they run as they are installed.
    external: ['@gorules/zen-engine', 'json-logic-js', 'json-rules-engine'],
    outDir: compiledPrograms,
  });

export const compile = async (scale: Scale): Promise<void> => {
  await compilePackage(scale);
  await compilePrograms();
};

export const removeCompiled = (): void => {
  rmSync(workFolder, { recursive: true, force: true });
};
