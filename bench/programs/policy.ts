import { isDeepStrictEqual } from 'node:util';
import { compilePolicy, decide, type CaseFacts } from '../../src/policy/index.js';
import { policyInput } from '../contract.js';
import { answerIn, type Answer } from '../policy/answer.js';
import { at, createCases } from '../policy/cases.js';
import { decideByHand } from '../policy/hand-written.js';
import { decideByJsonLogic } from '../policy/json-logic.js';
import { decideByJsonRules } from '../policy/json-rules-engine.js';
import { manyRules, ofTheFirstRule } from '../policy/many-rules.js';
import { prepare, type PreparedCase } from '../policy/prepared-case.js';
import { twelveRules } from '../policy/twelve-rules.js';
import { decideByZen } from '../policy/zen.js';
import { processorTimeSince } from '../statistics.js';
import { answer, readInput } from './program.js';
import { race } from './race.js';

/** Decisions side by side: the same cases, the same answers, checked before anything is timed. */

const { cases: count, ...length } = readInput(policyInput);
const cases = createCases(count);
const prepared = cases.map(prepare);
const policy = compilePolicy([twelveRules]);
const now = Date.parse(at.at);

const decideAll = (each: typeof policy, facts: readonly CaseFacts[]): void => {
  for (const found of facts) decide(each, found, at);
};

type Peer = (found: PreparedCase) => Answer | Promise<Answer>;
const peers: Readonly<Record<string, Peer>> = {
  'json-rules-engine': decideByJsonRules,
  'json-logic-js': decideByJsonLogic,
  '@gorules/zen-engine': decideByZen,
};

const check = async (): Promise<void> => {
  for (const [index, facts] of cases.entries()) {
    const ours = decide(policy, facts, at);
    if (!isDeepStrictEqual(decideByHand(facts, now), ours))
      throw new Error(`case ${String(index)}: by hand it is another decision`);
    for (const [name, peer] of Object.entries(peers)) {
      const found = prepared[index];
      if (found !== undefined && !isDeepStrictEqual(await peer(found), answerIn(ours)))
        throw new Error(`case ${String(index)}: ${name} gives another answer`);
    }
  }
};

/** Microseconds for each case. Some peers only answer in promises, so all of them are awaited; ours is not. */
const timePeer = async (peer: Peer): Promise<number> => {
  const before = process.cpuUsage();
  let turns = 0;
  for (; processorTimeSince(before) < length.roundInMs * 1000; turns += 1)
    for (const found of prepared) {
      const pending = peer(found);
      if (pending instanceof Promise) await pending;
    }
  return processorTimeSince(before) / turns / cases.length;
};

const racePeer = async (what: string, peer: Peer): Promise<ReturnType<typeof race>> => {
  const series: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let round = 0; round <= length.rounds; round += 1) {
    const before = process.cpuUsage();
    let turns = 0;
    for (; processorTimeSince(before) < length.roundInMs * 1000; turns += 1) decideAll(policy, cases);
    const ours = processorTimeSince(before) / turns / cases.length;
    const theirs = await timePeer(peer);
    if (round > 0) {
      series.ours.push(ours);
      series.theirs.push(theirs);
    }
  }
  return { what, bytes: 0, ...series };
};

const [few, many] = [compilePolicy([manyRules(12)]), compilePolicy([manyRules(length.manyRules)])];
const narrow = cases.map(ofTheFirstRule);
const oneAfterTheOther = (): readonly number[] =>
  cases.map((facts) => {
    const before = process.hrtime.bigint();
    decide(policy, facts, at);
    return Number(process.hrtime.bigint() - before) / 1000;
  });

await check();
const byHand = race(
  {
    what: 'by hand',
    bytes: 0,
    ours: () => decideAll(policy, cases),
    theirs: () => cases.forEach((facts) => decideByHand(facts, now)),
  },
  length,
);
const byPeers = [];
for (const [name, peer] of Object.entries(peers)) byPeers.push(await racePeer(name, peer));
answer({
  count,
  series: [
    byHand,
    ...byPeers,
    race({ what: 'many rules', bytes: 0, ours: () => decideAll(many, narrow), theirs: () => decideAll(few, narrow) }, length),
  ],
  compile: [300, length.manyRules].map((rules) => {
    const document = manyRules(rules);
    const before = process.cpuUsage();
    compilePolicy([document]);
    return processorTimeSince(before);
  }),
  single: Array.from({ length: length.rounds }, oneAfterTheOther).flat(),
});
process.exit(0);
