import { readFileSync } from 'node:fs';
import * as z from 'zod';
import type { CaseFacts } from '../../../policy/index.js';
import { UsageError } from '../../exit-code.js';
import type { PlaceOf } from '../places-in.js';
import { readYaml } from '../read-yaml.js';
import { readNamedFile } from '../read-policies.js';

/** Facts with a way to tell where in their file something stands. */
export interface FactsFile {
  readonly facts: CaseFacts;
  readonly placeOf: PlaceOf;
}

/** Only that they are an object: what is wrong inside, `decide` says with its path. */
const someFacts = z.custom<CaseFacts>((value) => typeof value === 'object' && value !== null && !Array.isArray(value));

const readStandardInput = (): string => {
  try {
    return readFileSync(0, 'utf8');
  } catch {
    throw new UsageError('standard input: nothing can be read from it');
  }
};

/** Reads the facts of one case, JSON or YAML; `-` is standard input. */
export const readFactsFile = (file: string): FactsFile => {
  const text = file === '-' ? readStandardInput() : readNamedFile(file);
  const name = file === '-' ? 'standard input' : file;
  const { content, placeOf } = readYaml(text, name);
  const read = someFacts.safeParse(content);
  if (!read.success)
    throw new UsageError(`${placeOf('')}: expected the facts of one case, such as { "buyer": { "country": "DE" }, … }`);
  return { facts: read.data, placeOf };
};
