import type { Overridden } from '../decision.js';
import type { Candidate, Joined } from './join.js';

interface Contest<Value> {
  readonly parameter: string;
  readonly joined: Joined<Value> | null;
  readonly all: readonly Candidate<Value>[];
  readonly isSame: (left: Value, right: Value) => boolean;
}

const nobody: readonly Overridden[] = [];

const isFrom = <Value>(left: Candidate<Value>, right: Candidate<Value>): boolean =>
  left.right === right.right && left.because[0]?.rule === right.because[0]?.rule;

/** What other sources said and lost in the join. A rule never loses to its own value, of which a join may leave less certain. */
export const losersOf = <Value>({ parameter, joined, all, isSame }: Contest<Value>): readonly Overridden[] => {
  if (joined === null || (all.length === 1 && all[0] === joined.main)) return nobody;
  const kept = [joined.main, ...joined.others];
  return all
    .filter((candidate) => !kept.some((winner) => isFrom(winner, candidate) || isSame(winner.value, candidate.value)))
    .map(({ right, because }) => ({
      parameter,
      right: joined.main.right,
      winner: joined.main.because[0]?.rule ?? joined.main.right,
      loser: because[0]?.rule ?? right,
      because,
    }));
};
