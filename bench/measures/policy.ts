import { policyResult, type Series } from '../contract.js';
import { beside, compareTo, type Finding } from '../finding.js';
import { runProgram } from '../program.js';
import { tell } from '../progress.js';
import type { Scale } from '../scale.js';
import { medianOf, medianRatio } from '../statistics.js';

const group = 'Decisions: twelve rules, the same cases and answers';

/** How many times faster than each peer a decision is to be. */
const goals: Readonly<Record<string, number>> = { 'json-rules-engine': 100, 'json-logic-js': 20, '@gorules/zen-engine': 50 };

const each = (values: readonly number[]): string => `${medianOf(values).toFixed(2)} µs`;

const toFinding = ({ what, ours, theirs }: Series): Finding => {
  const goal = goals[what];
  const ratio = 1 / medianRatio(ours, theirs);
  const measured = `${each(ours)} a decision, ${each(theirs)} theirs`;
  if (goal === undefined) return beside(group, what, measured);
  return { group, what: `${what}, facts prepared for it`, goal: `≥ ${String(goal)} ×`, measured, ratio, isMet: ratio >= goal };
};

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length * share)] ?? Number.NaN;

/** A decision against the same work done by rule engines and by hand, and how it grows with the rules. */
export const measurePolicy = async ({ parserRounds, roundInMs, decidedCases, manyRules }: Scale): Promise<readonly Finding[]> => {
  tell('deciding');
  const input = { cases: decidedCases, rounds: parserRounds, roundInMs, manyRules };
  const { series, compile, single, count } = await runProgram({ name: 'policy', input, schema: policyResult });
  const [byHand, ...others] = [...series];
  const grown = others.pop();
  if (byHand === undefined || grown === undefined) throw new Error('the races of the policy are missing');
  const perCase = (values: readonly number[]): string => each(values.map((value) => value / count));
  const [middle, slow] = [percentile(single, 0.5), percentile(single, 0.99)];
  const [small = Number.NaN, large = Number.NaN] = compile;
  const rules = String(manyRules);
  return [
    compareTo({
      group,
      what: 'a function written by hand, which trusts its facts',
      ratio: medianRatio(byHand.ours, byHand.theirs),
      atMost: 5,
      measured: `${perCase(byHand.ours)} a decision, ${perCase(byHand.theirs)} by hand`,
    }),
    ...others.map(toFinding),
    compareTo({
      group,
      what: `${rules} rules against 12, two of them apply`,
      ratio: medianRatio(grown.ours, grown.theirs),
      atMost: 2,
      measured: `${perCase(grown.ours)} against ${perCase(grown.theirs)}`,
    }),
    compareTo({
      group,
      what: `compiling ${rules} rules against 300`,
      ratio: large / small,
      atMost: 30,
      measured: `${(large / 1000).toFixed(0)} ms against ${(small / 1000).toFixed(0)} ms`,
    }),
    compareTo({
      group,
      what: 'the slowest of a hundred against the middle one',
      ratio: slow / middle,
      atMost: 20,
      measured: `${slow.toFixed(1)} µs against ${middle.toFixed(1)} µs`,
    }),
  ];
};
