import type * as z from 'zod';
import { caseTextResult, deadlineResult, decisionResult, peerResult, type Series } from '../contract.js';
import { compareTo, type Finding } from '../finding.js';
import { runProgram } from '../program.js';
import { tell } from '../progress.js';
import type { Scale } from '../scale.js';
import { medianOf, medianRatio } from '../statistics.js';
import { withShop } from '../world.js';

const decisions = 'Decisions: twelve rules, against the same decisions written by hand';
const selections = 'Which of twelve rules apply, facts prepared for each side';
const wholeWork = 'The same decisions, with a rule engine inside a function written by hand';
const days = 'Fourteen business days with holidays and a zone, against date-fns and @date-fns/tz day by day';
const readCases = 60;
const texts = 'From the text of a case to its decision';

const each = (values: readonly number[]): string => `${medianOf(values).toFixed(2)} µs`;

interface Faster {
  readonly group: string;
  readonly what: string;
  readonly atLeast: number | null;
  readonly series: Series;
  /** What one turn of the series went through. */
  readonly count: number;
}

/** How many times faster ours is. */
const fasterThan = ({ group, what, atLeast, series: { ours, theirs }, count }: Faster): Finding => {
  const ratio = 1 / medianRatio(ours, theirs);
  const perCase = (values: readonly number[]): string => each(values.map((value) => value / count));
  const measured = `${perCase(ours)}, theirs ${perCase(theirs)}`;
  if (atLeast === null) return { group, what, goal: '', measured, ratio };
  return { group, what, goal: `≥ ${String(atLeast)} ×`, measured, ratio, isMet: ratio >= atLeast };
};

const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length * share)] ?? Number.NaN;

type Decided = z.infer<typeof decisionResult>;

const againstHand = ({ count, byHand, everyPack, muchUntold, many }: Decided, rules: string): readonly Finding[] => {
  const compare = (what: string, { ours, theirs }: Series, atMost: number): Finding => {
    const perCase = (values: readonly number[]): string => each(values.map((value) => value / count));
    const measured = `${perCase(ours)} against ${perCase(theirs)}`;
    return compareTo({ group: decisions, what, ratio: medianRatio(ours, theirs), atMost, measured });
  };
  const untold = fasterThan({ group: decisions, what: '', atLeast: null, series: muchUntold, count });
  return [
    compare('the same decision as JSON; by hand the facts are trusted', byHand, 5),
    compare('every pack of law and marketplaces besides, facts told in full', everyPack, 10),
    {
      ...untold,
      what: 'every pack, and facts left out: each case decided in four to eight ways',
      ratio: medianRatio(muchUntold.ours, muchUntold.theirs),
    },
    compare(`${rules} rules against 12, two of them apply`, many, 2),
  ];
};

const compiling = ({ compile, single }: Decided, rules: string): readonly Finding[] => {
  const [small = Number.NaN, large = Number.NaN] = compile;
  const [middle, slow] = [percentile(single, 0.5), percentile(single, 0.99)];
  return [
    compareTo({
      group: decisions,
      what: `compiling ${rules} rules against 300`,
      ratio: large / small,
      atMost: 30,
      measured: `${(large / 1000).toFixed(0)} ms against ${(small / 1000).toFixed(0)} ms`,
    }),
    compareTo({
      group: decisions,
      what: 'the slowest of a hundred against the middle one',
      ratio: slow / middle,
      atMost: 20,
      measured: `${slow.toFixed(1)} µs against ${middle.toFixed(1)} µs`,
    }),
  ];
};

/** How many times faster than each peer it is to be. */
const peerGoals: Readonly<Record<string, number>> = { 'json-rules-engine': 100, 'json-logic-js': 20, '@gorules/zen-engine': 50 };

const againstPeers = ({ selection, decision }: z.infer<typeof peerResult>): readonly Finding[] => [
  ...selection.map((series) =>
    fasterThan({ group: selections, what: series.what, atLeast: peerGoals[series.what] ?? null, series, count: 1 }),
  ),
  ...decision.map((series) => fasterThan({ group: wholeWork, what: series.what, atLeast: null, series, count: 1 })),
];

const dayGoals = [
  { what: 'the last instant of the last day', atLeast: 100 },
  { what: 'the last day alone, from the first one', atLeast: 1000 },
];

const againstDateFns = ({ count, series }: z.infer<typeof deadlineResult>): readonly Finding[] =>
  series.map((found, index) => {
    const { what, atLeast } = dayGoals[index] ?? { what: found.what, atLeast: 0 };
    return fasterThan({ group: days, what, atLeast, series: found, count });
  });

const againstParsing = ({ count, series }: z.infer<typeof caseTextResult>): readonly Finding[] =>
  series.map(({ bytes, ours, theirs }) =>
    compareTo({
      group: texts,
      what: `checked, translated and decided with its deadlines, against parsing it without loss (${(bytes / 1024).toFixed(1)} kB)`,
      ratio: medianRatio(ours, theirs),
      atMost: 3,
      measured: `${each(ours.map((value) => value / count))} against ${each(theirs.map((value) => value / count))}`,
    }),
  );

/** Decisions against the same work done by hand, by rule engines, by date libraries and by parsers. */
export const measurePolicy = async ({ parserRounds, roundInMs, decidedCases, manyRules }: Scale): Promise<readonly Finding[]> => {
  const input = { cases: decidedCases, rounds: parserRounds, roundInMs, manyRules };
  const rules = String(manyRules);
  tell('deciding');
  const decided = await runProgram({ name: 'policy', input, schema: decisionResult });
  tell('asking rule engines');
  const peers = await runProgram({ name: 'policy-peers', input, schema: peerResult });
  tell('counting days');
  const counted = await runProgram({ name: 'policy-days', input, schema: deadlineResult });
  tell('reading, checking and deciding cases');
  const read = await withShop(readCases, (shop) =>
    runProgram({ name: 'case-text', input: { shop, rounds: parserRounds, roundInMs }, schema: caseTextResult }),
  );
  return [
    ...againstHand(decided, rules),
    ...compiling(decided, rules),
    ...againstPeers(peers),
    ...againstDateFns(counted),
    ...againstParsing(read),
  ];
};
