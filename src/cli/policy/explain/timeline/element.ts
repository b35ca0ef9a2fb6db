type Attributes = Readonly<Record<string, string | number>>;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Control characters are no part of XML, however they are written. */
const escaped = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '').replace(/[&<>"]/g, (sign) => escapes[sign] ?? '');

const written = (value: string | number): string =>
  typeof value === 'number' ? String(Math.round(value * 10) / 10) : escaped(value);

const opened = (name: string, attributes: Attributes): string =>
  [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${written(value)}"`)].join(' ');

/** An element of SVG around others. */
export const group = (name: string, attributes: Attributes, children: readonly string[]): string =>
  [`<${opened(name, attributes)}>`, ...children, `</${name}>`].join('\n');

/** An element that holds nothing. */
export const shape = (name: string, attributes: Attributes): string => `<${opened(name, attributes)}/>`;

/** An element that holds a text, which is escaped. */
export const textElement = (name: string, attributes: Attributes, text: string): string =>
  `<${opened(name, attributes)}>${escaped(text)}</${name}>`;
