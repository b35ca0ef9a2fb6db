import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { InvalidInputError } from '../core/errors/caller-errors.js';
import { parseFixture, type WireFixture } from './fixture.js';

const parseJson = (text: string, file: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InvalidInputError(`wire fixture ${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
};

/**
 * Reads every `*.json` below a folder as wire fixtures, in the order of their names; a file holds one fixture or a list of them.
 *
 * @example
 * const fixtures = readFixtures(new URL('./fixtures/', import.meta.url));
 */
export const readFixtures = (folder: URL | string): readonly WireFixture[] => {
  const root = typeof folder === 'string' ? folder : fileURLToPath(folder);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
  return files.sort().flatMap((file) => {
    const value = parseJson(readFileSync(path.join(root, file), 'utf8'), file);
    return Array.isArray(value) ? value.map((entry) => parseFixture(entry, { file })) : [parseFixture(value, { file })];
  });
};
