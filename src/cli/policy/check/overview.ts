import type { AnalysisFinding, FloorPart } from '../../../policy/analysis/index.js';
import { counted } from '../../counted.js';

/** Fewer findings than these are read as quickly as their overview. */
const fewestToSum = 10;

const parts: Readonly<Record<FloorPart, string>> = {
  verdict: 'refusals',
  return: 'who pays the way back',
  outbound: 'the first delivery',
  replacement: 'who pays for the replacement',
  refund: 'how much comes back',
  remedies: 'the choice of remedies',
};

const aboutOf = ({ code, part }: AnalysisFinding): string =>
  code !== 'floor' ? code : part === undefined ? 'promised deadlines' : parts[part];

/** How often each word comes, the most frequent first. */
const tally = (words: readonly string[]): readonly (readonly [string, number])[] => {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([left, first], [right, second]) => second - first || (left < right ? -1 : 1));
};

/** What no rule is to blame for may be about all documents together. */
const nameOf = ({ document, rule }: AnalysisFinding): string =>
  rule !== null ? `${document}/${rule}` : document === '' ? 'all documents together' : document;

const lineOf = (name: string, findings: readonly AnalysisFinding[]): string => {
  const about = tally(findings.map(aboutOf)).map(([word, count]) => `${word} ${String(count)}`);
  return `${name}: ${about.join(', ')}`;
};

/** Many findings in few lines: what is found of which rule, those with the most first. Empty where there are few. */
export const overviewOf = (findings: readonly AnalysisFinding[]): readonly string[] => {
  if (findings.length < fewestToSum) return [];
  const names = tally(findings.map(nameOf));
  const rules = new Set(findings.filter(({ rule }) => rule !== null).map(nameOf));
  return [
    `${counted(findings.length, 'finding')} about ${counted(rules.size, 'rule')}:`,
    ...names.map(
      ([name]) =>
        `  ${lineOf(
          name,
          findings.filter((finding) => nameOf(finding) === name),
        )}`,
    ),
  ];
};
