import { LineCounter, parseDocument, type Document } from 'yaml';
import { findUnsafeData } from '../../policy/document/plain-data.js';
import { UsageError } from '../exit-code.js';
import { withMoney } from './money-words.js';
import { placesIn, type PlaceOf } from './places-in.js';

/** What a YAML or JSON text holds, its amounts read as money, and where in the text each value stands. */
export interface ReadYaml {
  readonly content: unknown;
  readonly document: Document;
  readonly lineCounter: LineCounter;
  readonly placeOf: PlaceOf;
}

interface Parsed {
  readonly document: Document;
  readonly lineCounter: LineCounter;
}

/** @throws UsageError for what is no YAML, or nested deeper than the parser can follow */
const parse = (text: string, name: string): Parsed => {
  const lineCounter = new LineCounter();
  try {
    const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true, lineCounter, prettyErrors: false });
    const [syntax] = document.errors;
    if (syntax === undefined) return { document, lineCounter };
    const { line, col } = lineCounter.linePos(syntax.pos[0]);
    throw new UsageError(`${name}:${line}:${col}: neither JSON nor YAML: ${syntax.message}`);
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(`${name}: a nesting too deep to be read`);
    throw error;
  }
};

/** @throws UsageError when aliases multiply without end */
const plainContent = (document: Document, name: string): unknown => {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    throw new UsageError(`${name}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  }
};

/** @throws UsageError when an amount is none, or a value contains itself */
const contentOf = (document: Document, name: string, placeOf: PlaceOf): unknown => {
  const content = plainContent(document, name);
  const unsafe = findUnsafeData(content);
  if (unsafe !== null) throw new UsageError(`${placeOf(unsafe.path.join('.'))}: ${unsafe.found}; expected ${unsafe.expected}`);
  try {
    return withMoney(content);
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(`${name}: ${error.message}`) : error;
  }
};

/**
 * Reads YAML 1.2, of which JSON is a part.
 *
 * @throws UsageError with the place of a mistake.
 */
export const readYaml = (text: string, name: string): ReadYaml => {
  const { document, lineCounter } = parse(text, name);
  const placeOf = placesIn(document, lineCounter, name);
  return { content: contentOf(document, name, placeOf), document, lineCounter, placeOf };
};
