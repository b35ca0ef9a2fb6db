/** One element, its children in their order: in these documents the order matters. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Only the five entities that need no declaration, and numbers; anything else makes the document malformed. */
const decode = (text: string): string | undefined => {
  const unknown: string[] = [];
  const decoded = text.replace(/&(#x?[\da-f]+|\w+);?/gi, (_whole, name: string) => {
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.replace(/^#x/i, '0x').replace(/^#/, '')) || 0xfffd);
    const known = entities[name];
    if (known === undefined) unknown.push(name);
    return known ?? '';
  });
  return unknown.length === 0 ? decoded : undefined;
};

const attributesOf = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(([, name = '', double, single]) => [
      name,
      decode(double ?? single ?? '') ?? '',
    ]),
  );

const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)/gy;

/** Closes the innermost element into its parent; `false` when the name is another's. */
const closeInto = (stack: OpenElement[], roots: XmlElement[], name: string): boolean => {
  const element = stack.pop();
  if (element?.name !== name) return false;
  (stack.at(-1)?.children ?? roots).push({ ...element, text: element.text.trim() });
  return true;
};

const accept = (stack: OpenElement[], roots: XmlElement[], match: RegExpExecArray): boolean => {
  const [, literal, closed, opened, attributes = '', slash, text] = match;
  if (closed !== undefined) return closeInto(stack, roots, closed);
  if (opened !== undefined) {
    if (stack.length === 0 && roots.length > 0) return false;
    stack.push({ name: opened, attributes: attributesOf(attributes), children: [], text: '' });
    return slash === '' || closeInto(stack, roots, opened);
  }
  const words = literal ?? (text === undefined ? '' : decode(text));
  const inside = stack.at(-1);
  if (inside !== undefined && words !== undefined) inside.text += words;
  return words !== undefined && (inside !== undefined || words.trim() === '');
};

/** The root element, or `undefined` for text that is not well-formed. Document types are refused, and with them entities. */
export const parseXml = (text: string): XmlElement | undefined => {
  const stack: OpenElement[] = [];
  const roots: XmlElement[] = [];
  const scanner = new RegExp(token);
  const source = text.replace(/^\uFEFF/, '');
  while (scanner.lastIndex < source.length) {
    const match = scanner.exec(source);
    if (match === null || !accept(stack, roots, match)) return undefined;
  }
  return stack.length === 0 ? roots[0] : undefined;
};

export const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child) => child.name === name);

export const textOfChild = (element: XmlElement, name: string): string => childOf(element, name)?.text ?? '';

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** An element around ready markup or around text that still needs escaping. */
export const element = (name: string, ...content: readonly string[]): string => `<${name}>${content.join('')}</${name}>`;

export const textElement = (name: string, text: string): string => element(name, escapeXml(text));
