import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');
/** Everything the bench makes: the compiled package, the compiled programs, what the programs are given. */
export const workFolder = path.join(root, '.cache/bench');
export const packageFolder = path.join(workFolder, 'package');
export const compiledPrograms = path.join(workFolder, 'programs');
