import { expect, it } from 'vitest';
import { at, createCases } from '../../bench/policy/cases.js';
import { decideByHand } from '../../bench/policy/hand-written.js';
import { twelveRules } from '../../bench/policy/twelve-rules.js';
import { compilePolicy, decide } from '../../src/policy/index.js';

it('the policy written by hand, which decisions are raced against, gives the same decisions', () => {
  const policy = compilePolicy([twelveRules]);
  for (const facts of createCases(500)) expect(decide(policy, facts, at)).toEqual(decideByHand(facts, Date.parse(at.at)));
});
