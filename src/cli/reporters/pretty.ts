import type { Colors } from '../terminal.js';
import {
  countOf,
  countWaived,
  findingsOf,
  placeText,
  waiverText,
  type Finding,
  type Report,
  type Reporter,
  type Severity,
  type Waived,
} from './report.js';

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

/** One line: what is accepted is to be seen, not to be read again each time. */
const renderWaived = (waived: Waived, colors: Colors): string =>
  colors.dim(`waived ${waived.finding.code} ${placeText(waived.finding.place)}: ${waiverText(waived)}`);

const renderTotals = (report: Report, colors: Colors): string => {
  const passed = report.subjects.filter((subject) => findingsOf(report, subject).every(({ severity }) => severity !== 'error'));
  const [errors, warnings] = [countOf(report, 'error'), countOf(report, 'warning')];
  const waived = countWaived(report);
  const totals = [
    `${String(passed.length)} of ${String(report.subjects.length)} passed`,
    counted(errors, 'error'),
    counted(warnings, 'warning'),
    ...(waived === 0 ? [] : [`${String(waived)} waived`]),
  ].join(', ');
  return errors > 0 ? colors.red(totals) : colors.green(totals);
};

/** For people: what was found, where, and the totals. */
export const createPrettyReporter =
  (colors: Colors): Reporter =>
  (report) =>
    [
      ...report.findings.map((finding) => `${renderFinding(finding, colors)}\n`),
      ...(report.waived ?? []).map((waived) => renderWaived(waived, colors)),
      ...report.notes.map((note) => colors.dim(note)),
      `${report.command}: ${renderTotals(report, colors)}`,
    ].join('\n');
