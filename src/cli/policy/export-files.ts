import { exportPolicy, type ExportFormat } from '../../policy/export/export-policy.js';
import type { ExportSettings, Unexpressed } from '../../policy/export/published-terms.js';
import { placeIn } from '../../policy/document/source-map.js';
import type { Finding, Report } from '../reporters/report.js';
import { nameFiles } from './glob-files.js';
import { readPolicies } from './read-policies.js';

/** What could not be said, at the line of its rule. It is no fault of the policy. */
const toFinding = ({ rule, what, why }: Unexpressed, firstFile: string): Finding => {
  const about = { code: 'not-expressed', severity: 'note' as const };
  if (rule === null) return { ...about, message: `${what}: ${why}`, place: { file: firstFile } };
  const { file, line, column } = placeIn(rule.document, rule.path, 'key');
  return {
    ...about,
    message: what === 'rule' || what === rule.id ? why : `${what}: ${why}`,
    place: {
      file: file ?? firstFile,
      ...(line === null ? {} : { line }),
      ...(line === null || column === null ? {} : { column }),
    },
    subject: rule.id,
    data: { rule: rule.id, what, why },
  };
};

const byPlace = ({ place: left }: Finding, { place: right }: Finding): number =>
  left.file === right.file ? (left.line ?? Infinity) - (right.line ?? Infinity) || 0 : left.file < right.file ? -1 : 1;

export interface ExportedFiles {
  readonly document: object;
  /** How many policies the document holds. */
  readonly count: number;
  readonly report: Report;
}

/**
 * Writes the policy of some files in a published form.
 *
 * @throws PolicyDocumentError when a file is no policy.
 */
export const exportFiles = (
  given: readonly string[],
  settings: ExportSettings & { readonly format: ExportFormat },
): ExportedFiles => {
  const files = nameFiles(given).map(({ file }) => file);
  const { document, count, unexpressed } = exportPolicy(readPolicies(files), settings);
  const findings = unexpressed.map((one) => toFinding(one, files[0] ?? '')).sort(byPlace);
  const rules = new Map(findings.flatMap(({ subject, place }) => (subject === undefined ? [] : [[subject, place] as const])));
  const report = {
    command: 'policy export',
    subjects: [...rules].map(([name, place]) => ({ name, place })),
    findings,
    notes: [`${settings.format}: ${String(count)} written, ${String(findings.length)} things left out`],
    result: document,
  };
  return { document, count, report };
};
