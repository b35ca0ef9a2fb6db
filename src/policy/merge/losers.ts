import type { Overridden } from '../decision.js';
import type { Candidate, Joined } from './join.js';

interface Contest<Value> {
  readonly parameter: string;
  readonly joined: Joined<Value> | null;
  readonly all: readonly Candidate<Value>[];
  readonly isSame: (left: Value, right: Value) => boolean;
}

const nobody: readonly Overridden[] = [];

/** What other sources said and lost in the join. */
export const losersOf = <Value>({ parameter, joined, all, isSame }: Contest<Value>): readonly Overridden[] => {
  if (joined === null || (all.length === 1 && all[0] === joined.main)) return nobody;
  const kept = [joined.main, ...joined.others];
  return all
    .filter((candidate) => !kept.some((winner) => winner === candidate || isSame(winner.value, candidate.value)))
    .map(({ right, because }) => ({
      parameter,
      right: joined.main.right,
      winner: joined.main.because[0]?.rule ?? joined.main.right,
      loser: because[0]?.rule ?? right,
      because,
    }));
};
