import type { Colors } from '../terminal.js';
import { countOf, findingsOf, placeText, type Finding, type Report, type Reporter, type Severity } from './report.js';

const paint = (colors: Colors, severity: Severity): string =>
  ({ error: colors.red, warning: colors.yellow, note: colors.cyan })[severity](severity);

const counted = (count: number, word: string): string => `${String(count)} ${word}${count === 1 ? '' : 's'}`;

const renderFinding = ({ severity, code, message, place, subject, witness }: Finding, colors: Colors): string =>
  [
    `${paint(colors, severity)} ${colors.bold(code)} ${colors.dim(placeText(place))}`,
    ...(subject === undefined ? [] : [`  ${subject}`]),
    ...message.split('\n').map((line) => `  ${line}`),
    ...(witness === undefined ? [] : [`  ${colors.dim('for example')} ${witness}`]),
  ].join('\n');

const renderTotals = (report: Report, colors: Colors): string => {
  const passed = report.subjects.filter((subject) => findingsOf(report, subject).every(({ severity }) => severity !== 'error'));
  const [errors, warnings] = [countOf(report, 'error'), countOf(report, 'warning')];
  const totals = `${String(passed.length)} of ${String(report.subjects.length)} passed, ${counted(errors, 'error')}, ${counted(warnings, 'warning')}`;
  return errors > 0 ? colors.red(totals) : colors.green(totals);
};

/** For people: what was found, where, and the totals. */
export const createPrettyReporter =
  (colors: Colors): Reporter =>
  (report) =>
    [
      ...report.findings.map((finding) => `${renderFinding(finding, colors)}\n`),
      ...report.notes.map((note) => colors.dim(note)),
      `${report.command}: ${renderTotals(report, colors)}`,
    ].join('\n');
