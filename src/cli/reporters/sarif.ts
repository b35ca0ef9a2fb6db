import { fullText, waiverText, type Finding, type Place, type Report, type Waived } from './report.js';

/** Half of a surrogate pair is no character, and a URI has no way to write it. */
const uriOf = (file: string): string =>
  file
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .split(/[\\/]/)
    .map(encodeURIComponent)
    .join('/');

const locationOf = ({ file, line, column }: Place): object => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(file) },
    ...(line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } }),
  },
});

const resultOf = (finding: Finding, rules: readonly string[]): object => ({
  ruleId: finding.code,
  ruleIndex: rules.indexOf(finding.code),
  level: finding.severity,
  message: { text: fullText(finding) },
  locations: [locationOf(finding.place)],
  ...(finding.data === undefined ? {} : { properties: finding.data }),
});

/** Code scanning shows a suppressed result as closed, with the reason. */
const suppressed = (waived: Waived, rules: readonly string[]): object => ({
  ...resultOf(waived.finding, rules),
  suppressions: [{ kind: 'inSource', justification: waiverText(waived) }],
});

/** For code scanning: SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/). */
export const createSarifReporter =
  (version: string) =>
  ({ findings, waived = [] }: Report): string => {
    const all = [...findings, ...waived.map(({ finding }) => finding)];
    const rules = [...new Set(all.map(({ code }) => code))].sort();
    const driver = { name: 'aftersale', version, rules: rules.map((id) => ({ id })) };
    const results = [...findings.map((finding) => resultOf(finding, rules)), ...waived.map((one) => suppressed(one, rules))];
    const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results };
    return JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, null, 2);
  };
