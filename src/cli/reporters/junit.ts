import { findingsOf, isIn, placeText, waiverText, type Finding, type Report, type Waived } from './report.js';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

// Control characters are not allowed in XML 1.0 at all, not even escaped; nor are halves of a surrogate pair.
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

const escape = (text: string): string =>
  text
    .replace(notXml, '\uFFFD')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
    .replace(/\r?\n/g, '&#10;')
    .replace(/\r/g, '&#13;')
    .replace(/\t/g, '&#9;');

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escape(String(value))}"`)
    .join('');

/** A test as JUnit has it: passed, failed, or skipped with the reason of the waiver. */
interface TestCase {
  readonly name: string;
  readonly file: string;
  readonly failures: readonly Finding[];
  readonly skipped: string | null;
}

const failureText = ({ code, message, place, witness }: Finding): string => {
  const example = witness === undefined ? '' : `\nfor example ${witness}`;
  return `      <failure${attributes({ type: code, message })}>${escape(`${placeText(place)}: ${message}${example}`)}</failure>`;
};

const caseText = ({ name, file, failures, skipped }: TestCase): string => {
  const head = `    <testcase${attributes({ name, classname: file })}`;
  const inside = [
    ...failures.map(failureText),
    ...(skipped === null ? [] : [`      <skipped${attributes({ message: skipped })}/>`]),
  ];
  return inside.length === 0 ? `${head}/>` : [`${head}>`, ...inside, '    </testcase>'].join('\n');
};

const asTest = (name: string, file: string, failures: readonly Finding[]): TestCase => ({ name, file, failures, skipped: null });

const asSkipped = (waived: Waived): TestCase => ({
  name: [waived.finding.subject, waived.finding.code].filter((part) => part !== undefined).join(': '),
  file: waived.finding.place.file,
  failures: [],
  skipped: waiverText(waived),
});

/** What was found outside any subject is a test of its own, so that no failure is lost. */
const casesOf = (report: Report): readonly TestCase[] => {
  const errors = { ...report, findings: report.findings.filter(({ severity }) => severity === 'error') };
  const named = report.subjects.map((subject) => asTest(subject.name, subject.place.file, findingsOf(errors, subject)));
  const loose = errors.findings.filter((finding) => !report.subjects.some((subject) => isIn(finding, subject)));
  return [
    ...named,
    ...loose.map((finding) => asTest(finding.code, finding.place.file, [finding])),
    ...(report.waived ?? []).map(asSkipped),
  ];
};

const countFailed = (cases: readonly TestCase[]): number => cases.filter(({ failures }) => failures.length > 0).length;

const suiteText = (file: string, cases: readonly TestCase[]): string => {
  const skipped = cases.filter((testCase) => testCase.skipped !== null).length;
  const counts = { tests: cases.length, failures: countFailed(cases), errors: 0, skipped };
  return [`  <testsuite${attributes({ name: file, ...counts })}>`, ...cases.map(caseText), '  </testsuite>'].join('\n');
};

/** For CI systems that read JUnit: one suite a file, one test a subject, a skipped test for what is waived. */
export const reportAsJunit = (report: Report): string => {
  const cases = casesOf(report);
  const files = [...new Set(cases.map(({ file }) => file))];
  const suites = files.map((file) =>
    suiteText(
      file,
      cases.filter((testCase) => testCase.file === file),
    ),
  );
  const totals = { name: `aftersale ${report.command}`, tests: cases.length, failures: countFailed(cases), errors: 0 };
  return ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites${attributes(totals)}>`, ...suites, '</testsuites>'].join('\n');
};
