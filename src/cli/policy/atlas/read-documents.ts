import { parsePolicyDocument } from '../../../policy/yaml.js';
import { nameFiles } from '../glob-files.js';
import { readNamedFile } from '../read-policies.js';
import type { AtlasDocument } from './build-atlas.js';

/**
 * Reads the policies that files or patterns name, each with its file.
 *
 * @throws PolicyDocumentError when a file is no policy, with its place in the file
 * @throws UsageError when a file cannot be read
 */
export const readDocuments = (given: readonly string[]): readonly AtlasDocument[] =>
  nameFiles(given).map(({ file }) => ({ file, origin: parsePolicyDocument(readNamedFile(file), { file }) }));
