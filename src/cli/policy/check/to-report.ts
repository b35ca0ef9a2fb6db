import type {
  AnalysisFinding,
  PolicyAnalysis,
  WaivedFinding,
  WaiverFinding,
  WaiversApplied,
} from '../../../policy/analysis/index.js';
import { rulePathOf, ruleIdsOf } from '../../../policy/document/rule-path.js';
import { placeIn } from '../../../policy/document/source-map.js';
import { inThousands } from '../../counted.js';
import type { Finding, Place, Report, Subject, Waived } from '../../reporters/report.js';
import { acceptanceOf } from './acceptance.js';
import type { OpenDocument, OpenedFiles } from './open-documents.js';
import { overviewOf } from './overview.js';
import { showWitness } from './show-witness.js';
import { heaviestFirst } from './weigh.js';

const placeOf = ({ file, origin }: OpenDocument, path: readonly PropertyKey[]): Place => {
  const { line, column } = placeIn(origin, path, 'key');
  return { file, ...(line === null ? {} : { line }), ...(line === null || column === null ? {} : { column }) };
};

const rulePlace = (open: OpenDocument, rule: string): Place => placeOf(open, rulePathOf(open.document, rule) ?? []);

/** One test a rule, and one for the document around them. */
const subjectsOf = (open: OpenDocument): readonly Subject[] => {
  const { id } = open.document;
  const rules = ruleIdsOf(open.document).map((rule) => ({ name: `${id}/${rule}`, place: rulePlace(open, rule) }));
  return [{ name: id, place: { file: open.file } }, ...rules];
};

/** Where the region says more than the sentence, it stands under it. */
const messageOf = ({ message, region }: AnalysisFinding): string =>
  region === '' || message.includes(region) ? message : `${message}\n${region}`;

/** Two documents may have one id: the same policy for other days. */
const isAbout = ({ document }: OpenDocument, { document: id, rule }: AnalysisFinding): boolean =>
  document.id === id && (rule === null || rulePathOf(document, rule) !== null);

const toFinding = (found: AnalysisFinding, documents: readonly OpenDocument[]): Finding => {
  const { code, severity, rule, part, countries, reasons, soldOn, region, witness, alsoShownBy } = found;
  const open = documents.length === 1 ? documents[0] : documents.find((one) => isAbout(one, found));
  const scope = {
    ...(part === undefined ? {} : { part }),
    countries,
    ...(reasons === undefined ? {} : { reasons }),
    ...(soldOn === undefined ? {} : { soldOn }),
  };
  const shown = { witness, ...(alsoShownBy === undefined ? {} : { alsoShownBy }) };
  const data = { document: found.document, rule, ...scope, region, ...shown };
  const rest = { ...(witness === null ? {} : { witness: showWitness(witness, found.message) }), data };
  const message = messageOf(found);
  if (open === undefined) return { code, severity, message, place: { file: documents[0]?.file ?? '' }, ...rest };
  const { id } = open.document;
  const place = rule === null ? placeOf(open, []) : rulePlace(open, rule);
  return { code, severity, message, place, subject: rule === null ? id : `${id}/${rule}`, ...rest };
};

const toWaived = ({ finding, waivers }: WaivedFinding, documents: readonly OpenDocument[]): Waived => {
  return { finding: toFinding(finding, documents), ...acceptanceOf(waivers) };
};

const ofWaiver = (found: WaiverFinding, documents: readonly OpenDocument[]): Finding => {
  const { code, severity, message, document, documentIndex, index } = found;
  const open = documents[documentIndex];
  const place = open === undefined ? { file: '' } : placeOf(open, ['waive', index]);
  return { code, severity, message, place, subject: document };
};

const notesOf = ({ horizon, cells, notes }: PolicyAnalysis): readonly string[] => [
  `Looked at the civil days from ${horizon.from} to ${horizon.to}, in ${inThousands(cells)} boxes of like cases.`,
  ...notes,
];

/** What an analysis found, as every reporter prints it. */
export const toReport = (
  documents: readonly OpenDocument[],
  analysis: PolicyAnalysis,
  { open, waived, aboutWaivers }: WaiversApplied,
): Report => ({
  command: 'policy check',
  subjects: documents.flatMap(subjectsOf),
  findings: [
    ...heaviestFirst(open).map((finding) => toFinding(finding, documents)),
    ...aboutWaivers.map((finding) => ofWaiver(finding, documents)),
  ],
  waived: waived.map((one) => toWaived(one, documents)),
  notes: notesOf(analysis),
  overview: overviewOf(open),
});

/** What is wrong with the documents themselves; nothing is analyzed before that is put right. */
export const toProblemReport = ({ documents, problems }: OpenedFiles): Report => ({
  command: 'policy check',
  subjects: [...new Set([...documents.map(({ file }) => file), ...problems.map(({ inFile }) => inFile)])].map((file) => ({
    name: file,
    place: { file },
  })),
  findings: problems.map(({ code, inFile, line, column, path, found, expected, suggestion }) => ({
    code,
    severity: 'error',
    message: `${path === '' ? '' : `${path}: `}${found}; expected ${expected}${suggestion === null ? '' : ` (did you mean '${suggestion}'?)`}`,
    place: { file: inFile, ...(line === null ? {} : { line }), ...(column === null ? {} : { column }) },
    subject: inFile,
  })),
  notes: ['Nothing was analyzed: the documents have to be readable first.'],
});
