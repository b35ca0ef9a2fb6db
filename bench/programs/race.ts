import type { Series } from '../contract.js';
import { processorTimeSince } from '../statistics.js';

export interface Race {
  readonly what: string;
  /** What one turn reads. */
  readonly bytes: number;
  readonly ours: () => void;
  readonly theirs: () => void;
}

export interface RaceLength {
  readonly rounds: number;
  readonly roundInMs: number;
}

/** Microseconds of processor for each of `turns` turns. */
const measure = (turn: () => void, turns: number): number => {
  const before = process.cpuUsage();
  for (let count = 0; count < turns; count += 1) turn();
  return processorTimeSince(before) / turns;
};

/** A first call and the first thousand cost more, which is in the client's time, measured elsewhere. */
const warmUp = { leastRounds: 20, mostRounds: 200, roundsWithoutGain: 20, gain: 0.97 };

/** Turns until the compiler has had its say: a large program is compiled piece by piece, and is done when it no longer gets faster. */
const warm = (turn: () => void, roundInMs: number): void => {
  let [best, stale] = [Infinity, 0];
  for (let round = 0; round < warmUp.mostRounds; round += 1) {
    let [spent, turns] = [0, 0];
    for (; spent < roundInMs * 1000; turns += 1) spent += measure(turn, 1);
    const each = spent / turns;
    stale = each < best * warmUp.gain ? 0 : stale + 1;
    best = Math.min(best, each);
    if (round >= warmUp.leastRounds && stale >= warmUp.roundsWithoutGain) return;
  }
};

/** As many turns as fill a round, once the code is warm. */
const turnsFor = (turn: () => void, roundInMs: number): number => {
  const goalInMicroseconds = roundInMs * 1000;
  warm(turn, roundInMs);
  for (let turns = 1; ; turns *= 2) {
    if (measure(turn, turns) * turns >= goalInMicroseconds) return turns;
  }
};

/** Takes turns, round by round, so that what else happens on the machine happens to both. */
export const race = ({ what, bytes, ours, theirs }: Race, { rounds, roundInMs }: RaceLength): Series => {
  const [ourTurns, theirTurns] = [turnsFor(ours, roundInMs), turnsFor(theirs, roundInMs)];
  const series: { ours: number[]; theirs: number[] } = { ours: [], theirs: [] };
  for (let round = 0; round < rounds; round += 1) {
    const isOursFirst = round % 2 === 0;
    if (isOursFirst) series.ours.push(measure(ours, ourTurns));
    series.theirs.push(measure(theirs, theirTurns));
    if (!isOursFirst) series.ours.push(measure(ours, ourTurns));
  }
  return { what, bytes, ...series };
};
