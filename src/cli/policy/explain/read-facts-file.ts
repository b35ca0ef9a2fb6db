import { readFileSync } from 'node:fs';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import * as z from 'zod';
import { singleFacts } from '../../../policy/explain/known-facts.js';
import { suggest } from '../../../policy/document/suggest.js';
import type { CaseFacts } from '../../../policy/index.js';
import { UsageError } from '../../exit-code.js';
import { withMoney } from '../money-words.js';
import { readNamedFile } from '../read-policies.js';

/** Facts with a way to tell where in their file something stands. */
export interface FactsFile {
  readonly facts: CaseFacts;
  /** `case.json:3:5` of the fact at that path, or of the nearest thing around it. */
  readonly placeOf: (path: string) => string;
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

const nodeAt = (document: Document, path: readonly string[]): unknown => {
  if (path.length === 0) return document.contents;
  const keys = path.map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  return document.getIn(keys, true) ?? nodeAt(document, path.slice(0, -1));
};

const placesIn = (document: Document, counter: LineCounter, file: string): FactsFile['placeOf'] => {
  return (path) => {
    const node = nodeAt(document, path === '' ? [] : path.split('.'));
    const range = isNode(node) ? node.range : null;
    if (!Array.isArray(range)) return file;
    const { line, col } = counter.linePos(range[0]);
    return `${file}:${line}:${col}`;
  };
};

/** @throws UsageError when an amount is none, or aliases multiply without end */
const contentOf = (document: Document, name: string): unknown => {
  try {
    return withMoney(document.toJS({ maxAliasCount: 50 }));
  } catch (error) {
    throw new UsageError(`${name}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  }
};

/** Reads the facts of one case, JSON or YAML; `-` is standard input. */
export const readFactsFile = (file: string): FactsFile => {
  const text = file === '-' ? readStandardInput() : readNamedFile(file);
  const name = file === '-' ? 'standard input' : file;
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true, lineCounter, prettyErrors: false });
  const [syntax] = document.errors;
  if (syntax !== undefined) {
    const { line, col } = lineCounter.linePos(syntax.pos[0]);
    throw new UsageError(`${name}:${line}:${col}: neither JSON nor YAML: ${syntax.message}`);
  }
  const read = someFacts.safeParse(contentOf(document, name));
  const placeOf = placesIn(document, lineCounter, name);
  if (!read.success)
    throw new UsageError(`${placeOf('')}: expected the facts of one case, such as { "buyer": { "country": "DE" }, … }`);
  return { facts: read.data, placeOf };
};

/** What to say of a fact that cannot be used. */
export const refuseFact = ({ placeOf }: FactsFile, path: string): UsageError => {
  const near = suggest(path, [...singleFacts]);
  const hint = near === null || near === path ? '' : `; did you mean ${near}?`;
  return new UsageError(
    `${placeOf(path)}: ${path === '' ? 'the facts' : path} cannot be used: missing, unknown, of another kind than expected, or against the order of time${hint}`,
  );
};
