export type Severity = 'error' | 'warning' | 'note';

/** Where something is; lines and columns count from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** One thing a command examined: a document, a rule, a case. */
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
  /** The same for programs: printed where the format has room for data. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A finding that somebody has accepted: shown, never counted as a failure. */
export interface Waived {
  readonly finding: Finding;
  readonly reason: string;
  /** The last day on which it is accepted; absent = no end. */
  readonly until?: string;
}

/** What a policy command has to say, before anybody decides how it is printed. */
export interface Report {
  readonly command: string;
  readonly subjects: readonly Subject[];
  readonly findings: readonly Finding[];
  /** Absent = nothing was waived. */
  readonly waived?: readonly Waived[];
  /** What was covered and what was not, one sentence each. */
  readonly notes: readonly string[];
  /** Many findings in few lines, for people: only `pretty` prints it, before the findings. */
  readonly overview?: readonly string[];
  /** What the command made, for programs: only `json` prints it. */
  readonly result?: unknown;
}

/** A way to print a report. */
export type Reporter = (report: Report) => string;

export const countOf = ({ findings }: Report, severity: Severity): number =>
  findings.filter((finding) => finding.severity === severity).length;

export const countWaived = ({ waived = [] }: Report): number => waived.length;

/** A policy has failed when there is an error; warnings are for a person to weigh. */
export const hasFailed = (report: Report): boolean => countOf(report, 'error') > 0;

export const placeText = ({ file, line, column }: Place): string =>
  [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');

/** The subject, where the place of the finding does not say it. */
export const subjectText = ({ subject, place }: Finding): readonly string[] =>
  subject === undefined || subject === place.file ? [] : [subject];

/** What was found as one text, for formats that have only one. */
export const fullText = (finding: Finding): string =>
  [...subjectText(finding), finding.message, ...(finding.witness === undefined ? [] : [`for example ${finding.witness}`])].join(
    '\n',
  );

/** Why a waived finding is accepted, and until when. */
export const waiverText = ({ reason, until }: Waived): string => (until === undefined ? reason : `${reason} (until ${until})`);

/** Two files may hold subjects of one name. */
export const isIn = (finding: Finding, { name, place: { file } }: Subject): boolean =>
  finding.subject === name && finding.place.file === file;

export const findingsOf = ({ findings }: Report, subject: Subject): readonly Finding[] =>
  findings.filter((finding) => isIn(finding, subject));
