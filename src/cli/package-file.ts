import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packageRoot = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  // The bundler decides how deep this module ends up, so the root is looked for, not counted.
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
};

/** Reads a text file that ships with the package. */
export const readPackageFile = (path: string): string => readFileSync(join(packageRoot(), path), 'utf8');
