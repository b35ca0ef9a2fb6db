import type { Finding, Report } from './report.js';

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions: data and properties escape differently. */
const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

const commandOf = { error: 'error', warning: 'warning', note: 'notice' } as const;

const annotation = ({ severity, code, message, place, subject, witness }: Finding): string => {
  const properties = [
    `file=${escapeProperty(place.file)}`,
    ...(place.line === undefined ? [] : [`line=${String(place.line)}`]),
    ...(place.line === undefined || place.column === undefined ? [] : [`col=${String(place.column)}`]),
    `title=${escapeProperty(code)}`,
  ];
  const text = [
    ...(subject === undefined ? [] : [subject]),
    message,
    ...(witness === undefined ? [] : [`for example ${witness}`]),
  ];
  return `::${commandOf[severity]} ${properties.join(',')}::${escapeData(text.join('\n'))}`;
};

/** For GitHub Actions: an annotation for each finding, shown at its line in the pull request. */
export const reportForGithub = ({ findings }: Report): string => findings.map(annotation).join('\n');
