import { isNode, type Document, type LineCounter } from 'yaml';

/** `case.json:3:5` of the value at a dotted path, or of the nearest thing around it. */
export type PlaceOf = (path: string) => string;

const nodeAt = (document: Document, path: readonly string[]): unknown => {
  if (path.length === 0) return document.contents;
  const keys = path.map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  return document.getIn(keys, true) ?? nodeAt(document, path.slice(0, -1));
};

/** Tells where in its file a value of a YAML or JSON document stands. */
export const placesIn =
  (document: Document, counter: LineCounter, file: string): PlaceOf =>
  (path) => {
    const node = nodeAt(document, path === '' ? [] : path.split('.'));
    const range = isNode(node) ? node.range : null;
    if (!Array.isArray(range)) return file;
    const { line, col } = counter.linePos(range[0]);
    return `${file}:${line}:${col}`;
  };
