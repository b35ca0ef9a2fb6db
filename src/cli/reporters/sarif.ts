import type { Finding, Place, Report } from './report.js';

const uriOf = (file: string): string => file.split(/[\\/]/).map(encodeURIComponent).join('/');

const locationOf = ({ file, line, column }: Place): object => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(file) },
    ...(line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } }),
  },
});

const resultOf = ({ code, severity, message, place, subject, witness }: Finding, rules: readonly string[]): object => ({
  ruleId: code,
  ruleIndex: rules.indexOf(code),
  level: severity,
  message: {
    text: [
      ...(subject === undefined ? [] : [subject]),
      message,
      ...(witness === undefined ? [] : [`for example ${witness}`]),
    ].join('\n'),
  },
  locations: [locationOf(place)],
});

/** For code scanning: SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/). */
export const createSarifReporter =
  (version: string) =>
  ({ findings }: Report): string => {
    const rules = [...new Set(findings.map(({ code }) => code))].sort();
    const driver = { name: 'aftersale', version, rules: rules.map((id) => ({ id })) };
    const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results: findings.map((finding) => resultOf(finding, rules)) };
    return JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2);
  };
