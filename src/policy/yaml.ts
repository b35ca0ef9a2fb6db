import {
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type YAMLError,
  type YAMLWarning,
} from 'yaml';
import { PolicyDocumentError } from './document/errors.js';
import { findUnsafeData, tooDeep } from './document/plain-data.js';
import { describeProblem, rememberSource, type Position, type ProblemDraft, type SourceMap } from './document/source-map.js';

/** Larger than any policy a person writes; refused before parsing. */
const largestTextInBytes = 2_000_000;
/** How often aliases may multiply values: enough to share a list, too little for a bomb. */
const mostAliases = 50;

type Path = readonly PropertyKey[];

interface Found {
  readonly key: Node | null;
  readonly value: Node | null;
}

const asNode = (value: unknown): Node | null => (isScalar(value) || isCollection(value) ? value : null);

const child = (node: Node | null, key: PropertyKey): Found | null => {
  if (isMap(node)) {
    const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
    return pair === undefined ? null : { key: asNode(pair.key), value: asNode(pair.value) };
  }
  if (isSeq(node) && typeof key === 'number') {
    const value = asNode(node.items[key]);
    return value === null ? null : { key: value, value };
  }
  return null;
};

/** The node at a path, or the last one on the way to it. */
const nodeAt = (root: Node | null, path: Path): Found => {
  let found: Found = { key: root, value: root };
  for (const step of path) {
    const next = child(found.value, step);
    if (next === null) break;
    found = next;
  }
  return found;
};

const positionAt = (offset: number | undefined, lines: LineCounter): Position | null => {
  if (offset === undefined) return null;
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
};

const sourceMapOf = (document: Document, lines: LineCounter, file: string | null): SourceMap => ({
  file,
  locate: (path, part) => {
    const { key, value } = nodeAt(document.contents, path);
    const node = part === 'key' ? (key ?? value) : (value ?? key);
    return positionAt(node?.range?.[0], lines);
  },
});

const refuse = (draft: ProblemDraft, file: string | null, position: Position | null): never => {
  const problem = describeProblem(null, draft);
  throw new PolicyDocumentError([{ ...problem, file, line: position?.line ?? 1, column: position?.column ?? 1 }]);
};

const toSyntaxDraft = ({ code, message }: YAMLError): ProblemDraft => {
  if (code === 'DUPLICATE_KEY') return { code: 'duplicate-id', path: [], found: 'the same key twice', expected: 'each key once' };
  if (code === 'MULTIPLE_DOCS')
    return { code: 'syntax', path: [], found: 'a second document', expected: 'one document in a file' };
  // The parser has no room left for what stands within what.
  if (code === 'RESOURCE_EXHAUSTION') return tooDeep([]);
  const [reason = 'not YAML'] = message.split('\n');
  return { code: 'syntax', path: [], found: reason.slice(0, 200), expected: 'YAML 1.2' };
};

const refuseSyntax = (error: YAMLError, file: string | null, lines: LineCounter): never =>
  refuse(toSyntaxDraft(error), file, positionAt(error.pos[0], lines));

const plainTags = 'no tag, or one of !!str, !!int, !!float, !!bool, !!null, !!map, !!seq that fits its value (plain YAML 1.2)';

/** The parser only warns of a tag it does not know, and reads what it tags as if it were not there. */
const findBadTag = (document: Document): YAMLWarning | undefined =>
  document.warnings.find(({ code }) => code === 'TAG_RESOLVE_FAILED' || code === 'BAD_COLLECTION_TYPE');

/** YAML 1.2 core schema: `NO` stays Norway, `2026-11-01` stays a text, a key stands once. */
const readYaml = (text: string, lines: LineCounter): Document =>
  parseDocument(text, {
    version: '1.2',
    schema: 'core',
    uniqueKeys: true,
    resolveKnownTags: false,
    merge: false,
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'error',
  });

const toData = (document: Document, file: string | null): unknown => {
  try {
    return document.toJS({ maxAliasCount: mostAliases });
  } catch {
    return refuse(
      { code: 'too-large', path: [], found: 'aliases that multiply', expected: `at most ${String(mostAliases)} aliases` },
      file,
      null,
    );
  }
};

/** Keys are texts: a list or a group as a key has no meaning, and a number as a key would lose its place. */
const findBadKey = (document: Document): Node | null => {
  const queue: unknown[] = [document.contents];
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (isSeq(node)) queue.push(...node.items);
    if (!isMap(node)) continue;
    for (const { key, value } of node.items) {
      if (!isScalar(key) || typeof key.value !== 'string') return asNode(key) ?? node;
      queue.push(value);
    }
  }
  return null;
};

/**
 * Reads a seller's policy from YAML (or JSON, which is YAML). Says nothing yet about the grammar: `compilePolicy` does, and names
 * line and column in this text because the positions are kept beside the returned object.
 *
 * @throws PolicyDocumentError when the text is not YAML, repeats a key, has a tag beyond plain YAML, is too large, or multiplies itself by aliases. Nothing else.
 */
export const parsePolicyDocument = (text: string, { file = null }: { readonly file?: string | null } = {}): object => {
  if (typeof text !== 'string' || text.length > largestTextInBytes) {
    const found = typeof text === 'string' ? `${String(text.length)} characters` : 'not a text';
    return refuse(
      { code: 'too-large', path: [], found, expected: `at most ${String(largestTextInBytes)} characters` },
      file,
      null,
    );
  }
  const lines = new LineCounter();
  const document = readYaml(text, lines);
  const [error] = document.errors;
  if (error !== undefined) return refuseSyntax(error, file, lines);
  const badTag = findBadTag(document);
  if (badTag !== undefined) {
    const found = `the tag '${text.slice(...badTag.pos).slice(0, 60)}'`;
    return refuse({ code: 'syntax', path: [], found, expected: plainTags }, file, positionAt(badTag.pos[0], lines));
  }
  const badKey = findBadKey(document);
  if (badKey !== null) {
    return refuse(
      { code: 'syntax', path: [], found: 'a key that is not a word', expected: 'a word' },
      file,
      positionAt(badKey.range?.[0], lines),
    );
  }
  const data = toData(document, file);
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    const found = data === null ? 'nothing' : Array.isArray(data) ? 'a list' : 'a single value';
    return refuse(
      { code: 'invalid-value', path: [], found, expected: "a group of keys that starts with 'aftersale: policy/v1'" },
      file,
      null,
    );
  }
  const unsafe = findUnsafeData(data);
  if (unsafe !== null) return refuse(unsafe, file, sourceMapOf(document, lines, file).locate(unsafe.path, 'key'));
  rememberSource(data, sourceMapOf(document, lines, file));
  return data;
};
