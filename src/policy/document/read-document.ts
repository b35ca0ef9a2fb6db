import { findMistakes, fits } from './check-part.js';
import { PolicyDocumentError, type DocumentProblem } from './errors.js';
import { copyOf, findUnsafeData } from './plain-data.js';
import type { PolicyDocument } from './schema.js';
import { documentGrammar } from './grammar.js';
import { describeProblem, type ProblemDraft } from './source-map.js';

/** Throws all problems as one error; does nothing when there are none. */
export const throwProblems = (problems: readonly DocumentProblem[]): void => {
  const [first, ...others] = problems;
  if (first !== undefined) throw new PolicyDocumentError([first, ...others]);
};

const raise = (document: unknown, drafts: readonly ProblemDraft[]): void =>
  throwProblems(drafts.map((draft) => describeProblem(document, draft)));

/** Checks one document against the grammar and types it. Throws `PolicyDocumentError` with every problem found. */
export const readDocument = (document: unknown): PolicyDocument => {
  const unsafe = findUnsafeData(document);
  if (unsafe !== null) raise(document, [unsafe]);
  const copy = copyOf(document);
  if (fits(documentGrammar, copy)) return copy;
  raise(document, findMistakes(documentGrammar, copy));
  throw new TypeError('a document that does not fit its grammar has mistakes');
};
