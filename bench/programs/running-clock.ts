import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../src/core/time.js';

/** Windows of a list are cut in whole seconds: half a second is left for a listing to begin in the same one each time. */
const headStartInMs = 500;

/** The marketplace's time, passing as fast as ours: every round asks for the same windows. */
export const createRunningClock = (startAt: number): Clock => {
  const beganAt = performance.now();
  return {
    now: () => Math.floor(startAt + headStartInMs + performance.now() - beganAt),
    sleep: (ms, signal) => wait(ms, undefined, { signal }),
  };
};
