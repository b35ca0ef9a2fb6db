import { findingSeverities, type AnalysisFinding } from '../../../policy/analysis/finding.js';

/** More than there are countries. */
const everywhere = 1000;

/** In how many places it holds: sites of marketplaces, or countries. */
const widthOf = ({ countries, soldOn = [], witness }: AnalysisFinding): number => {
  if (witness === null) return 0;
  if (soldOn.length > 0) return soldOn.length;
  return countries.length === 0 ? everywhere : countries.length;
};

const ruleOf = ({ document, rule }: AnalysisFinding): string => JSON.stringify([document, rule]);

const weightOf = (finding: AnalysisFinding): number =>
  (findingSeverities.length - findingSeverities.indexOf(finding.severity)) * 2 * everywhere + widthOf(finding);

/**
 * Findings as a person should meet them: errors before warnings before notes; of these those of the rule with the widest first, so that
 * what is wrong with one rule stays together; of these the widest first.
 */
export const heaviestFirst = (findings: readonly AnalysisFinding[]): readonly AnalysisFinding[] => {
  const kindOf = (finding: AnalysisFinding): string => `${finding.severity} ${ruleOf(finding)}`;
  const heaviest = new Map<string, number>();
  for (const finding of findings) heaviest.set(kindOf(finding), Math.max(heaviest.get(kindOf(finding)) ?? 0, weightOf(finding)));
  const weightOfKind = (finding: AnalysisFinding): number => heaviest.get(kindOf(finding)) ?? 0;
  const compareKinds = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
  return [...findings].sort(
    (left, right) =>
      weightOfKind(right) - weightOfKind(left) || compareKinds(kindOf(left), kindOf(right)) || weightOf(right) - weightOf(left),
  );
};
