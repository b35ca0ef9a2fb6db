import { findingsOf, placeText, type Finding, type Report } from './report.js';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

// Control characters are not allowed in XML 1.0 at all, not even escaped.
const notXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const escape = (text: string): string =>
  text
    .replace(notXml, '\uFFFD')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
    .replace(/\r?\n/g, '&#10;');

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escape(String(value))}"`)
    .join('');

interface TestCase {
  readonly name: string;
  readonly file: string;
  readonly failures: readonly Finding[];
}

const failureText = ({ code, message, place, witness }: Finding): string => {
  const example = witness === undefined ? '' : `\nfor example ${witness}`;
  return `      <failure${attributes({ type: code, message })}>${escape(`${placeText(place)}: ${message}${example}`)}</failure>`;
};

const caseText = ({ name, file, failures }: TestCase): string => {
  const head = `    <testcase${attributes({ name, classname: file })}`;
  return failures.length === 0 ? `${head}/>` : [`${head}>`, ...failures.map(failureText), '    </testcase>'].join('\n');
};

/** What was found outside any subject is a test of its own, so that no failure is lost. */
const casesOf = (report: Report): readonly TestCase[] => {
  const errors = { ...report, findings: report.findings.filter(({ severity }) => severity === 'error') };
  const named = report.subjects.map((subject) => ({
    name: subject.name,
    file: subject.place.file,
    failures: findingsOf(errors, subject),
  }));
  const known = new Set(report.subjects.map(({ name }) => name));
  const loose = errors.findings.filter(({ subject }) => subject === undefined || !known.has(subject));
  return [...named, ...loose.map((finding) => ({ name: finding.code, file: finding.place.file, failures: [finding] }))];
};

const suiteText = (file: string, cases: readonly TestCase[]): string => {
  const failures = cases.filter((testCase) => testCase.failures.length > 0).length;
  const head = `  <testsuite${attributes({ name: file, tests: cases.length, failures, errors: 0, skipped: 0 })}>`;
  return [head, ...cases.map(caseText), '  </testsuite>'].join('\n');
};

/** For CI systems that read JUnit: one suite a file, one test a subject. */
export const reportAsJunit = (report: Report): string => {
  const cases = casesOf(report);
  const files = [...new Set(cases.map(({ file }) => file))];
  const failures = cases.filter((testCase) => testCase.failures.length > 0).length;
  const suites = files.map((file) =>
    suiteText(
      file,
      cases.filter((testCase) => testCase.file === file),
    ),
  );
  const head = `<testsuites${attributes({ name: `aftersale ${report.command}`, tests: cases.length, failures })}>`;
  return ['<?xml version="1.0" encoding="UTF-8"?>', head, ...suites, '</testsuites>'].join('\n');
};
