import type { Clock } from '../../src/core/time.js';

/** Stands still but for sleeping, which takes no real time: every round asks for the same windows at the same moment. */
export const createStandingClock = (startAt: number): Clock => {
  let now = startAt;
  return {
    now: () => now,
    sleep: (ms) => {
      now += Math.max(0, ms);
      return Promise.resolve();
    },
  };
};
