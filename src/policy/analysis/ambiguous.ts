import type { DocumentProblem, PolicyDocumentError } from '../document/errors.js';
import type { AnalysisFinding } from './finding.js';

/** The ids of the two rules, as the message of the compiler quotes them. */
const quoted = /'([a-z0-9][a-z0-9.-]*)'/g;

const idOf = (document: unknown): string => {
  const id: unknown = typeof document === 'object' && document !== null ? Reflect.get(document, 'id') : undefined;
  return typeof id === 'string' ? id : '';
};

const holds = (rules: unknown, wanted: string): boolean =>
  Array.isArray(rules) &&
  rules.some(
    (rule: unknown) =>
      typeof rule === 'object' &&
      rule !== null &&
      (Reflect.get(rule, 'id') === wanted || holds(Reflect.get(rule, 'except'), wanted)),
  );

const documentOf = (rule: string | null, documents: readonly unknown[]): string => {
  const found = documents.find(
    (document) =>
      typeof document === 'object' && document !== null && rule !== null && holds(Reflect.get(document, 'rules'), rule),
  );
  return idOf(found ?? (documents.length === 1 ? documents[0] : null));
};

const toFinding = (problem: DocumentProblem, documents: readonly unknown[]): AnalysisFinding => {
  const rule = [...problem.found.matchAll(quoted)].map(([, id]) => id).at(1) ?? null;
  return {
    code: 'ambiguous-rules',
    severity: 'error',
    document: documentOf(rule, documents),
    rule,
    countries: [],
    region: problem.witness ?? 'every case',
    message: `${problem.found}; expected ${problem.expected}.`,
    witness: null,
  };
};

/** Contradictions between rules as findings. A document that breaks the grammar is none: its error is thrown on. */
export const ambiguityFindings = (documents: readonly unknown[], error: PolicyDocumentError): readonly AnalysisFinding[] => {
  if (error.problems.some(({ code }) => code !== 'ambiguous-rules')) throw error;
  return error.problems.map((problem) => toFinding(problem, documents));
};
