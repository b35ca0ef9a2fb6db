import { readFileSync } from 'node:fs';
import { parsePolicyDocument } from '../../policy/yaml.js';
import { UsageError } from '../exit-code.js';
import { nameFiles } from './glob-files.js';

/** Reads a text file that the user named. */
export const readNamedFile = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reasons: Readonly<Record<string, string>> = {
      ENOENT: 'no such file',
      EISDIR: 'is a folder, not a file',
      EACCES: 'may not be read',
    };
    throw new UsageError(`${file}: ${reasons[code] ?? 'cannot be read'}`);
  }
};

/**
 * Reads the policies that files or patterns name.
 *
 * @throws PolicyDocumentError when a file is no policy, with its place in the file.
 */
export const readPolicies = (given: readonly string[]): readonly object[] =>
  nameFiles(given).map(({ file }) => parsePolicyDocument(readNamedFile(file), { file }));
