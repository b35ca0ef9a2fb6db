import { fullText, type Finding, type Report } from './report.js';

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions: data and properties escape differently. */
const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

const commandOf = { error: 'error', warning: 'warning', note: 'notice' } as const;

const annotation = (finding: Finding): string => {
  const { severity, code, place } = finding;
  const properties = [
    `file=${escapeProperty(place.file)}`,
    ...(place.line === undefined ? [] : [`line=${String(place.line)}`]),
    ...(place.line === undefined || place.column === undefined ? [] : [`col=${String(place.column)}`]),
    `title=${escapeProperty(code)}`,
  ];
  return `::${commandOf[severity]} ${properties.join(',')}::${escapeData(fullText(finding))}`;
};

/** For GitHub Actions: an annotation for each finding, shown at its line in the pull request. What is waived asks nobody for anything. */
export const reportForGithub = ({ findings }: Report): string => findings.map(annotation).join('\n');
