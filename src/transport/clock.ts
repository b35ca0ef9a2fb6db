import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../core/time.js';

/** The machine's clock, and the default of every adapter. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    try {
      await wait(ms, undefined, signal === undefined ? undefined : { signal });
    } catch (error) {
      // Node rejects with an error of its own; the contract promises the signal's reason.
      signal?.throwIfAborted();
      throw error;
    }
  },
};
