import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');
/** Where this run compiles to: below the repository, so that dependencies are found, and its own, so that runs do not meet. */
export const workFolder = path.join(root, '.cache/bench', String(process.pid));
export const packageFolder = path.join(workFolder, 'package');
export const compiledPrograms = path.join(workFolder, 'programs');
