export type Severity = 'error' | 'warning' | 'note';

/** Where something is; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** One thing a command examined: a document, a case. */
export interface Subject {
  readonly name: string;
  readonly place: Place;
}

/** One thing a command found. */
export interface Finding {
  /** Stable word for machines: `case-failed`, `unknown-word`. */
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  /** The name of the subject it was found in. */
  readonly subject?: string;
  /** The smallest case that shows it. */
  readonly witness?: string;
}

/** What a policy command has to say, before anybody decides how it is printed. */
export interface Report {
  readonly command: string;
  readonly subjects: readonly Subject[];
  readonly findings: readonly Finding[];
  /** What was covered and what was not, one sentence each. */
  readonly notes: readonly string[];
}

/** A way to print a report. */
export type Reporter = (report: Report) => string;

export const countOf = ({ findings }: Report, severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity).length;

/** A policy has failed when there is an error; warnings are for a person to weigh. */
export const hasFailed = (report: Report): boolean => countOf(report, 'error') > 0;

export const placeText = ({ file, line, column }: Place): string =>
  [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');

export const findingsOf = ({ findings }: Report, { name }: Subject): readonly Finding[] =>
  findings.filter(({ subject }) => subject === name);
