import { isDeepStrictEqual } from 'node:util';
import { compilePolicy, decide, type CaseFacts } from '../../src/policy/index.js';
import { allPacks } from '../../src/policy/packs/index.js';
import { policyInput, type Series } from '../contract.js';
import { at, createCases, toldInFull } from '../policy/cases.js';
import { decideByHand } from '../policy/hand-written.js';
import { manyRules, ofTheFirstRule } from '../policy/many-rules.js';
import { twelveRules } from '../policy/twelve-rules.js';
import { processorTimeSince } from '../statistics.js';
import { answer, readInput } from './program.js';
import { race } from './race.js';

/** Decisions against the same twelve rules written by hand: with them alone, with every pack, and how they grow with the rules. */

const { cases: count, ...length } = readInput(policyInput);
const cases = createCases(count);
const told = cases.map(toldInFull);
const policy = compilePolicy([twelveRules]);
const everyPack = compilePolicy([twelveRules], { packs: allPacks });
const now = Date.parse(at.at);

const decideAll = (each: typeof policy, facts: readonly CaseFacts[]): void => {
  for (const found of facts) decide(each, found, at);
};

const check = (): void => {
  for (const [index, facts] of cases.entries())
    if (!isDeepStrictEqual(decideByHand(facts, now), decide(policy, facts, at)))
      throw new Error(`case ${String(index)}: by hand it is another decision`);
};

const raceByHand = (what: string, each: typeof policy, facts: readonly CaseFacts[]): Series =>
  race(
    { what, bytes: 0, ours: () => decideAll(each, facts), theirs: () => cases.forEach((found) => decideByHand(found, now)) },
    length,
  );

const [few, many] = [compilePolicy([manyRules(12)]), compilePolicy([manyRules(length.manyRules)])];
const narrow = cases.map(ofTheFirstRule);
const oneAfterTheOther = (): readonly number[] =>
  cases.map((facts) => {
    const before = process.hrtime.bigint();
    decide(policy, facts, at);
    return Number(process.hrtime.bigint() - before) / 1000;
  });

check();
answer({
  count,
  byHand: raceByHand('by hand', policy, cases),
  everyPack: raceByHand('every pack', everyPack, told),
  muchUntold: raceByHand('much untold', everyPack, cases),
  many: race({ what: 'many rules', bytes: 0, ours: () => decideAll(many, narrow), theirs: () => decideAll(few, narrow) }, length),
  compile: [300, length.manyRules].map((rules) => {
    const document = manyRules(rules);
    const before = process.cpuUsage();
    compilePolicy([document]);
    return processorTimeSince(before);
  }),
  single: Array.from({ length: length.rounds }, oneAfterTheOther).flat(),
});
process.exit(0);
