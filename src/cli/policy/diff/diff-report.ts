import type { PolicyDiff, PolicyDifference, SellerEffect, BuyerEffect } from '../../../policy/analysis/index.js';
import { countryCodes } from '../../../policy/calendar/country-zones.js';
import { showCountries } from '../../../policy/analysis/words/country-groups.js';
import { rulePathOf } from '../../../policy/document/rule-path.js';
import { placeIn } from '../../../policy/document/source-map.js';
import { inThousands } from '../../counted.js';
import type { Finding, Place, Report, Severity } from '../../reporters/report.js';
import type { OpenDocument } from '../check/open-documents.js';
import { showCase } from '../check/show-witness.js';

export const failOnWords = ['none', 'worse', 'better', 'any'] as const;
/** Which differences a pipeline is to refuse. */
export type FailOn = (typeof failOnWords)[number];

/** The documents of both sides. */
export interface DiffedFiles {
  readonly before: readonly OpenDocument[];
  readonly after: readonly OpenDocument[];
}

const codes: Readonly<Record<BuyerEffect, string>> = {
  better: 'better-for-buyer',
  worse: 'worse-for-buyer',
  mixed: 'mixed-for-buyer',
  same: 'other-answer',
};

const isRefused = (buyer: BuyerEffect, failOn: FailOn): boolean =>
  failOn === 'any' || (failOn !== 'none' && (buyer === failOn || buyer === 'mixed'));

const severityOf = ({ buyer }: PolicyDifference, failOn: FailOn): Severity =>
  isRefused(buyer, failOn) ? 'error' : buyer === 'worse' || buyer === 'mixed' ? 'warning' : 'note';

const buyerWords: Readonly<Record<BuyerEffect, string>> = {
  better: 'better for the buyer',
  worse: 'worse for the buyer',
  mixed: 'partly better, partly worse for the buyer',
  same: 'no better and no worse for the buyer',
};

const sellerWords: Readonly<Record<SellerEffect, string>> = {
  cheaper: 'cheaper for the seller',
  dearer: 'dearer for the seller',
  mixed: 'partly cheaper, partly dearer for the seller',
  same: 'no matter of money for the seller',
};

const partWords: Readonly<Record<PolicyDifference['part'], string>> = {
  verdict: 'accepted',
  return: 'the way back',
  outbound: 'the first delivery',
  replacement: 'the way of a replacement',
  refund: 'refund',
  remedies: 'remedies',
  deadlines: 'deadlines',
};

const messageOf = (found: PolicyDifference): string => {
  const { part, region, buyer, seller, before, after, hiddenIn } = found;
  return [
    region === '' ? 'every case' : region,
    `${partWords[part]}: ${before.says} → ${after.says}`,
    `${buyerWords[buyer]}, ${sellerWords[seller]}`,
    ...(hiddenIn.length === 0
      ? []
      : [`no effect for consumers in ${showCountries(hiddenIn, countryCodes())}: law gives the same`]),
  ].join('\n');
};

const rulePlace = (documents: readonly OpenDocument[], rules: readonly string[]): Place | null => {
  for (const { file, origin, document } of documents) {
    for (const rule of rules) {
      const path = rulePathOf(document, rule);
      if (path === null) continue;
      const { line, column } = placeIn(origin, path, 'key');
      return { file, ...(line === null ? {} : { line }), ...(line === null || column === null ? {} : { column }) };
    }
  }
  return null;
};

/** The rule that says it now; what nobody says any more stands in the older file. */
const placeOf = ({ before, after }: PolicyDifference, files: DiffedFiles): Place =>
  rulePlace(files.after, after.rules) ?? rulePlace(files.before, before.rules) ?? { file: files.after[0]?.file ?? '' };

const nameOf = ({ after }: DiffedFiles): string => after.map(({ document }) => document.id).join('+');

const showWitness = ({ witness }: PolicyDifference): string =>
  `${showCase({ ...witness, says: witness.after, demands: null, because: [] })}: ${witness.before} → ${witness.after}`;

const toFinding = (found: PolicyDifference, files: DiffedFiles, failOn: FailOn): Finding => ({
  code: codes[found.buyer],
  severity: severityOf(found, failOn),
  message: messageOf(found),
  place: placeOf(found, files),
  subject: nameOf(files),
  witness: showWitness(found),
  data: { ...found },
});

const incomplete = (files: DiffedFiles): Finding => ({
  code: 'analysis-incomplete',
  severity: 'error',
  message: 'the cell budget ended first, so there may be more differences: raise it with --cell-budget',
  place: { file: files.after[0]?.file ?? '' },
  subject: nameOf(files),
});

const notesOf = ({ differences, hidden, horizon, cells, isComplete, notes }: PolicyDiff): readonly string[] => [
  ...(differences.length === 0 && isComplete ? ['no difference'] : []),
  ...hidden.map(
    ({ region, before, after, part }) =>
      `without effect, as law or a marketplace gives the same everywhere: ${region === '' ? 'every case' : region}, ${partWords[part]}: ${before.says} → ${after.says}`,
  ),
  `looked at the civil days from ${horizon.from} to ${horizon.to}, in ${inThousands(cells)} boxes and cases`,
  ...notes,
];

/** What two policies answer differently, as every reporter prints it. */
export const toReport = (diff: PolicyDiff, files: DiffedFiles, failOn: FailOn): Report => ({
  command: 'policy diff',
  subjects: [{ name: nameOf(files), place: { file: files.after[0]?.file ?? '' } }],
  findings: [
    ...(diff.isComplete ? [] : [incomplete(files)]),
    ...diff.differences.map((found) => toFinding(found, files, failOn)),
  ],
  notes: notesOf(diff),
  result: diff,
});
