import type * as z from 'zod';
import { type analysisInput, analysisResult } from '../contract.js';
import { beside, compareTo, type Finding } from '../finding.js';
import { runProgram } from '../program.js';
import { tell } from '../progress.js';
import type { Scale } from '../scale.js';
import { medianOf, medianRatio } from '../statistics.js';

const group = 'Analysis: a policy of a shop that sells abroad, against the law and the marketplaces of every pack';

/** The policy that goals are about: as long as a careful seller writes. */
const usualRules = 30;
const usualGoalInSeconds = 2;
const largestGoalInSeconds = 30;
const steepestGrowth = 2;

/** A yardstick that is as fast as the machine: so many bare decisions by the same policy and packs. */
const decisionsBeside = 10_000;

type Analyzed = z.infer<typeof analysisResult> & { readonly rules: number };

const inSeconds = (microseconds: number): number => microseconds / 1_000_000;
const counted = (count: number): string => new Intl.NumberFormat('en').format(count);

const analyze = async (rules: number, { decidedCases }: Scale): Promise<Analyzed> => {
  tell(`checking a policy of ${String(rules)} rules`);
  const isUsual = rules === usualRules;
  const input = { rules, decisions: decidedCases, rounds: isUsual ? 3 : 1, withDiff: isUsual };
  const found = await runProgram({
    name: 'analysis',
    input: input satisfies z.infer<typeof analysisInput>,
    schema: analysisResult,
  });
  return { ...found, rules };
};

const secondsOf = ({ check }: Analyzed): number => inSeconds(medianOf(check));

const timed = (found: Analyzed, goalInSeconds: number | null): Finding => {
  const { rules, cells, findings, isComplete } = found;
  const what = `check of ${counted(rules)} rules`;
  const left = isComplete ? '' : ', the budget ended';
  const measured = `${secondsOf(found).toFixed(1)} s, ${counted(cells)} cells, ${counted(findings)} findings${left}`;
  if (goalInSeconds === null) return beside(group, what, measured);
  return { group, what, goal: `≤ ${String(goalInSeconds)} s`, measured, isMet: isComplete && secondsOf(found) <= goalInSeconds };
};

/** By which power of the number of rules the time grows between two sizes. */
const growthOf = (small: Analyzed, large: Analyzed): Finding => {
  const exponent = Math.log(secondsOf(large) / secondsOf(small)) / Math.log(large.rules / small.rules);
  return {
    group,
    what: `growth from ${counted(small.rules)} to ${counted(large.rules)} rules`,
    goal: 'at most quadratic',
    measured: `the power of ${exponent.toFixed(2)}`,
    isMet: exponent <= steepestGrowth,
  };
};

const besideUsual = (usual: Analyzed): readonly Finding[] => {
  const { check, diff, decision, rules, differences } = usual;
  const decisions = decision.map((each) => each * decisionsBeside);
  return [
    {
      group,
      what: `check of ${counted(rules)} rules, against ${counted(decisionsBeside)} decisions by the same policy and packs`,
      goal: '',
      measured: `${secondsOf(usual).toFixed(1)} s against ${inSeconds(medianOf(decisions)).toFixed(1)} s`,
      ratio: medianRatio(check, decisions),
    },
    compareTo({
      group,
      what: `diff of two policies of ${counted(rules)} rules, against check`,
      ratio: medianRatio(diff, check),
      atMost: 1,
      measured: `${inSeconds(medianOf(diff)).toFixed(1)} s, ${counted(differences)} differences`,
    }),
  ];
};

const goalOf = (rules: number): number | null =>
  rules === usualRules ? usualGoalInSeconds : rules >= 1000 ? largestGoalInSeconds : null;

/** `check` of policies of ever more rules, and `diff` of two. */
export const measureAnalysis = async (scale: Scale): Promise<readonly Finding[]> => {
  const analyzed: Analyzed[] = [];
  for (const rules of scale.analyzedRules) analyzed.push(await analyze(rules, scale));
  const usual = analyzed.find(({ rules }) => rules === usualRules);
  const growth = analyzed.flatMap((large, index) => {
    const small = analyzed[index - 1];
    return small === undefined ? [] : [growthOf(small, large)];
  });
  return [
    ...analyzed.map((found) => timed(found, goalOf(found.rules))),
    ...growth,
    ...(usual === undefined ? [] : besideUsual(usual)),
  ];
};
