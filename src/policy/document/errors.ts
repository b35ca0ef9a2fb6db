const marker = Symbol.for('aftersale.PolicyDocumentError');

/** What is wrong with a document: its text (`syntax`, `too-large`), a word or value of the grammar, or what its rules say together. */
export type DocumentProblemCode =
  | 'syntax'
  | 'too-large'
  | 'unknown-word'
  | 'invalid-value'
  | 'missing-key'
  | 'contradiction'
  | 'duplicate-id'
  | 'ambiguous-rules'
  | 'unreachable-rule';

/** One thing that is wrong in a policy document. */
export interface DocumentProblem {
  readonly code: DocumentProblemCode;
  /** File name as given to `parsePolicyDocument`; `null` when the document came as an object. */
  readonly file: string | null;
  /** From 1; `null` when the document came as an object. */
  readonly line: number | null;
  readonly column: number | null;
  /** Dotted path in the document: `rules.0.window.from`. */
  readonly path: string;
  /** What is there. */
  readonly found: string;
  /** What would be right. */
  readonly expected: string;
  /** The nearest right word, when one is near. */
  readonly suggestion: string | null;
  /** For `ambiguous-rules`: the smallest case on which the rules disagree, such as `PL, electronics, day 15`. */
  readonly witness: string | null;
}

const placeOf = ({ file, line, column }: DocumentProblem): string => {
  const position = line === null ? '' : `:${String(line)}:${String(column ?? 1)}`;
  return `${file ?? 'policy document'}${position}`;
};

/** One line for people: place, path, what is there, what was expected. */
export const formatProblem = (problem: DocumentProblem): string => {
  const path = problem.path === '' ? '' : ` ${problem.path}:`;
  const hint = problem.suggestion === null ? '' : ` (did you mean '${problem.suggestion}'?)`;
  return `${placeOf(problem)}:${path} ${problem.found}; expected ${problem.expected}${hint}`;
};

/**
 * A policy document cannot be used: it is not readable, uses a word the grammar does not have, or its rules contradict each
 * other; or what was given as a list of documents or as a pack is none. Thrown by `parsePolicyDocument` and `compilePolicy` only.
 * The fields describe the first problem; `problems` has all.
 */
export class PolicyDocumentError extends Error {
  override readonly name = 'PolicyDocumentError';
  readonly problems: readonly DocumentProblem[];
  readonly code: DocumentProblemCode;
  readonly file: string | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly path: string;
  readonly expected: string;
  readonly suggestion: string | null;
  readonly witness: string | null;

  constructor(problems: readonly [DocumentProblem, ...DocumentProblem[]]) {
    const [first, ...others] = problems;
    super(formatProblem(first) + (others.length === 0 ? '' : ` (and ${String(others.length)} more)`));
    this.problems = problems;
    this.code = first.code;
    this.file = first.file;
    this.line = first.line;
    this.column = first.column;
    this.path = first.path;
    this.expected = first.expected;
    this.suggestion = first.suggestion;
    this.witness = first.witness;
    Object.defineProperty(this, marker, { value: true });
  }

  /** Recognises the error also when another copy of the package threw it. */
  static isInstance(value: unknown): value is PolicyDocumentError {
    return typeof value === 'object' && value !== null && marker in value;
  }
}
