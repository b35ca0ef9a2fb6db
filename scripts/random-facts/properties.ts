import { isDeepStrictEqual } from 'node:util';
import type { Policy, Refund, ReturnDecision, RightDecision } from '../../src/policy/index.js';
import { decideAnything } from '../../src/policy/decide.js';

const verdicts = ['eligible', 'needs-review', 'ineligible'];

export interface Checked {
  readonly decision: ReturnDecision;
  readonly broken: readonly string[];
}

/** Totals are rounded once, so the lines with the rounding among them add up exactly. */
const addsUp = ({ total, lines, unknownLines }: Refund): boolean => {
  if (total === null)
    return unknownLines.length > 0 || lines.some(({ amount }) => !Number.isSafeInteger(amount.minor)) || lines.length > 0;
  return lines.reduce((sum, { amount }) => sum + BigInt(amount.minor), 0n) === BigInt(total.minor);
};

/** Nobody may be told yes after the last moment that is certain. */
const isInTime = ({ verdict, window }: RightDecision, requestedAt: unknown): boolean => {
  if (verdict !== 'eligible' || typeof requestedAt !== 'string') return true;
  const { closesAt = null, lastDay = null } = window ?? {};
  if (closesAt === null || lastDay === null) return true;
  return requestedAt.length === 'YYYY-MM-DD'.length ? requestedAt <= lastDay : Date.parse(requestedAt) <= Date.parse(closesAt);
};

/** Which promises about any answer whatever this one breaks; empty when it keeps them all. */
const brokenBy = (decision: ReturnDecision, facts: unknown): readonly string[] => {
  const { verdict, rights, recommended, reasons, deadlines, alternatives } = decision;
  const requestedAt: unknown = typeof facts === 'object' && facts !== null ? Reflect.get(facts, 'requestedAt') : undefined;
  const isInvalid = reasons.some(({ code }) => code === 'facts-invalid');
  const best = verdicts.find((each) => rights.some((right) => right.verdict === each));
  const promises: readonly (readonly [string, boolean])[] = [
    ['a verdict', verdicts.includes(verdict)],
    ['facts that are none are for a person', !isInvalid || (verdict === 'needs-review' && rights.length === 0)],
    ['a reason', reasons.length > 0],
    ['an eligible case has a right that is not lost', verdict !== 'eligible' || best === 'eligible' || best === 'needs-review'],
    ['the recommended right is listed', recommended === null || rights.some(({ id }) => id === recommended)],
    ['refund lines add up', [decision, ...rights, ...alternatives].every(({ refund }) => addsUp(refund))],
    [
      'a deadline has a day and an instant, or neither',
      deadlines.every(({ by, lastDay }) => (by === null) === (lastDay === null)),
    ],
    ['nobody is accepted after the end', rights.every((right) => isInTime(right, requestedAt))],
  ];
  return promises.flatMap(([promise, isKept]) => (isKept ? [] : [promise]));
};

/** Decides on the facts and holds the answer against what every answer must be. */
export const checkDecision = (policy: Policy, facts: unknown, at: string): Checked => {
  const decision = decideAnything(policy, facts, { at });
  const isRound = isDeepStrictEqual(JSON.parse(JSON.stringify(decision)), decision);
  return { decision, broken: [...brokenBy(decision, facts), ...(isRound ? [] : ['equal after a round trip through JSON'])] };
};

/** The same, decided a second time. */
export const checkTwice = (policy: Policy, facts: unknown, at: string): Checked => {
  const { decision, broken } = checkDecision(policy, facts, at);
  const isSame = JSON.stringify(decideAnything(policy, facts, { at })) === JSON.stringify(decision);
  return { decision, broken: isSame ? broken : [...broken, 'always the same'] };
};
