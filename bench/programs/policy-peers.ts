import { isDeepStrictEqual } from 'node:util';
import { compilePolicy, decide } from '../../src/policy/index.js';
import { policyInput, type Series } from '../contract.js';
import { answerFrom, answerIn } from '../policy/answer.js';
import { at, createCases } from '../policy/cases.js';
import { decideByHand } from '../policy/hand-written.js';
import { selectByJsonLogic } from '../policy/json-logic.js';
import { selectByJsonRules } from '../policy/json-rules-engine.js';
import { prepare, type PreparedCase } from '../policy/prepared-case.js';
import { prepareScene, selectRules } from '../policy/selection.js';
import { twelveRules } from '../policy/twelve-rules.js';
import { selectByZen } from '../policy/zen.js';
import { processorTimeSince } from '../statistics.js';
import { answer, readInput } from './program.js';

/**
 * Rule engines beside ours. They say which rules apply to a case prepared for them, so that is raced; and since nobody needs only
 * that, a decision is raced too, which with them is: prepare the case, ask the engine, write the decision by hand.
 */

const { cases: count, ...length } = readInput(policyInput);
const cases = createCases(count);
const policy = compilePolicy([twelveRules]);
const now = Date.parse(at.at);
const prepared = cases.map(prepare);
const scenes = cases.map((facts) => prepareScene(policy, facts));

type Select = (found: PreparedCase) => ReadonlySet<string> | Promise<ReadonlySet<string>>;
const peers: Readonly<Record<string, Select>> = {
  'json-rules-engine': selectByJsonRules,
  'json-logic-js': selectByJsonLogic,
  '@gorules/zen-engine': selectByZen,
};

const check = async (): Promise<void> => {
  for (const [index, found] of prepared.entries()) {
    const [scene, facts] = [scenes[index], cases[index]];
    if (scene === undefined || facts === undefined) throw new Error('a case is missing');
    const ours = new Set(selectRules(policy, scene).map(({ rule }) => rule.id));
    const decided = answerIn(decide(policy, facts, at));
    for (const [name, select] of Object.entries(peers)) {
      const rules = await select(found);
      const isSame =
        isDeepStrictEqual(rules, ours) &&
        isDeepStrictEqual(
          answerFrom(found, (rule) => rules.has(rule)),
          decided,
        );
      if (!isSame) throw new Error(`case ${String(index)}: ${name} gives another answer`);
    }
  }
};

type Turn = (index: number) => Promise<unknown> | undefined;

/** Microseconds for each case. Some peers only answer in promises, so these are awaited; ours is none. */
const time = async (turn: Turn): Promise<number> => {
  const before = process.cpuUsage();
  let turns = 0;
  for (; processorTimeSince(before) < length.roundInMs * 1000; turns += 1)
    for (let index = 0; index < count; index += 1) {
      const pending = turn(index);
      if (pending !== undefined) await pending;
    }
  return processorTimeSince(before) / turns / count;
};

const raceTurns = async (what: string, ours: Turn, theirs: Turn): Promise<Series> => {
  const series: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let round = 0; round <= length.rounds; round += 1) {
    const [our, their] = [await time(ours), await time(theirs)];
    if (round === 0) continue;
    series.ours.push(our);
    series.theirs.push(their);
  }
  return { what, bytes: 0, ...series };
};

const ourSelection: Turn = (index) => {
  const scene = scenes[index];
  if (scene !== undefined) selectRules(policy, scene);
  return undefined;
};

const selectionBy =
  (select: Select): Turn =>
  (index) => {
    const found = prepared[index];
    const pending = found === undefined ? undefined : select(found);
    return pending instanceof Promise ? pending : undefined;
  };

const ourDecision: Turn = (index) => {
  const facts = cases[index];
  if (facts !== undefined) decide(policy, facts, at);
  return undefined;
};

const decisionBy =
  (select: Select): Turn =>
  (index) => {
    const facts = cases[index];
    if (facts === undefined) return undefined;
    const pending = select(prepare(facts));
    if (pending instanceof Promise) return pending.then(() => decideByHand(facts, now));
    decideByHand(facts, now);
    return undefined;
  };

await check();
const [selection, decision]: [Series[], Series[]] = [[], []];
for (const [name, select] of Object.entries(peers)) {
  selection.push(await raceTurns(name, ourSelection, selectionBy(select)));
  decision.push(await raceTurns(name, ourDecision, decisionBy(select)));
}
answer({ selection, decision });
process.exit(0);
