import { parsePolicyDocument } from '../../../policy/yaml.js';
import { nameFiles } from '../glob-files.js';
import { readNamedFile } from '../read-policies.js';
import type { Atlas } from './atlas.js';
import { buildAtlas, type AtlasSettings } from './build-atlas.js';

/**
 * The atlas of the policies that files or patterns name.
 *
 * @throws PolicyDocumentError when a file is no policy, with its place in the file
 * @throws UsageError when a file cannot be read
 */
export const atlasOfFiles = (given: readonly string[], settings: AtlasSettings): Atlas => {
  const documents = nameFiles(given).map(({ file }) => ({ file, origin: parsePolicyDocument(readNamedFile(file), { file }) }));
  return buildAtlas(documents, settings);
};
