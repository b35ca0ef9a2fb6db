import type { DocumentProblem } from './errors.js';

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where the parts of a document stand in its text. */
export interface SourceMap {
  readonly file: string | null;
  /** The position of a key or of its value; the nearest enclosing one when the path leads nowhere. */
  readonly locate: (path: readonly PropertyKey[], part: 'key' | 'value') => Position | null;
}

/** Kept beside the documents, not in them: a parsed document stays plain data. */
const sourceMaps = new WeakMap<object, SourceMap>();

export const rememberSource = (document: object, sourceMap: SourceMap): void => {
  sourceMaps.set(document, sourceMap);
};

export interface ProblemDraft extends Pick<DocumentProblem, 'code' | 'found' | 'expected'> {
  readonly path: readonly PropertyKey[];
  readonly part?: 'key' | 'value';
  readonly suggestion?: string | null;
  readonly witness?: string;
}

/** A place in a file; all `null` when the document came as an object. */
export type DocumentPlace = Pick<DocumentProblem, 'file' | 'line' | 'column'>;

/** Where a part of a document stands in the text it was read from. */
export const placeIn = (document: unknown, path: ProblemDraft['path'], part: 'key' | 'value'): DocumentPlace => {
  const sourceMap = typeof document === 'object' && document !== null ? sourceMaps.get(document) : undefined;
  const position = sourceMap?.locate(path, part) ?? null;
  return { file: sourceMap?.file ?? null, line: position?.line ?? null, column: position?.column ?? null };
};

/** Completes a problem with its place in the file, where the document came from one. */
export const describeProblem = (document: unknown, draft: ProblemDraft): DocumentProblem => ({
  code: draft.code,
  ...placeIn(document, draft.path, draft.part ?? 'value'),
  path: draft.path.map(String).join('.'),
  found: draft.found,
  expected: draft.expected,
  suggestion: draft.suggestion ?? null,
  witness: draft.witness ?? null,
});
