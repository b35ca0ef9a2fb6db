import type { SaxesParser } from 'saxes';
import { MarketplaceError } from '../../../core/errors/marketplace-error.js';
import { documentError } from './document-error.js';

/** Amazon's documents are eight deep. */
const deepest = 32;
const longestTextInCharacters = 1024 * 1024;

/** What is told of an XML document while it is read; names without their prefix. */
export interface XmlEvents {
  readonly onOpen: (name: string) => void;
  /** `text` is what stood directly in the element, trimmed. */
  readonly onClose: (name: string, text: string) => void;
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * An XML reader that keeps nothing but where it is. No entity is expanded but the five of XML itself, a document type ends the reading,
 * and so does nesting that no report has.
 */
const createXmlReader = (
  parser: SaxesParser,
  events: XmlEvents,
): { readonly write: (piece: string) => void; readonly end: () => void } => {
  const texts: string[] = [];
  parser.on('doctype', () => {
    throw documentError('an XML document has a document type, which no report has');
  });
  parser.on('error', () => {
    throw documentError('an XML document is malformed, names an entity of its own, or ends in the middle');
  });
  parser.on('opentag', ({ name }) => {
    if (texts.length === deepest) throw documentError(`an XML document is nested more than ${deepest} deep`);
    texts.push('');
    events.onOpen(localName(name));
  });
  const addText = (text: string): void => {
    const last = texts.length - 1;
    const known = texts[last];
    if (known === undefined) return;
    if (known.length + text.length > longestTextInCharacters) throw documentError('an XML document has a text without end');
    texts[last] = known + text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ name }) => events.onClose(localName(name), (texts.pop() ?? '').trim()));
  const guarded = (step: () => void): void => {
    try {
      step();
    } catch (error) {
      throw MarketplaceError.isInstance(error) ? error : documentError('an XML document cannot be read');
    }
  };
  return { write: (piece) => guarded(() => void parser.write(piece)), end: () => guarded(() => void parser.close()) };
};

/** Reads a whole document of UTF-8 pieces, handing over what `take` gives after each of them. */
export async function* readXml<Taken>(bytes: AsyncIterable<Buffer>, events: XmlEvents, take: () => Taken): AsyncGenerator<Taken> {
  // Most processes read no XML, and the parser is as much to load as a third of this package.
  const { SaxesParser } = await import('saxes');
  const reader = createXmlReader(new SaxesParser({ xmlns: false, position: false }), events);
  const decoder = new TextDecoder('utf-8');
  for await (const piece of bytes) {
    reader.write(decoder.decode(piece, { stream: true }));
    yield take();
  }
  reader.write(decoder.decode());
  reader.end();
  yield take();
}
