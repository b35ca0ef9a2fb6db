import { counted } from '../counted.js';
import type { Colors } from '../terminal.js';
import {
  countOf,
  countWaived,
  findingsOf,
  placeText,
  subjectText,
  waiverText,
  type Finding,
  type Report,
  type Reporter,
  type Severity,
  type Waived,
} from './report.js';

const paint = (colors: Colors, severity: Severity): string =>
  ({ error: colors.red, warning: colors.yellow, note: colors.cyan })[severity](severity);

const renderFinding = (finding: Finding, colors: Colors): string => {
  const { severity, code, message, place, witness } = finding;
  return [
    `${paint(colors, severity)} ${colors.bold(code)} ${colors.dim(placeText(place))}`,
    ...[...subjectText(finding), ...message.split('\n')].map((line) => `  ${line}`),
    ...(witness === undefined ? [] : [`  ${colors.dim('for example')} ${witness}`]),
  ].join('\n');
};

/** What is accepted is to be seen, not to be read again each time: one line for all that one reason covers. */
const renderWaived = (all: readonly Waived[], colors: Colors): readonly string[] => {
  const lines = new Map<string, number>();
  for (const waived of all) {
    const line = `${waived.finding.code} ${placeText(waived.finding.place)}: ${waiverText(waived)}`;
    lines.set(line, (lines.get(line) ?? 0) + 1);
  }
  return [...lines].map(([line, count]) => colors.dim(`waived ${count === 1 ? '' : `${String(count)} × `}${line}`));
};

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

const renderOverview = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? [] : [...lines, '']);

/** For people: what was found, where, and the totals. */
export const createPrettyReporter =
  (colors: Colors): Reporter =>
  (report) =>
    [
      ...renderOverview(report.overview ?? []),
      ...report.findings.map((finding) => `${renderFinding(finding, colors)}\n`),
      ...renderWaived(report.waived ?? [], colors),
      ...report.notes.map((note) => colors.dim(note)),
      `${report.command}: ${renderTotals(report, colors)}`,
    ].join('\n');
