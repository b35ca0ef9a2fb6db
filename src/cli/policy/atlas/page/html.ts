/** A piece of HTML in which every text is escaped. Only `text`, `element` and `script` make it, so that nothing gets in unescaped. */
export interface Html {
  readonly markup: string;
}

type Attribute = string | number | true | null;
type Child = Html | string | null;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Signs that turn the direction of the text around them, and control characters, are no part of a page. */
const unwanted = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069\ufeff]/g;

const escaped = (text: string): string => text.replace(unwanted, '').replace(/[&<>"']/g, (sign) => escapes[sign] ?? '');

/** Elements that have no end. */
const empty = new Set(['meta', 'input', 'link', 'br']);

const attributesOf = (attributes: Readonly<Record<string, Attribute>>): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${escaped(String(value))}"`))
    .join('');

const markupOf = (child: Child): string => (child === null ? '' : typeof child === 'string' ? escaped(child) : child.markup);

/** An element with its attributes and children; a text among them is escaped, `null` is nothing. */
export const element = (name: string, attributes: Readonly<Record<string, Attribute>>, children: readonly Child[] = []): Html => {
  const opened = `<${name}${attributesOf(attributes)}>`;
  return { markup: empty.has(name) ? opened : `${opened}${children.map(markupOf).join('')}</${name}>` };
};

/** Pieces side by side. */
export const together = (children: readonly Child[]): Html => ({ markup: children.map(markupOf).join('') });

/** Our own style or script, which is text of this package and of nobody else. */
export const verbatim = (name: 'style' | 'script', text: string): Html => ({ markup: `<${name}>${text}</${name}>` });

/** Data for the script. No `<` is left in it, so nothing in it can end the element. */
export const dataElement = (id: string, data: unknown): Html => ({
  markup: `<script type="application/json" id="${escaped(id)}">${JSON.stringify(data)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')}</script>`,
});
