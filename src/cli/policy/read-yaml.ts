import { LineCounter, parseDocument, type Document } from 'yaml';
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

/** @throws UsageError when an amount is none, or aliases multiply without end */
const contentOf = (document: Document, name: string): unknown => {
  try {
    return withMoney(document.toJS({ maxAliasCount: 50 }));
  } catch (error) {
    throw new UsageError(`${name}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  }
};

/**
 * Reads YAML 1.2, of which JSON is a part.
 *
 * @throws UsageError with the place of a mistake.
 */
export const readYaml = (text: string, name: string): ReadYaml => {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { version: '1.2', schema: 'core', uniqueKeys: true, lineCounter, prettyErrors: false });
  const [syntax] = document.errors;
  if (syntax !== undefined) {
    const { line, col } = lineCounter.linePos(syntax.pos[0]);
    throw new UsageError(`${name}:${line}:${col}: neither JSON nor YAML: ${syntax.message}`);
  }
  return { content: contentOf(document, name), document, lineCounter, placeOf: placesIn(document, lineCounter, name) };
};
